"""Candidates, and moving their applications."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from otherside.accounts.access import SignedInRequest
from otherside.accounts.paging import page_of
from otherside.hiring import actions, limits
from otherside.hiring.access import (
    access_candidate,
    applications_by,
    candidates_for,
    may_write_candidate,
    reads_application,
    recognised,
)
from otherside.hiring.forms import ContactForm, MoveForm, contact_of
from otherside.hiring.stages import Closing, Stage
from otherside.kernel.clock import utc_now
from otherside.kernel.errors import Conflict, DomainError, Invalid


@login_required
@require_http_methods(["GET", "HEAD"])
def candidates(request: SignedInRequest) -> HttpResponse:
    search = request.GET.get("q", "")
    rows = candidates_for(request.user, search=search)
    page = page_of(rows, request.GET.get("page"), int(limits.CANDIDATES_PAGE_MAX))
    applied = applications_by(page.items)
    context = {
        "page": page,
        "rows": [(row, applied[row.pk]) for row in page.items],
        "search": search,
        "may_read": request.user.is_recruiter or request.user.is_hiring_manager,
    }
    return render(request, "hiring/candidates.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def candidate(request: SignedInRequest, candidate_id: int) -> HttpResponse:
    row = access_candidate(candidate_id, request.user, to_write=request.method == "POST")
    form = ContactForm(request.POST or None, initial=contact_of(row))
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            seen = form.cleaned_data["seen"]
            actions.edit_candidate(candidate_id, form.values(), request.user, seen=seen, at=utc_now())
        except DomainError as error:
            form.add_error(None, str(error))
            status = 409
        else:
            messages.success(request, "Saved.")
            return redirect("hiring:candidate", candidate_id)
    same = recognised(row.email_normal, row.phone_normal, but=row.pk)
    applied = applications_by([row, *same])
    context = {
        "candidate": row,
        "form": form,
        "applications": [(each, reads_application(each, request.user)) for each in applied[row.pk]],
        "same": [(each, applied[each.pk]) for each in same],
        "may_write": may_write_candidate(row, request.user),
    }
    return render(request, "hiring/candidate.html", context, status=status)


@login_required
@require_POST
def move(request: SignedInRequest, application_id: int) -> HttpResponse:
    form = MoveForm(request.POST)
    if not form.is_valid():
        raise Invalid("Choose a stage; closing wants a reason.")
    data = form.cleaned_data
    to = Stage(data["to"])
    try:
        actions.move_application(
            application_id,
            to,
            request.user,
            seen=Stage(data["seen"]),
            at=utc_now(),
            closing=Closing(data["closing"]) if data["closing"] else None,
        )
    except (Conflict, Invalid) as error:
        messages.error(request, str(error))
    else:
        messages.success(request, f"Now in the stage {to.label.lower()}.")
    return redirect("desk:application", application_id)
