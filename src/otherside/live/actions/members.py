"""Members: the ticket to the relay, grants that change while they are connected, a candidate's name and
lateness."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from otherside.delivery.actions import enqueue_mail
from otherside.interview.access import panel_of
from otherside.interview.actions import want_languages as keep_languages
from otherside.interview.models import Interview, Member
from otherside.interview.state import State
from otherside.kernel.errors import Conflict, Invalid, Unavailable
from otherside.live import decide
from otherside.live.access import (
    Key,
    Seated,
    seats_of,
    signed_out_of,
    take_candidate_seat,
    take_seat,
)
from otherside.live.actions.settling import settle
from otherside.live.actions.writing import once_of
from otherside.live.grants import Side, grants_for
from otherside.live.history import Hour
from otherside.live.limits import LATE_NOTICES_MAX, NAME_CHARS_MAX
from otherside.live.models import LateNotice, LinkSeen
from otherside.relay import client as relay
from otherside.relay.ticket import Ticket, sign

logger = logging.getLogger(__name__)

SIGNED_OUT = "A session of yours was ended. Connecting again."
TICKET_LIFE = timedelta(seconds=60)  # a browser uses it at once and asks again when it reconnects


@dataclass(frozen=True, slots=True)
class Admission:
    """A way into the relay, and the hour as it was when it was given."""

    ticket: str
    hour: Hour


def admit(key: Key, at: datetime) -> str:
    """A signed ticket that opens the relay for this member, with the grants they have right now.

    Raises NotFound for strangers, LinkEnded once the candidate's link is over, Conflict before the lobby
    is open.
    """
    return admit_seated(take_seat(key, at), at).ticket


def admit_seated(seated: Seated, at: datetime) -> Admission:
    """`admit` for a seat that is taken already: the room's page carries its first ticket. Raises Conflict."""
    hour = settle(seated.interview)
    if hour.opened_at is None:
        raise Conflict(
            "The lobby is not open yet. This page goes on by itself when the interviewer opens it."
        )
    if seated.seat.side is Side.CANDIDATE:
        _remember_link(seated.interview)
    ticket = Ticket(
        log_id=seated.log_id,
        member=seated.seat.number,
        name=seated.member.name,
        grants=grants_for(seated.seat, ended=hour.ended_ms is not None),
        expires_at=at + TICKET_LIFE,
    )
    return Admission(sign(ticket, settings.RELAY_KEY), hour)


def regrant(interview: Interview) -> None:
    """Gives every member the grants they have now. For whoever changed a right: a card came in, the panel
    changed.

    Takes an accessed row. Call it after the commit; a member who is not connected gets theirs with the
    next ticket.
    """
    try:
        hour = settle(interview)
        if hour.opened_at is not None:
            regrant_all(interview, ended=hour.ended_ms is not None)
    except Unavailable:
        # What changed is saved; only those who are connected right now learn of it a little later.
        logger.warning("event=regrant-missed interview=%s", interview.pk)


def regrant_all(interview: Interview, *, ended: bool) -> None:
    for seat in seats_of(interview):
        relay.regrant(interview.log_id, seat.number, grants_for(seat, ended=ended))


def send_away(interview: Interview) -> int:
    """Ends the connections of whoever is in the room and may not be any more; returns how many.

    The panel may have changed, and the candidate's link may have been ended: neither knows of this app, so
    the worker looks every few seconds. Takes a row of an open interview.
    """
    seats = {seat.number for seat in seats_of(interview)}
    present = relay.present(interview.log_id)
    gone = [number for number in present if number not in seats]
    for number in gone:
        relay.close_member(interview.log_id, number, "You are no longer on the panel of this interview.")
    for number, ended_at in signed_out_of(interview).items():
        if number in present:
            # The relay knows no sessions: each line asks for a ticket again, and only a session gets one.
            relay.close_member(interview.log_id, number, SIGNED_OUT, tickets_until=ended_at + TICKET_LIFE)
    stale = LinkSeen.objects.filter(interview=interview).exclude(links_epoch=interview.links_epoch)
    if stale.exists():
        for seat in seats_of(interview):
            if seat.side is Side.CANDIDATE:
                gone.append(seat.number)
                relay.close_member(
                    interview.log_id, seat.number, "This link was ended. Use the one in the newer mail."
                )
        stale.delete()  # last: where the relay could not be reached, the next look tries again
    return len(gone)


def join(key: Key, at: datetime, *, name: str) -> Seated:
    """The candidate says what they want to be called; that is all there is to joining."""
    seated = take_candidate_seat(key, at)
    called = " ".join(name.split())
    NAME_CHARS_MAX.check(len(called), "The name")
    if not called or not called.isprintable():
        raise Invalid("Write the name that you want to be called.")
    Member.objects.filter(pk=seated.member.pk).update(name=called)
    seated.member.name = called
    return seated


def want_languages(key: Key, at: datetime, *, languages: Sequence[str]) -> None:
    """The candidate says what they want to write in, so that it is there."""
    seated = take_candidate_seat(key, at)
    keep_languages(seated.interview, languages)


def running_late(key: Key, at: datetime, *, once: str, minutes: int, reason: str) -> None:
    """Keeps that the candidate will be late, tells panel and recruiter, and shows it in the room.

    Works before the lobby is open: the notice is a row, and whoever opens the lobby carries it into the log.
    """
    seated = take_candidate_seat(key, at)
    decide.check_late(minutes, reason)
    once_of(seated, once)
    interview = seated.interview
    if State(interview.state) is State.PLANNED:
        raise Conflict("This interview has no time yet, so nobody can be late for it.")
    with transaction.atomic():
        Interview.objects.select_for_update().get(pk=interview.pk)  # two at once are counted one by one
        known = LateNotice.objects.filter(interview=interview)
        LATE_NOTICES_MAX.check(known.count() + 1, "This interview")
        _, new = known.get_or_create(
            interview=interview, once=once, defaults={"at": at, "minutes": minutes, "reason": reason.strip()}
        )
        if new:
            _tell(interview, seated.member.name, minutes, reason.strip(), at)
    settle(interview)


def _remember_link(interview: Interview) -> None:
    seen = LinkSeen.objects.filter(interview=interview).first()
    if seen is None or seen.links_epoch != interview.links_epoch:
        LinkSeen.objects.update_or_create(
            interview=interview, defaults={"links_epoch": interview.links_epoch}
        )


def _tell(interview: Interview, name: str, minutes: int, reason: str, at: datetime) -> None:
    subject = f"{name} is running {minutes} minutes late"
    said = f"They write: {reason}" if reason else "They gave no reason."
    body = (
        f"{name} says they will be {minutes} minutes late for the interview "
        f"({interview.application.opening.title}, {interview.round.name}).\n\n{said}\n\n"
        f"{settings.BASE_URL}/interviews/{interview.pk}/\n"
    )
    addresses = [row.user.email for row in panel_of(interview)]
    for address in dict.fromkeys([*addresses, interview.application.opening.recruiter.email]):
        enqueue_mail(to=address, subject=subject, body=body, at=at)
