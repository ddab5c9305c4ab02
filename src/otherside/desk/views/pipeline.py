"""An opening as a pipeline, and adding a candidate to it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from otherside.accounts.access import SignedInRequest
from otherside.accounts.paging import page_of
from otherside.desk import limits
from otherside.desk.access.pipeline import progress_of
from otherside.desk.actions import take_resume
from otherside.desk.forms import ApplicantForm
from otherside.desk.progress import Progress, Waiting
from otherside.hiring.access import (
    access_opening,
    access_opening_to_add,
    applications_by,
    applications_of,
    may_write_opening,
    reads_application,
    stage_counts,
)
from otherside.hiring.actions import Recognised, add_applicant
from otherside.hiring.models import Application, Candidate
from otherside.hiring.stages import Stage
from otherside.kernel.clock import utc_now
from otherside.kernel.errors import DomainError


def stage_of(text: str, counts: dict[Stage, int]) -> Stage:
    """The stage asked for; without a word the first with somebody in it, interviewing before others."""
    if text in set(Stage):
        return Stage(text)
    order = (Stage.INTERVIEWING, Stage.NEW, Stage.DECIDING, Stage.OFFER, Stage.CLOSED)
    return next((stage for stage in order if counts[stage]), Stage.NEW)


@login_required
@require_http_methods(["GET", "HEAD"])
def opening(request: SignedInRequest, opening_id: int) -> HttpResponse:
    row = access_opening(opening_id, request.user)
    counts = dict(stage_counts([row])[row.pk])
    stage = stage_of(request.GET.get("stage", ""), counts)
    search = request.GET.get("q", "")
    probe = Application(opening=row)
    readable = reads_application(probe, request.user)
    found = applications_of(row, stage, search=search)
    page = page_of(
        found if readable else found.none(), request.GET.get("page"), int(limits.PIPELINE_PAGE_MAX)
    )
    progress = progress_of(page.items, request.user)
    now = utc_now()
    context = {
        "opening": row,
        "page": page,
        "rows": [
            _row(each, progress[each.pk], (now - each.stage_since).days, request) for each in page.items
        ],
        "counts": list(counts.items()),
        "stage": stage,
        "search": search,
        "readable": readable,
        "may_add": row.is_open and may_write_opening(row, request.user) and readable,
        "days_open": (now - row.created_at).days,
    }
    return render(request, "desk/opening.html", context)


def _row(row: Application, progress: Progress, days: int, request: SignedInRequest) -> dict[str, object]:
    """One line: whose move it is, said to the reader, and the one thing to do."""
    opening, me = row.opening, request.user.pk
    whose = {Waiting.RECRUITER: opening.recruiter_id, Waiting.MANAGER: opening.hiring_manager_id}
    mine = whose.get(progress.waiting) == me
    action, url = "Open", reverse("desk:application", args=[row.pk])
    if progress.waiting is Waiting.RECRUITER and mine and progress.round_to_plan is not None:
        action, url = "Plan the round", reverse("desk:plan", args=[row.pk, progress.round_to_plan])
    return {"row": row, "progress": progress, "days": days, "mine": mine, "action": action, "url": url}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: SignedInRequest, opening_id: int) -> HttpResponse:
    """A candidate, their application and their résumé in one form."""
    row = access_opening_to_add(opening_id, request.user)
    form = ApplicantForm(request.POST or None, request.FILES or None)
    known: list[tuple[Candidate, list[Application]]] = []
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            application = add_applicant(
                opening_id,
                form.values(),
                request.user,
                at=utc_now(),
                same_as=form.same_as(),
                somebody_else=form.somebody_else(),
            )
        except Recognised as error:
            applied = applications_by(error.candidates)
            known = [(each, applied[each.pk]) for each in error.candidates]
            status = 409
        except DomainError as error:
            form.add_error(None, str(error))
            status = 409
        else:
            return _added(request, application, form)
    partly = request.headers.get("HX-Request") == "true"
    context = {"opening": row, "form": form, "known": known, "partly": partly}
    # htmx shows nothing of an answer that refuses; to it the question is the answer.
    return render(request, "desk/add.html", context, status=200 if partly else status)


def _added(request: SignedInRequest, application: Application, form: ApplicantForm) -> HttpResponse:
    messages.success(request, f"{application.candidate.name} is added.")
    file = form.cleaned_data["resume"]
    if file is not None:
        try:
            take_resume(application, file, request.user, at=utc_now())
        except DomainError as error:
            messages.error(request, f"The résumé was not taken: {error}")
    if request.headers.get("HX-Request") == "true":
        url = reverse("desk:application", args=[application.pk])
        return HttpResponse(headers={"HX-Redirect": url})
    return redirect("desk:application", application.pk)
