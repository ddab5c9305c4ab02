"""What the candidate finds after the hour: what comes next, and what was recorded."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from otherside.interview.access import access_by_after_token, panel_of
from otherside.kernel.clock import utc_now
from otherside.live.access import recorded_of, seal_of
from otherside.live.ground_rules import RECORDED
from otherside.live.views.candidate import kindly


@require_GET
@kindly
def page(request: HttpRequest, token: str) -> HttpResponse:
    interview, member = access_by_after_token(token, utc_now())
    context = {
        "interview": interview,
        "token": token,
        "name": member.name,
        "panel": [row.user.name for row in panel_of(interview)],
        "seal": seal_of(interview),
        "recorded": RECORDED,
        "counted": recorded_of(interview),
        "recruiter": interview.application.opening.recruiter,
    }
    return render(request, "live/after.html", context)
