"""Who sits at the table: finds the interview and the member behind a key, and refuses everybody else."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.utils.crypto import salted_hmac

from otherside.accounts.models import AuditEntry, User
from otherside.interview.access import access_as_panel, access_by_room_token, owes_card
from otherside.interview.models import Interview, Member, PanelMember
from otherside.interview.state import State
from otherside.kernel.errors import NotFound
from otherside.live import entries as kinds
from otherside.live.grants import Seat, Side
from otherside.live.history import Hour, fold
from otherside.live.models import LateNotice, Rehearsal
from otherside.live.outline import Part, public_parts
from otherside.plan.access import plan_of
from otherside.relay import client as relay

ENDED = "interview.ended"  # the audit line that keeps the seal of a log
# All that the hour's state is folded from. Documents, runs and terminals are large and are not needed for it.
HOUR_TRACKS = (kinds.OUTLINE, kinds.PLAN, kinds.HINT, kinds.HELP, kinds.PRESENCE, "mark:*")


@dataclass(frozen=True, slots=True)
class PanelKey:
    """Somebody who is signed in, at an interview they name."""

    interview_id: int
    user: User


@dataclass(frozen=True, slots=True)
class CandidateKey:
    """Whoever holds the candidate's link of the room."""

    token: str


Key = PanelKey | CandidateKey


@dataclass(frozen=True, slots=True)
class Seated:
    """A member whose key was right, with the rows it opened."""

    interview: Interview
    member: Member
    seat: Seat

    @property
    def log_id(self) -> str:
        return self.interview.log_id


def take_seat(key: Key, at: datetime) -> Seated:
    """The seat that `key` opens. Raises NotFound for strangers and for links that are not valid now."""
    if isinstance(key, PanelKey):
        interview, member = access_as_panel(key.interview_id, key.user)
        if not key.user.is_interviewer:
            raise NotFound("There is no such room for you: you are no interviewer any more.")
        return Seated(interview, member, _panel_seat(member, card_in=key.user.pk in cards_in(interview)))
    interview, member = access_by_room_token(key.token, at)
    return Seated(interview, member, Seat(number=member.number, side=Side.CANDIDATE))


def take_panel_seat(key: Key, at: datetime) -> Seated:
    """The same for what only the panel may do. Raises NotFound for the candidate, too."""
    if isinstance(key, CandidateKey):
        raise NotFound("There is no such page.")
    return take_seat(key, at)


def take_candidate_seat(key: Key, at: datetime) -> Seated:
    """The same for what only the candidate does."""
    if isinstance(key, PanelKey):
        raise NotFound("There is no such page.")
    return take_seat(key, at)


def seats_of(interview: Interview) -> tuple[Seat, ...]:
    """Everybody who may sit at the table of an interview that is already authorised, for their grants."""
    seated = PanelMember.objects.filter(interview=interview, user__is_active=True, user__is_interviewer=True)
    users = set(seated.values_list("user_id", flat=True))
    cards = cards_in(interview)
    seats = []
    for member in members_of(interview):
        if member.is_candidate:
            seats.append(Seat(number=member.number, side=Side.CANDIDATE))
        elif member.user_id in users:
            seats.append(_panel_seat(member, card_in=member.user_id in cards))
    return tuple(seats)


def members_of(interview: Interview) -> tuple[Member, ...]:
    """Who the numbers of the log are, of an interview that is already authorised."""
    return tuple(Member.objects.filter(interview=interview).order_by("number"))


def signed_out_of(interview: Interview) -> dict[int, datetime]:
    """Member number → when a session of theirs last ended, where one did."""
    rows = Member.objects.filter(interview=interview).values_list("number", "user__signed_out_at")
    return {number: at for number, at in rows if at is not None}


def cards_in(interview: Interview) -> frozenset[int]:
    """The ids of the users whose own card is in, here and in every other hour of the application they sit
    in: what colleagues thought of one round would anchor the card of another.
    """
    handed_in = PanelMember.objects.filter(interview=interview, card_in_at__isnull=False).select_related(
        "user"
    )
    application = interview.application
    return frozenset(seat.user_id for seat in handed_in if not owes_card(application, seat.user))


def late_notices_of(interview: Interview) -> tuple[LateNotice, ...]:
    """What the candidate said about being late, of an interview that is already authorised."""
    return tuple(LateNotice.objects.filter(interview=interview))


def read_hour(log_id: str) -> Hour:
    """The hour as the log tells it, whole: for rules, not for showing it to a member."""
    return fold(relay.entries(log_id, tracks=HOUR_TRACKS))


@dataclass(frozen=True, slots=True)
class Counted:
    what: str
    figure: str


def recorded_of(interview: Interview) -> tuple[Counted, ...]:
    """How much the log holds of what the candidate could see, counted from the tracks they may read."""
    seen = relay.entries(interview.log_id, tracks=[kinds.OUTLINE, kinds.HINT, kinds.RUN])
    hour = fold(seen)
    lasted = (hour.ended_ms or 0) - (hour.begun_ms or 0)
    return (
        Counted("The hour lasted", f"{lasted // 60_000} min"),
        Counted("Problems shown, with every change", str(len(hour.statements))),
        Counted("Hints on your screen", str(len(hour.help))),
        Counted("Runs", str(sum(entry.kind == "run.finished" for entry in seen))),
    )


def seal_of(interview: Interview) -> str | None:
    """The last link of the log's chain as the hour ended, as it was given away; None before."""
    line = AuditEntry.objects.filter(action=ENDED, noun="interview", noun_id=str(interview.pk)).first()
    return str(line.detail["link"]) if line is not None else None


def open_interviews() -> list[Interview]:
    """Those whose rooms are open. For the worker."""
    states = (State.LOBBY.value, State.GOING_ON.value)
    related = ("round", "application__candidate", "application__opening")
    return list(Interview.objects.filter(state__in=states).select_related(*related))


def rehearsals() -> list[Rehearsal]:
    """Those that go on. For the worker."""
    related = ("interview__round", "interview__application__candidate", "interview__application__opening")
    return list(Rehearsal.objects.select_related("interview", *related))


def rehearsed_by(interview: Interview) -> Interview | None:
    """The interview that this one rehearses; None where it is held itself."""
    row = Rehearsal.objects.filter(interview=interview).select_related("of").first()
    return row.of if row is not None else None


def mask_of(interview: Interview) -> Callable[[str], str]:
    """Turns the id of a segment of this interview's plan into the one that room and log call it by.

    Keyed, because plain ids ("disagree") tell what is watched for, and a plain hash of one can be guessed.
    """

    def mask(segment_id: str) -> str:
        return (
            "s" + salted_hmac("otherside.live.segment", f"{interview.log_id}:{segment_id}").hexdigest()[:10]
        )

    return mask


def parts_of(interview: Interview) -> tuple[Part, ...]:
    """The outline as everybody may see it, of an interview that is already authorised; empty without a
    plan."""
    plan = plan_of(interview)
    return public_parts(plan.segments, mask_of(interview)) if plan is not None else ()


def _panel_seat(member: Member, *, card_in: bool) -> Seat:
    return Seat(number=member.number, side=Side.PANEL, card_in=card_in)
