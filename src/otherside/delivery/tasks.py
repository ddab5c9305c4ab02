"""What the worker does for the outbox: send what is due, remember what failed, give up in the end.

At least once: a crash after the server took a mail and before the row says so sends it twice. Entries
carry `once`, so the log has them exactly once.
"""

import smtplib
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F

from otherside.delivery.edge import Mailer, Outgoing
from otherside.delivery.limits import BATCH_MAX, LEASE_SECONDS_MAX
from otherside.delivery.models import LogEntry, Message
from otherside.delivery.retry import next_try
from otherside.kernel.clock import monotonic_ms
from otherside.kernel.errors import DomainError
from otherside.log.entry import NewEntry
from otherside.relay import client as relay


def send_mail(at: datetime) -> int:
    """Sends what is due; returns how many went. Without SMTP the mail is marked as kept: a page shows it.

    Several workers may do this at once: each mail is taken by one of them, just before it is sent.
    """
    due = list(Message.objects.filter(due_at__lte=at).order_by("due_at", "id")[: int(BATCH_MAX)])
    if not due:
        return 0
    url = settings.CONFIGURATION.smtp_url
    if url is None:
        Message.objects.filter(pk__in=[row.pk for row in due], due_at__lte=at).update(
            due_at=None, problem="kept: no SMTP server set"
        )
        return 0
    sent = 0
    lease = _Lease(at)
    try:
        with Mailer(url) as mailer:
            for row in due:
                if lease.takes(row):
                    sent += _send_one(mailer, row, at)
    except (OSError, smtplib.SMTPException, DomainError) as error:
        # The server could not be reached: every mail that is still due waits, none is lost.
        for row in due:
            if lease.takes(row):
                _failed(row, f"{type(error).__name__}: {error}", at)
    return sent


class _Lease:
    """Takes rows for this worker, from `at` on by the machine's clock.

    A taken mail is due again a while later, so that one whose worker died is sent by the next.
    """

    def __init__(self, at: datetime) -> None:
        self._at, self._began_ms = at, monotonic_ms()
        self._taken: set[int] = set()

    def takes(self, row: Message) -> bool:
        """Whether `row` is this worker's to send; false where another took it since it was read."""
        if row.pk in self._taken:
            return row.sent_at is None
        until = self._at + timedelta(
            milliseconds=monotonic_ms() - self._began_ms, seconds=int(LEASE_SECONDS_MAX)
        )
        if not Message.objects.filter(pk=row.pk, due_at=row.due_at).update(due_at=until):
            return False
        self._taken.add(row.pk)
        return True


def _send_one(mailer: Mailer, row: Message, at: datetime) -> int:
    mail = Outgoing(
        sender=settings.CONFIGURATION.mail_from,
        to=row.to_email,
        subject=row.subject,
        body=row.body,
        calendar=bytes(row.calendar) if row.calendar is not None else None,
        calendar_method=row.calendar_method,
    )
    try:
        mailer.send(mail)
    except smtplib.SMTPResponseException as error:
        _failed(row, f"{error.smtp_code} {error.smtp_error!r}", at)
        return 0
    except smtplib.SMTPRecipientsRefused as error:
        _failed(row, f"recipient refused: {list(error.recipients.values())!r}", at)
        return 0
    except (smtplib.SMTPNotSupportedError, ValueError) as error:
        # This letter alone cannot be written as this server wants it; those behind it can.
        _failed(row, f"{type(error).__name__}: {error}", at)
        return 0
    # Gone from here: links in it are secrets of its reader, and nobody reads it here where it is sent.
    Message.objects.filter(pk=row.pk).update(
        due_at=None, sent_at=at, problem="", attempts=F("attempts") + 1, body="", calendar=None
    )
    row.sent_at = at
    return 1


def _failed(row: Message | LogEntry, problem: str, at: datetime) -> None:
    if row.sent_at is not None:
        return
    row.attempts += 1
    type(row).objects.filter(pk=row.pk, sent_at=None).update(
        attempts=row.attempts, due_at=next_try(row.attempts, at), problem=problem[:400]
    )


def append_entries(at: datetime) -> int:
    """Appends what is due to the logs it is for; returns how many went."""
    sent = 0
    for row in LogEntry.objects.filter(due_at__lte=at).order_by("id")[: int(BATCH_MAX)]:
        entry = NewEntry(row.actor, row.track, row.kind, row.version, bytes(row.body))
        try:
            relay.append(row.log_id, [entry], once=row.once)
        except DomainError as error:
            _failed(row, str(error), at)
            continue
        LogEntry.objects.filter(pk=row.pk).update(due_at=None, sent_at=at, problem="")
        sent += 1
    return sent
