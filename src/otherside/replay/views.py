"""The replay: a page that can be read as text and searched, and the recording that the player draws."""

from datetime import timedelta

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from otherside.accounts.models import User
from otherside.kernel.errors import Invalid
from otherside.kernel.script import script_json
from otherside.live.history import fold
from otherside.replay.access import Recording, access_recording
from otherside.replay.chapters import chapters
from otherside.replay.limits import PAGE_BYTES_MAX, QUERY_CHARS_MAX
from otherside.replay.recording import Player, page_of, to_json


@require_GET
@login_required
def page(request: HttpRequest, interview_id: int) -> HttpResponse:
    """`at` is a moment in ms since the lobby opened, `hour` one since the hour began, maybe negative; `q`
    are words to find. Without JavaScript it is a list to read."""
    assert isinstance(request.user, User)
    found = access_recording(interview_id, request.user)
    words = request.GET.get("q", "")
    QUERY_CHARS_MAX.check(len(words), "The search")
    remarks = found.remarks()
    hour = fold(remarks)
    if hour.opened_at is None:
        return render(request, "replay/nothing.html", {"interview": found.interview})
    begun_ms = hour.begun_ms or 0
    at_ms = number(request, "at")
    if "hour" in request.GET:
        at_ms = max(0, begun_ms + number(request, "hour"))
    names = found.names()
    rows = [
        {
            "chapter": c,
            "who": names.get(c.actor, ""),
            "when": hour.opened_at + timedelta(milliseconds=c.at_ms),
        }
        for c in chapters(remarks)
    ]
    context = {
        "interview": found.interview,
        "rows": rows,
        "at_ms": at_ms,
        "begun_ms": begun_ms,
        "words": words,
        "found": found.places(words) if words.strip() else None,
        "config": script_json(_player(found, at_ms)),
    }
    return render(request, "replay/page.html", context)


@require_GET
@login_required
def recording(request: HttpRequest, interview_id: int) -> HttpResponse:
    """The recording from the `from`-th entry that the reader may see; `next` names the following page."""
    assert isinstance(request.user, User)
    found = access_recording(interview_id, request.user)
    chosen = page_of(found.entries(), number(request, "from"), int(PAGE_BYTES_MAX))
    # Whole, not streamed: a page is bounded, and a thread may not write into the event loop piece by piece.
    return HttpResponse(
        b"".join(to_json(found.heading(), chosen)),
        content_type="application/json",
        headers={"Cache-Control": "no-store"},
    )


def number(request: HttpRequest, name: str) -> int:
    """A whole number of the query, 0 where it is not given; `hour` may be negative. Raises Invalid."""
    text = request.GET.get(name, "0")
    digits = text.removeprefix("-") if name == "hour" else text
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= 12):
        raise Invalid(f"{name} is a whole number of at most 12 digits, got {text[:40]!r}.")
    return int(text)


def _player(found: Recording, at_ms: int) -> Player:
    interview = found.interview
    opening = interview.application.opening
    return Player(
        recording=reverse("replay:recording", args=[interview.pk]),
        at_ms=at_ms,
        candidate=interview.application.candidate.name,
        title=f"{opening.title}, {opening.team}" if opening.team else opening.title,
        round=interview.round.name,
        card_url=reverse("scorecard:edit", args=[interview.pk]),
    )
