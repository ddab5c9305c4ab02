"""The interviewer's room: before the lobby is open a page with one button, from then on the room itself."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_GET, require_POST

from otherside.accounts.models import User
from otherside.interview import links
from otherside.interview.state import State
from otherside.kernel.clock import utc_now
from otherside.live import actions
from otherside.live.access import PanelKey, Seated, late_notices_of, take_seat
from otherside.live.actions.members import admit_seated
from otherside.live.views.configs import panel_config
from otherside.live.views.shell import room_page
from otherside.plan.access import plan_of


@require_GET
@login_required
@ensure_csrf_cookie
def page(request: HttpRequest, interview_id: int) -> HttpResponse:
    assert isinstance(request.user, User)
    at = utc_now()
    seated = take_seat(PanelKey(interview_id, request.user), at)
    actions.settle(seated.interview)
    if State(seated.interview.state) in {State.LOBBY, State.GOING_ON, State.ENDED}:
        admission = admit_seated(seated, at)
        return room_page(request, panel_config(seated, admission), admission)
    return render(request, "live/before.html", _before(seated))


@require_POST
@login_required
def open_lobby(request: HttpRequest, interview_id: int) -> HttpResponse:
    assert isinstance(request.user, User)
    actions.open_lobby(PanelKey(interview_id, request.user), utc_now())
    return redirect("live:room", interview_id)


@require_POST
@login_required
def rehearse(request: HttpRequest, interview_id: int) -> HttpResponse:
    """The same hour alone, in a room of its own."""
    assert isinstance(request.user, User)
    row = actions.rehearse(PanelKey(interview_id, request.user), utc_now())
    return redirect("live:room", row.pk)


def _before(seated: Seated) -> dict[str, object]:
    interview = seated.interview
    return {
        "interview": interview,
        "plan": plan_of(interview),
        "late": late_notices_of(interview),
        "cancelled": interview.state == State.CANCELLED,
        "candidate_link": f"{settings.BASE_URL}{links.room_path(interview)}",
    }
