"""The page of an interview as a record, and its links. Planning and moving it are desk's pages: they
send letters.
"""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_http_methods, require_POST

from otherside.accounts.access import SignedInRequest
from otherside.accounts.standing import Standing
from otherside.interview import actions, links
from otherside.interview.access import access_interview, panel_of, standings
from otherside.interview.matrix import may_read, may_write
from otherside.interview.models import Interview, PanelMember
from otherside.interview.state import State
from otherside.kernel.clock import utc_now

# Pages of later apps, by URL name: noun of the matrix, what the button says, where it is.
PAGES = (
    ("room", "Room", "live:room"),
    ("plan", "Plan of the hour", "plan:edit"),
    ("plan", "Prepare", "plan:prepare"),
    ("replay", "Replay", "replay:page"),
    ("own-card", "Your scorecard", "scorecard:edit"),
    ("case", "Observed", "integrity:facts"),
)
SHOWN_IN = {
    "live:room": {State.PLANNED, State.SCHEDULED, State.LOBBY, State.GOING_ON},
    "plan:edit": {State.PLANNED, State.SCHEDULED, State.LOBBY, State.GOING_ON},
    "plan:prepare": {State.PLANNED, State.SCHEDULED, State.LOBBY},
    "replay:page": {State.ENDED},
    "scorecard:edit": {State.GOING_ON, State.ENDED},
    "integrity:facts": {State.ENDED},
}


def page_of(name: str, *ids: int) -> str | None:
    """The address of another app's page; None where that app has none."""
    try:
        return reverse(name, args=ids)
    except NoReverseMatch:
        return None


def _pages(interview: Interview, held: frozenset[Standing], *, card_in: bool) -> list[tuple[str, str]]:
    state = State(interview.state)
    return [
        (title, url)
        for noun, title, name in PAGES
        if state in SHOWN_IN[name] and may_read(noun, held, card_in=card_in)
        for url in [page_of(name, interview.pk)]
        if url is not None
    ]


@login_required
@require_http_methods(["GET", "HEAD"])
def detail(request: SignedInRequest, interview_id: int) -> HttpResponse:
    row = access_interview(interview_id, request.user)
    held, seat = standings(row, request.user)
    state = State(row.state)
    may_change = may_write("interview", held)
    context = {
        "interview": row,
        "state": state,
        "panel": [(each, _shows_card(each, seat)) for each in panel_of(row)],
        "pages": _pages(row, held, card_in=seat is not None and seat.card_in_at is not None),
        "may_change": may_change and state in {State.PLANNED, State.SCHEDULED},
        "may_seat": may_change and state in {State.LOBBY, State.GOING_ON},
        "may_cancel": may_change and state in {State.PLANNED, State.SCHEDULED, State.LOBBY},
        "may_renew": may_write("links", held),
        "room_link": _link(row, links.room_path(row))
        if may_read("links", held) and _room_open(state)
        else "",
        "after_link": _link(row, links.after_path(row)) if may_read("links", held) else "",
        "facts": row.application.opening.facts,
    }
    return render(request, "interview/detail.html", context)


def _shows_card(each: PanelMember, own: PanelMember | None) -> bool:
    """Whether the reader may learn that this card is in: who owes one learns of the own alone."""
    return own is None or own.card_in_at is not None or each.pk == own.pk


def _room_open(state: State) -> bool:
    return state not in {State.ENDED, State.CANCELLED}


def _link(interview: Interview, path: str) -> str:
    return f"{settings.BASE_URL}{path}" if interview.state != State.CANCELLED else ""


@login_required
@require_POST
def renew_links(request: SignedInRequest, interview_id: int) -> HttpResponse:
    actions.renew_links(interview_id, request.user, at=utc_now())
    messages.success(request, "The old links no longer work. Send the candidate the new one.")
    return redirect("interview:detail", interview_id)
