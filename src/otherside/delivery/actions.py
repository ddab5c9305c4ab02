"""Queueing what leaves the house, inside the transaction that wants it."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from otherside.bus.wake import wake
from otherside.delivery.limits import MAIL_CHARACTERS_MAX
from otherside.delivery.models import LogEntry, Message
from otherside.log.entry import NewEntry

OUTBOX = "outbox"


@dataclass(frozen=True, slots=True)
class CalendarPart:
    """A calendar file with the iTIP method that its MIME type must repeat."""

    content: bytes
    method: str


def enqueue_mail(
    *, to: str, subject: str, body: str, at: datetime, calendar: CalendarPart | None = None
) -> Message:
    """Queues one plain-text mail; it goes out after the commit, or not at all."""
    MAIL_CHARACTERS_MAX.check(len(body), f"The mail “{subject}”")
    row = Message.objects.create(
        to_email=to,
        subject=" ".join(subject.split())[:200],
        body=body,
        calendar=calendar.content if calendar else None,
        calendar_method=calendar.method if calendar else "",
        created_at=at,
        due_at=at,
    )
    transaction.on_commit(lambda: wake(OUTBOX))
    return row


def enqueue_entry(log_id: str, entry: NewEntry, *, once: str, at: datetime) -> None:
    """Queues one entry for the log of an interview; `once` names it there, so that a retry adds nothing."""
    LogEntry.objects.get_or_create(
        log_id=log_id,
        once=once,
        defaults={
            "actor": entry.actor,
            "track": entry.track,
            "kind": entry.kind,
            "version": entry.version,
            "body": entry.body,
            "created_at": at,
            "due_at": at,
        },
    )
    transaction.on_commit(lambda: wake(OUTBOX))
