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
    rows_shown = [
        (entry, [(name, _said(value)) for name, value in entry.detail.items()]) for entry in page.items
    ]
    context = {"form": form, "page": page, "rows": rows_shown, "filtered": any(wanted.values())}
    return render(request, "accounts/audit.html", context)


def _said(value: object) -> str:
    """A value of a line as text: lists with commas, nothing as a dash."""
    if isinstance(value, list):
        return ", ".join(str(each) for each in value) or "—"
    return "—" if value in (None, "") else str(value)
