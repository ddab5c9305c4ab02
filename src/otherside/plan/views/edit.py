"""The plan of an hour: read it, change it by dragging, by keys, or by plain buttons."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from otherside.accounts.access import SignedInRequest
from otherside.interview.access import standings
from otherside.interview.matrix import may_write
from otherside.interview.state import State
from otherside.kernel.clock import utc_now
from otherside.kernel.errors import Conflict, DomainError, Invalid, LimitReached
from otherside.plan import actions
from otherside.plan.access import PlanAt, access_plan, bank_questions
from otherside.plan.edits import CHANGEABLE
from otherside.plan.forms import Asked, asked
from otherside.plan.segments import Plan
from otherside.plan.views.shown import plan_context


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: SignedInRequest, interview_id: int) -> HttpResponse:
    found = access_plan(interview_id, request.user, to_write=request.method == "POST")
    if request.method == "POST":
        return _change(request, found)
    return _show(request, found, found.plan)


def _change(request: SignedInRequest, found: PlanAt) -> HttpResponse:
    interview_id = found.interview.pk
    form: Asked | None = None
    try:
        form = asked(request.POST.dict(), found.interview.minutes)
        if form.verb == "reset":
            actions.reset_plan(interview_id, request.user, version=form.version, at=utc_now())
        else:
            plan = form.applied(found.interview.application.opening.level, bank_questions())
            actions.change_plan(interview_id, request.user, plan, version=form.version, at=utc_now())
    except actions.PlanConflict as conflict:
        return _both(request, conflict)
    except (Conflict, Invalid, LimitReached) as error:
        # What was written stays on the page: nothing that a person typed is thrown away for one bad number.
        return _show(request, found, form.base if form is not None else found.plan, error=error, form=form)
    if request.headers.get("HX-Request") == "true":
        now = access_plan(interview_id, request.user)
        return _show(request, now, now.plan)
    if form.verb in {"save", "reset", "fit"}:
        messages.success(request, "Saved." if form.verb != "reset" else "The plan is made anew.")
    return redirect("plan:edit", interview_id)


def _show(
    request: SignedInRequest,
    found: PlanAt,
    plan: Plan | None,
    *,
    error: DomainError | None = None,
    form: Asked | None = None,
) -> HttpResponse:
    held, _ = standings(found.interview, request.user)
    may_edit = may_write("plan", held) and State(found.interview.state) in CHANGEABLE
    version = form.version if form is not None else found.version
    context = plan_context(found, plan, version=version, may_edit=may_edit) | {"error": error}
    return render(request, "plan/edit.html", context, status=_status(error))


def _status(error: DomainError | None) -> int:
    if error is None:
        return 200
    return 409 if isinstance(error, Conflict) else 422


def _both(request: SignedInRequest, conflict: actions.PlanConflict) -> HttpResponse:
    """Both plans, so that the reader chooses: theirs is saved, mine is in the page."""
    theirs = conflict.theirs
    assert theirs.plan is not None
    context = {
        "error": conflict,
        "theirs": plan_context(theirs, theirs.plan, version=theirs.version, may_edit=False),
        "mine": plan_context(theirs, conflict.mine, version=theirs.version, may_edit=True),
        "interview": theirs.interview,
    }
    return render(request, "plan/conflict.html", context, status=409)
