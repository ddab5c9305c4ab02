"""Pages of this app; being built."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


@login_required
def page(request: HttpRequest, **ids: int) -> HttpResponse:
    return render(request, "web/base.html")
