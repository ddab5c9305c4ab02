"""Finds cards for a reader. The blind rule lies here: who still owes a card learns nothing about others'."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from otherside.accounts.models import User
from otherside.accounts.standing import Standing
from otherside.hiring.access import opening_standings
from otherside.hiring.models import Application
from otherside.hiring.stages import Stage
from otherside.interview.access import access_as_panel, owing, seats_at
from otherside.interview.card_time import CARD_MINUTES
from otherside.interview.matrix import MATRIX
from otherside.interview.models import Interview, Member, PanelMember
from otherside.interview.state import State
from otherside.kernel.errors import NotFound
from otherside.live.entries import HELP, HINT, OUTLINE, PLAN, PRESENCE, mark_track, notes_track
from otherside.live.history import Hour, fold
from otherside.question.bank import Package
from otherside.question.edge import load_bank
from otherside.relay import client as relay
from otherside.run.entries import JUDGE_TRACK, RUN_TRACK
from otherside.scorecard.card import Helped
from otherside.scorecard.letters import GIVEN_UP, STEPS
from otherside.scorecard.limits import NOTES
from otherside.scorecard.marks import notes_of
from otherside.scorecard.measured import hints_by_signal
from otherside.scorecard.models import Scorecard
from otherside.scorecard.seen import Seen, seen_in

RELATED = (
    "author",
    "interview",
    "interview__round",
    "interview__application",
    "interview__application__candidate",
    "interview__application__opening",
)


def may_read_others(application: Application, user: User) -> bool:
    """Whether `user` may read colleagues' cards of this application, and learn whether there are any.

    The hiring manager of the opening may, and a panel member whose own card is in; but nobody who still owes
    a card in any interview of the application that was not cancelled, in whatever role, because what one has
    read anchors what one then writes.
    """
    if not user.is_active:
        return False
    seats = seats_at(application, user)
    if owing(seats):
        return False
    held = set(opening_standings(application.opening, user)) | ({Standing.PANEL} if seats else set())
    return MATRIX["cards"].reads(held, card_in=bool(seats))


def access_own_card(interview_id: int, user: User) -> tuple[Interview, Scorecard | None]:
    """The interview, for somebody on its panel, and their card where it was begun. Raises NotFound."""
    interview, _ = access_as_panel(interview_id, user)
    if interview.is_rehearsal:
        raise NotFound("A rehearsal has no card: nothing of it is kept.")
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


def outstanding(interviews: Sequence[Interview]) -> list[PanelMember]:
    """Seats of ended interviews, among these, whose card is not in. For pages that authorised already."""
    rows = PanelMember.objects.filter(
        interview__in=[interview.pk for interview in interviews],
        interview__state=State.ENDED.value,
        card_in_at__isnull=True,
    )
    return list(rows.select_related("user", "interview", "interview__round").order_by("interview_id", "id"))


def overdue(at: datetime) -> list[PanelMember]:
    """Seats whose card is due for a reminder at some step, sent already or not. For the worker."""
    newest, oldest = STEPS[-1][1], GIVEN_UP
    held = timedelta(minutes=CARD_MINUTES)
    rows = PanelMember.objects.filter(
        card_in_at__isnull=True,
        interview__state=State.ENDED.value,
        interview__is_rehearsal=False,
        interview__ended_at__lte=at - held - newest,
        interview__ended_at__gte=at - held - oldest,
    ).exclude(interview__application__stage=Stage.CLOSED.value)
    related = ("user", "interview__round", "interview__application__candidate")
    return list(
        rows.select_related(*related, "interview__application__opening__recruiter").order_by(
            "interview_id", "id"
        )
    )


def _on_panel(interview: Interview, user: User) -> bool:
    return PanelMember.objects.filter(interview=interview, user=user).exists()


def own_notes(interview: Interview, member: Member) -> str:
    """What this member wrote for themselves in the hour, as far as a page shows it."""
    if interview.opened_at is None:
        return ""
    return notes_of(relay.entries(interview.log_id, tracks=[notes_track(member.number)]))[: int(NOTES)]


def own_log(interview: Interview, member: Member) -> Seen:
    """The hour as its log tells it to one of the panel: their own marks, help, facts, runs, who came when.

    Empty before the lobby was opened. Reads no colleague's track, whether or not it would be allowed.
    """
    if interview.opened_at is None:
        return Seen()
    tracks = [mark_track(member.number), OUTLINE, PLAN, HINT, HELP, PRESENCE, RUN_TRACK, JUDGE_TRACK]
    return seen_in(relay.entries(interview.log_id, tracks=tracks))


def helped_in(interview: Interview, level: str) -> Helped:
    """The help that was given in an accessed interview. Reads what is short of the log and no runs."""
    if interview.opened_at is None:
        return Helped(level, {})
    return Helped(level, hints_by_signal(fold(relay.entries(interview.log_id, tracks=[OUTLINE, HINT, HELP]))))


def packages_in(hour: Hour) -> list[Package]:
    """What was asked in the hour, in its order, as the bank has it now; what is gone there is left out."""
    bank = load_bank()
    asked = dict.fromkeys(shown.question for shown in hour.statements)
    return [bank.packages[question] for question in asked if question in bank.packages]


def asked_in(interview: Interview) -> list[Package]:
    """The same of an accessed interview."""
    if interview.opened_at is None:
        return []
    return packages_in(fold(relay.entries(interview.log_id, tracks=[OUTLINE])))
