"""Find anything: a page, and the same results for the palette."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from otherside.accounts.access import SignedInRequest
from otherside.desk.access.find import find as found


@login_required
@require_http_methods(["GET", "HEAD"])
def find(request: SignedInRequest) -> HttpResponse:
    query = request.GET.get("q", "")
    context = {"query": query, "groups": found(query, request.user)}
    is_palette = request.headers.get("HX-Request") == "true"
    return render(request, "desk/found.html" if is_palette else "desk/find.html", context)
