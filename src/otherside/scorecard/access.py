"""Finds cards for a reader. The blind rule lies here: who still owes a card learns nothing about others'."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from otherside.accounts.models import User
from otherside.accounts.standing import Standing
from otherside.hiring.access import opening_standings
from otherside.hiring.models import Application
from otherside.interview.access import access_as_panel, standings
from otherside.interview.matrix import MATRIX
from otherside.interview.models import Interview, Member, PanelMember
from otherside.interview.state import State
from otherside.kernel.errors import NotFound
from otherside.live.entries import HELP, HINT, OUTLINE, mark_track
from otherside.live.history import Hour, fold
from otherside.relay import client as relay
from otherside.run.entries import RUN_TRACK, RunFinished
from otherside.scorecard.facts import runs_of
from otherside.scorecard.models import Scorecard

RELATED = (
    "author",
    "interview",
    "interview__round",
    "interview__application",
    "interview__application__candidate",
    "interview__application__opening",
)


@dataclass(frozen=True, slots=True)
class Seat:
    """Whether a panel member's card is in; nothing of what it says."""

    user: User
    is_lead: bool
    in_at: datetime | None


def may_read_others(application: Application, user: User) -> bool:
    """Whether `user` may read colleagues' cards of this application, and learn whether there are any.

    The hiring manager of the opening may, and a panel member whose own card is in; but nobody who still owes
    a card in any interview of the application that was not cancelled, in whatever role, because what one has
    read anchors what one then writes.
    """
    if not user.is_active:
        return False
    seats = list(
        PanelMember.objects.filter(interview__application=application, user=user)
        .exclude(interview__state=State.CANCELLED.value)
        .values_list("card_in_at", flat=True)
    )
    if any(in_at is None for in_at in seats):
        return False
    held = set(opening_standings(application.opening, user)) | ({Standing.PANEL} if seats else set())
    return MATRIX["cards"].reads(held, card_in=bool(seats))


def access_own_card(interview_id: int, user: User) -> tuple[Interview, Scorecard | None]:
    """The interview, for somebody on its panel, and their card where it was begun. Raises NotFound."""
    interview, _ = access_as_panel(interview_id, user)
    return interview, Scorecard.objects.filter(interview=interview, author=user).first()


def access_card(card_id: int, user: User) -> Scorecard:
    """The card: one's own at any time, another's once it is in and the reader owes none. Raises NotFound."""
    row = Scorecard.objects.select_related(*RELATED).filter(pk=card_id).first()
    if row is not None and user.is_active:
        if row.author_id == user.pk and _on_panel(row.interview, user):
            return row
        if row.submitted_at is not None and may_read_others(row.interview.application, user):
            return row
    raise NotFound(f"There is no scorecard {card_id}, or it is not for you.")


def cards_for(interview: Interview, user: User) -> list[Scorecard]:
    """The cards of an accessed interview that are in and that `user` may read, the own one among them."""
    rows = Scorecard.objects.select_related(*RELATED).filter(interview=interview, submitted_at__isnull=False)
    if not may_read_others(interview.application, user):
        rows = rows.filter(author=user)
    return list(rows.order_by("submitted_at", "id"))


def cards_of(application: Application, user: User) -> list[Scorecard]:
    """Every card of an accessed application that is in, by round; nothing for who may not read others'."""
    return submitted_cards(application) if may_read_others(application, user) else []


def submitted_cards(application: Application) -> list[Scorecard]:
    """Every card of an application that is in. For pages that asked `may_read_others` already."""
    rows = Scorecard.objects.select_related(*RELATED).filter(
        interview__application=application, submitted_at__isnull=False
    )
    return list(rows.order_by("interview__round__ordinal", "interview_id", "author__name", "id"))


def seats_for(interview: Interview, user: User) -> list[Seat]:
    """Whose card of an accessed interview is in: for recruiter and hiring manager, and for the panel once
    theirs is; before that one's own alone."""
    held, own = standings(interview, user)
    rows = PanelMember.objects.filter(interview=interview).select_related("user").order_by("-is_lead", "id")
    if own is not None and own.card_in_at is None:
        rows = rows.filter(user=user)
    elif not MATRIX["interview"].reads(held):
        rows = rows.none()
    return [Seat(row.user, row.is_lead, row.card_in_at) for row in rows]


def outstanding(interviews: Sequence[Interview]) -> list[PanelMember]:
    """Seats of ended interviews, among these, whose card is not in. For pages that authorised already."""
    rows = PanelMember.objects.filter(
        interview__in=[interview.pk for interview in interviews],
        interview__state=State.ENDED.value,
        card_in_at__isnull=True,
    )
    return list(rows.select_related("user", "interview", "interview__round").order_by("interview_id", "id"))


def _on_panel(interview: Interview, user: User) -> bool:
    return PanelMember.objects.filter(interview=interview, user=user).exists()


def own_log(interview: Interview, member: Member) -> tuple[Hour, tuple[tuple[int, RunFinished], ...]]:
    """The hour as its log tells it to one of the panel: their own marks, help, facts and runs.

    Empty before the lobby was opened. Reads no colleague's track, whether or not it would be allowed.
    """
    if interview.opened_at is None:
        return Hour(), ()
    tracks = [mark_track(member.number), OUTLINE, HINT, HELP, RUN_TRACK]
    entries = relay.entries(interview.log_id, tracks=tracks)
    return fold(entries), runs_of(entries)
