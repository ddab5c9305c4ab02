"""What people do with interviews as records: plan, move, cancel, change the panel, end links."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from django.db import IntegrityError, transaction
from django.db.models import F, Max

from otherside.accounts.actions import record_audit
from otherside.accounts.models import User
from otherside.hiring.access import access_application, rounds_for
from otherside.hiring.actions import advance_stage
from otherside.hiring.models import Application
from otherside.hiring.stages import Stage
from otherside.interview import limits
from otherside.interview.access import access_for, access_interview
from otherside.interview.adjustments import NONE, Adjustments, stored
from otherside.interview.models import Interview, Member, PanelMember
from otherside.interview.state import State, advance
from otherside.kernel.errors import Conflict, Invalid, NotFound
from otherside.relay import client

OPEN_STATES = (State.PLANNED.value, State.SCHEDULED.value, State.LOBBY.value, State.GOING_ON.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """When, how long and with whom, as a form gives it. Without `starts_at` the interview waits for a
    time.
    """

    starts_at: datetime | None
    minutes: int
    panel: tuple[int, ...]  # user ids
    lead: int
    call_url: str = ""
    call_phone: str = ""
    adjustments: Adjustments = NONE  # `minutes` is without what they add
    languages: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.lead not in self.panel:
            raise Invalid("Somebody on the panel must lead the hour. Choose who.")
        if len(set(self.panel)) != len(self.panel):
            raise Invalid("Somebody is on the panel twice.")
        limits.PANEL_MAX.check(len(self.panel), "This panel")
        limits.MINUTES_MAX.check(self.whole_minutes, "This interview")
        if self.minutes < 10:
            raise Invalid(f"{self.minutes} minutes are too short for an interview; 10 is the least.")
        object.__setattr__(self, "languages", check_languages(self.languages))

    @property
    def whole_minutes(self) -> int:
        """What is booked: the hour with its extra minutes and breaks."""
        return self.adjustments.whole_minutes(self.minutes)

    @property
    def fields(self) -> dict[str, object]:
        """The columns that a booking sets, but for time and state."""
        adjustments = stored(self.adjustments)
        return {
            "minutes": self.whole_minutes,
            "call_url": self.call_url,
            "call_phone": self.call_phone,
            "adjustments": {**adjustments, "minutes": self.minutes} if adjustments else {},
            "languages_wanted": list(self.languages),
        }


def check_languages(languages: Collection[str]) -> tuple[str, ...]:
    """Each once and in order. Raises LimitReached for too many, or one that is no name."""
    found = tuple(dict.fromkeys(" ".join(name.split()) for name in languages if name.strip()))
    limits.LANGUAGES_MAX.check(len(found), "The list")
    for name in found:
        limits.LANGUAGE_CHARS_MAX.check(len(name), "A language's name")
    return found


def plan_interview(
    application_id: int, round_id: int, booking: Booking, user: User, *, at: datetime
) -> Interview:
    """A new interview of a round that has none, with its panel's and the candidate's member numbers.

    Raises NotFound, Invalid, and Conflict where the round is planned already or somebody is busy.
    """
    application = access_application(application_id, user, to_write=True)
    chosen = next((row for row in rounds_for(application) if row.pk == round_id), None)
    if chosen is None:
        raise NotFound(f"This application has no round {round_id}.")
    state = State.SCHEDULED if booking.starts_at is not None else State.PLANNED
    try:
        with transaction.atomic():
            people = _seat(booking, None)
            # Locked, so that nobody closes it between this look and the row.
            application.stage = Application.objects.select_for_update().get(pk=application.pk).stage
            if application.stage == Stage.CLOSED:
                raise Conflict("This application is closed. Move it back to interviewing first.")
            row = Interview.objects.create(
                application=application, round=chosen, state=state.value, starts_at=booking.starts_at,
                created_at=at, **booking.fields,
            )  # fmt: skip
            for person in people:
                PanelMember.objects.create(interview=row, user=person, is_lead=person.pk == booking.lead)
                give_number(row, person)
            give_candidate_number(row)
            if application.stage == Stage.NEW:
                advance_stage(application, Stage.INTERVIEWING, user, at=at)
            record_audit(at, user, "interview.planned", "interview", row.pk, _detail(booking))
    except IntegrityError as error:
        raise Conflict(f"{chosen.name} of this application is planned already. Reload the page.") from error
    return row


def reschedule(
    interview_id: int, booking: Booking, user: User, *, seen: datetime | None, at: datetime
) -> Interview:
    """A new time, length and panel for an interview that has not begun; `seen` is the time the reader saw.

    Raises NotFound, Invalid, and Conflict where it was moved meanwhile, has begun, or somebody is busy.
    """
    row = access_interview(interview_id, user, to_write=True)
    then = State.SCHEDULED if booking.starts_at is not None else State.PLANNED
    if not (row.state == then == State.PLANNED):
        advance(State(row.state), then)
    with transaction.atomic():
        people = _seat(booking, row)
        same = Interview.objects.filter(
            pk=row.pk, starts_at=seen, state__in=(State.PLANNED.value, State.SCHEDULED.value)
        )
        if same.update(
            starts_at=booking.starts_at, state=then.value, **booking.fields
        ) == 0:  # fmt: skip
            raise Conflict("Somebody has moved this interview since you looked. Reload the page.")
        _change_panel(row, people, booking.lead)
        record_audit(at, user, "interview.moved", "interview", row.pk, _detail(booking))
    row.refresh_from_db()
    return row


def set_panel(interview_id: int, panel: Collection[int], lead: int, user: User, *, at: datetime) -> Interview:
    """Exactly `panel` (user ids), led by `lead`. Whoever comes gets the next member number and keeps it.

    Raises NotFound, Invalid, and Conflict once the hour is over, for somebody busy, or whose card is in.
    """
    row = access_interview(interview_id, user, to_write=True)
    booking = Booking(starts_at=row.starts_at, minutes=row.minutes, panel=tuple(panel), lead=lead)
    with transaction.atomic():
        people = _seat(booking, row)
        locked = Interview.objects.select_for_update().get(pk=row.pk)
        if locked.state not in OPEN_STATES:
            raise Conflict(f"This interview is {locked.state}; its panel stays as it was.")
        _change_panel(locked, people, lead)
        detail = {"panel": sorted(panel), "lead": lead}
        record_audit(at, user, "interview.panel-changed", "interview", row.pk, detail)
    return row


def cancel(interview_id: int, user: User, *, at: datetime) -> Interview:
    """Cancels an interview that has not begun; its links end. Raises NotFound and Conflict."""
    row = access_interview(interview_id, user, to_write=True)
    with transaction.atomic():
        advance_state(row, State.CANCELLED, at)
        record_audit(at, user, "interview.cancelled", "interview", row.pk)
    return row


def renew_links(interview_id: int, user: User, *, at: datetime) -> Interview:
    """Ends both of the candidate's links and thereby makes new ones. Raises NotFound."""
    row = access_for("links", interview_id, user, to_write=True)
    with transaction.atomic():
        Interview.objects.filter(pk=row.pk).update(links_epoch=F("links_epoch") + 1)
        candidate = give_candidate_number(row)
        record_audit(at, user, "interview.links-renewed", "interview", row.pk)
        _show_out(row, [candidate.number], "The link was ended.")
    row.refresh_from_db(fields=["links_epoch"])
    return row


def advance_state(interview: Interview, then: State, at: datetime) -> None:
    """Moves an accessed interview on, in the caller's transaction or alone. Raises Conflict.

    The first time it opens, begins and ends is kept in `opened_at`, `began_at`, `ended_at`.
    """
    now = State(interview.state)
    advance(now, then)
    stamps = {State.LOBBY: "opened_at", State.GOING_ON: "began_at", State.ENDED: "ended_at"}
    values: dict[str, object] = {"state": then.value}
    if then in stamps and getattr(interview, stamps[then]) is None:
        values[stamps[then]] = at
    same = Interview.everything.filter(pk=interview.pk, state=now.value)
    if same.update(**values) == 0:
        raise Conflict("Somebody has moved this interview on since you looked. Reload the page.")
    for name, value in values.items():
        setattr(interview, name, value)


def card_in(interview: Interview, user: User, at: datetime) -> None:
    """Notes that `user`'s scorecard is in, which opens the colleagues' to them. Raises NotFound off the
    panel.
    """
    seat = PanelMember.objects.filter(interview=interview, user=user)
    if seat.filter(card_in_at__isnull=True).update(card_in_at=at) == 0 and not seat.exists():
        raise NotFound(f"You are not on the panel of interview {interview.pk}.")


def make_rehearsal(interview: Interview, user: User, candidate: str, *, at: datetime) -> Interview:
    """The same hour again for `user` alone, with a candidate of that name whom nobody invites.

    Takes an accessed interview; opens no transaction.
    """
    row = Interview.objects.create(
        application=interview.application, round=interview.round, minutes=interview.minutes,
        adjustments=interview.adjustments, created_at=at, is_rehearsal=True,
    )  # fmt: skip
    PanelMember.objects.create(interview=row, user=user, is_lead=True)
    give_number(row, user)
    Member.objects.create(interview=row, number=_next_number(row), is_candidate=True, name=candidate)
    return row


def delete_rehearsal(interview: Interview) -> None:
    """Its rows here. What other apps hold of it goes before; opens no transaction."""
    assert interview.is_rehearsal, "an interview that was held is never deleted"
    PanelMember.objects.filter(interview=interview).delete()
    Member.objects.filter(interview=interview).delete()
    Interview.everything.filter(pk=interview.pk, is_rehearsal=True).delete()


def want_languages(interview: Interview, languages: Collection[str]) -> None:
    """Keeps what the candidate of an accessed interview wants to write in. Raises LimitReached."""
    found = list(check_languages(languages))
    Interview.objects.filter(pk=interview.pk).update(languages_wanted=found)
    interview.languages_wanted = found


def give_number(interview: Interview, person: User) -> Member:
    """The member number of `person`, given now where they had none. The interview's row must be locked
    or new.
    """
    there = Member.objects.filter(interview=interview, user=person).first()
    if there is not None:
        return there
    return Member.objects.create(
        interview=interview, number=_next_number(interview), user=person, name=person.name[:80]
    )


def give_candidate_number(interview: Interview) -> Member:
    """The candidate's member number, given now where there was none. The row must be locked or new."""
    there = Member.objects.filter(interview=interview, is_candidate=True).first()
    if there is not None:
        return there
    name = interview.application.candidate.name[:80]
    return Member.objects.create(
        interview=interview, number=_next_number(interview), is_candidate=True, name=name
    )


def _next_number(interview: Interview) -> int:
    last = Member.objects.filter(interview=interview).aggregate(last=Max("number"))["last"] or 0
    limits.MEMBERS_MAX.check(last + 1, "This interview")
    return last + 1


def _seat(booking: Booking, but: Interview | None) -> list[User]:
    """The people of the panel, locked until the transaction ends, lead first. Raises Invalid and Conflict.

    The lock makes two recruiters who book the same person for the same time come one after the other.
    """
    found = User.objects.select_for_update().filter(pk__in=booking.panel, is_active=True, is_interviewer=True)
    people = {person.pk: person for person in found.order_by("pk")}
    if set(people) != set(booking.panel):
        raise Invalid("Somebody on this panel is no interviewer, or has left. Choose again.")
    if booking.starts_at is not None:
        _refuse_busy(booking, booking.starts_at, but)
    order = [booking.lead, *(key for key in booking.panel if key != booking.lead)]
    return [people[key] for key in order]


def _refuse_busy(booking: Booking, starts_at: datetime, but: Interview | None) -> None:
    ends_at = starts_at + timedelta(minutes=booking.whole_minutes)
    earliest = starts_at - timedelta(minutes=int(limits.MINUTES_MAX))
    near = PanelMember.objects.filter(
        user_id__in=booking.panel,
        interview__state__in=OPEN_STATES,
        interview__starts_at__gt=earliest,
        interview__starts_at__lt=ends_at,
    ).select_related("user", "interview")
    for seat in near.exclude(interview=but) if but is not None else near:
        other = seat.interview
        assert other.starts_at is not None
        until = other.starts_at + timedelta(minutes=other.minutes)
        if until > starts_at:
            raise Conflict(
                f"{seat.user.name} holds another interview from {other.starts_at:%d %b %H:%M} "
                f"to {until:%H:%M} UTC. Choose another time or somebody else."
            )


def _change_panel(interview: Interview, people: list[User], lead: int) -> None:
    """Makes the panel exactly `people`. Raises Conflict where somebody would go whose card is in."""
    going = PanelMember.objects.filter(interview=interview).exclude(user__in=people)
    with_card = going.filter(card_in_at__isnull=False).select_related("user").first()
    if with_card is not None:
        raise Conflict(f"{with_card.user.name}'s card is in; they stay on the panel.")
    gone = [seat.user_id for seat in going]
    numbers = Member.objects.filter(interview=interview, user_id__in=gone).values_list("number", flat=True)
    _show_out(interview, list(numbers), "You are no longer on this panel.")
    going.delete()
    PanelMember.objects.filter(interview=interview).update(is_lead=False)
    for person in people:
        PanelMember.objects.update_or_create(
            interview=interview, user=person, defaults={"is_lead": person.pk == lead}
        )
        give_number(interview, person)


def _show_out(interview: Interview, numbers: list[int], reason: str) -> None:
    """Closes what these members have open in the room, once the transaction is through.

    Robust: the rows already refuse them a new ticket, so a relay that does not answer is only logged.
    """
    if interview.state not in {State.LOBBY, State.GOING_ON}:
        return
    for number in numbers:
        close = partial(client.close_member, interview.log_id, number, reason)
        transaction.on_commit(close, robust=True)


def _detail(booking: Booking) -> dict[str, object]:
    return {
        "starts_at": booking.starts_at.isoformat() if booking.starts_at is not None else None,
        "minutes": booking.whole_minutes,
        "panel": list(booking.panel),
        "lead": booking.lead,
    }
