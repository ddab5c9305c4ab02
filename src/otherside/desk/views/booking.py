"""Planning, moving and cancelling an interview so that everybody hears of it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from otherside.accounts.access import SignedInRequest
from otherside.hiring.access import access_application, rounds_for
from otherside.interview.access import access_interview, interviews_of, panel_of
from otherside.interview.actions import set_panel
from otherside.interview.forms import BookingForm, booking_of
from otherside.interview.models import Interview
from otherside.interview.state import State
from otherside.kernel.clock import utc_now
from otherside.kernel.errors import DomainError, NotFound
from otherside.schedule.actions import cancel_and_tell, move_and_tell, plan_and_invite


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: SignedInRequest, application_id: int, round_id: int) -> HttpResponse:
    application = access_application(application_id, request.user, to_write=True)
    chosen = next((each for each in rounds_for(application) if each.pk == round_id), None)
    if chosen is None:
        raise NotFound("This round is not of this application any more. Go back and reload.")
    there = [each for each in interviews_of(application) if each.round_id == round_id]
    held = next((each for each in there if each.state != State.CANCELLED), None)
    if held is not None and request.method != "POST":
        return redirect("interview:detail", held.pk)
    form = BookingForm(
        request.POST or None, initial={"minutes": chosen.minutes, "zone": request.user.time_zone}
    )
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            row = plan_and_invite(application_id, round_id, form.booking(), request.user, at=utc_now())
        except DomainError as error:
            form.add_error(None, str(error))
            status = 409
        else:
            messages.success(request, _planned(row))
            return redirect("interview:detail", row.pk)
    context = {"form": form, "application": application, "round": chosen, "interview": None}
    return render(request, "desk/booking.html", context, status=status)


def _planned(row: Interview) -> str:
    if row.starts_at is None:
        return "Planned. Nobody is invited before there is a time."
    return "Planned. The candidate and the panel are invited by mail."


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def move(request: SignedInRequest, interview_id: int) -> HttpResponse:
    """Time, length and panel before the hour; the panel alone once the room is open."""
    row = access_interview(interview_id, request.user, to_write=True)
    panel_only = row.state in {State.LOBBY, State.GOING_ON}
    form = BookingForm(request.POST or None, initial=booking_of(row, panel_of(row), request.user))
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            booking = form.booking()
            if panel_only:
                set_panel(interview_id, booking.panel, booking.lead, request.user, at=utc_now())
            else:
                move_and_tell(interview_id, booking, request.user, seen=form.seen_at(), at=utc_now())
        except DomainError as error:
            form.add_error(None, str(error))
            status = 409
        else:
            messages.success(
                request, "Changed." if panel_only else "Changed. Whoever is concerned gets a mail."
            )
            return redirect("interview:detail", interview_id)
    context = {
        "form": form,
        "application": row.application,
        "round": row.round,
        "interview": row,
        "panel_only": panel_only,
    }
    return render(request, "desk/booking.html", context, status=status)


@login_required
@require_POST
def cancel(request: SignedInRequest, interview_id: int) -> HttpResponse:
    cancel_and_tell(interview_id, request.user, at=utc_now())
    messages.success(request, "Cancelled. Whoever was invited gets a mail, and the link says so from now on.")
    return redirect("interview:detail", interview_id)
