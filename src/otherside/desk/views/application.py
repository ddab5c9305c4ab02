"""The page of an application: everything that is known of it to this reader."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from otherside.accounts.access import SignedInRequest
from otherside.desk.access.application import whole_of
from otherside.desk.access.sections import (
    cards_section,
    decisions_section,
    likenesses_section,
    resume_section,
)
from otherside.desk.views.where import application_url, shown
from otherside.hiring.stages import Closing
from otherside.interview.matrix import may_read
from otherside.kernel.clock import utc_now


@login_required
@require_http_methods(["GET", "HEAD"])
def application(request: SignedInRequest, application_id: int) -> HttpResponse:
    whole = whole_of(application_id, request.user, utc_now())
    lines = [line for _, line in whole.rounds if line is not None]
    (with_url,) = shown(lines)
    by_interview = {each.interview.pk: each for each in with_url}
    row = whole.application
    cards = cards_section(row, request.user)
    context = {
        "whole": whole,
        "application": row,
        "rounds": [
            (each, by_interview[line.interview.pk] if line is not None else None)
            for each, line in whole.rounds
        ],
        "closings": list(Closing),
        "resume": resume_section(row, whole.standings),
        "cards": cards,
        "decisions": decisions_section(row, whole.standings, card_in=cards is not None),
        "likenesses": likenesses_section(row, whole.standings, request.user),
        "reads_debrief": may_read("debrief", whole.standings, card_in=cards is not None),
        "debrief_url": application_url("debrief", row),
    }
    return render(request, "desk/application.html", context)
