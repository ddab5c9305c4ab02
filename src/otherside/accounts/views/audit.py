"""The audit trail, for administrators."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from otherside.accounts import limits
from otherside.accounts.access import SignedInRequest, audit_for
from otherside.accounts.forms import AuditFilter
from otherside.accounts.paging import page_of


@login_required
@require_http_methods(["GET", "HEAD"])
def audit(request: SignedInRequest) -> HttpResponse:
    form = AuditFilter(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    rows = audit_for(
        request.user,
        actor_id=wanted.get("actor"),
        noun=wanted.get("noun", ""),
        noun_id=wanted.get("noun_id", ""),
        since=wanted.get("since"),
        until=wanted.get("until"),
    )
    page = page_of(rows, request.GET.get("page"), int(limits.AUDIT_PAGE_MAX))
    return render(
        request, "accounts/audit.html", {"form": form, "page": page, "filtered": any(wanted.values())}
    )
