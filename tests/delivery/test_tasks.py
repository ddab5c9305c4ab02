"""The outbox over a real SMTP server, and over none."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from email.message import Message as Mail
from email.parser import BytesParser
from threading import Barrier

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.db import connection
from django.test import Client

from otherside.delivery import tasks
from otherside.delivery.actions import CalendarPart, enqueue_entry, enqueue_mail
from otherside.delivery.edge import Mailer, Outgoing
from otherside.delivery.limits import ATTEMPTS_MAX, LEASE_SECONDS_MAX, MAIL_CHARACTERS_MAX
from otherside.delivery.models import LogEntry, Message
from otherside.delivery.tasks import append_entries, send_mail
from otherside.kernel.errors import LimitReached
from otherside.log.entry import NewEntry
from otherside.relay import client as relay
from tests.support import cast
from tests.support.cast import NOW
from tests.support.postgres import free_port

pytestmark = pytest.mark.django_db(transaction=True)


class Inbox:
    """What an SMTP server took; addresses at `refuses` are turned away."""

    def __init__(self) -> None:
        self.mails: list[Mail] = []
        self.refuses = "refused@example.org"

    async def handle_RCPT(
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if address == self.refuses:
            return "550 nobody of that name"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:
        content = envelope.content
        assert isinstance(content, bytes)
        self.mails.append(BytesParser().parsebytes(content))
        return "250 taken"


@pytest.fixture
def inbox(settings: object) -> Iterator[Inbox]:
    found = Inbox()
    controller = Controller(found, hostname="127.0.0.1", port=free_port(), enable_SMTPUTF8=False)
    controller.start()
    settings.CONFIGURATION = replace(  # type: ignore[attr-defined]
        settings.CONFIGURATION,  # type: ignore[attr-defined]
        smtp_url=f"smtp://127.0.0.1:{controller.port}",
    )
    yield found
    controller.stop()


def mail(to: str = "dana@example.net", calendar: CalendarPart | None = None) -> Message:
    return enqueue_mail(to=to, subject="Your\ninterview", body="Come in.", at=NOW, calendar=calendar)


def test_a_mail_arrives_with_its_calendar_part(inbox: Inbox) -> None:
    row = mail(calendar=CalendarPart(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "REQUEST"))
    assert send_mail(NOW) == 1
    (arrived,) = inbox.mails
    assert arrived["Subject"] == "Your interview", "a line break must not become a header"
    kinds = {part.get_content_type(): part for part in arrived.walk()}
    assert kinds["text/calendar"].get_param("method") == "REQUEST"
    assert "Come in." in str(kinds["text/plain"].get_payload())
    row.refresh_from_db()
    assert (row.sent_at, row.due_at) == (NOW, None)
    assert (row.body, row.calendar) == ("", None), "a link in it would let whoever reads our rows in"
    assert send_mail(NOW) == 0, "sent once"


def test_two_workers_send_each_mail_once(inbox: Inbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second looks, takes and sends while the first, who knows the same rows, is about to send."""
    for number in range(3):
        mail(f"reader{number}@example.org")
    first, sent = tasks.Mailer.send, []

    def send(mailer: Mailer, out: Outgoing) -> None:
        if not sent:
            sent.append("second")
            sent.append(send_mail(NOW))
        first(mailer, out)

    monkeypatch.setattr(tasks.Mailer, "send", send)
    assert send_mail(NOW) == 1
    assert sent == ["second", 2]
    assert sorted(one["To"] for one in inbox.mails) == [f"reader{n}@example.org" for n in range(3)]
    assert not Message.objects.filter(sent_at=None).exists()


def test_two_workers_at_the_same_moment(inbox: Inbox) -> None:
    for number in range(12):
        mail(f"reader{number}@example.org")
    start = Barrier(2)

    def worker() -> int:
        try:
            start.wait()
            return send_mail(NOW)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        sent = [pool.submit(worker) for _ in range(2)]
        assert sum(one.result() for one in sent) == 12
    assert len(inbox.mails) == len({one["To"] for one in inbox.mails}) == 12


def test_what_a_worker_took_and_never_sent_is_sent_by_the_next(
    inbox: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = mail()

    def die(*_: object) -> None:
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr(tasks.Mailer, "send", die)
        with pytest.raises(SystemExit):
            send_mail(NOW)
    assert send_mail(NOW + timedelta(seconds=5)) == 0
    later = NOW + timedelta(seconds=int(LEASE_SECONDS_MAX) + 5)
    assert send_mail(later) == 1
    row.refresh_from_db()
    assert row.sent_at == later


def test_one_refused_reader_does_not_hold_up_the_others(inbox: Inbox) -> None:
    refused, fine = mail(inbox.refuses), mail()
    assert send_mail(NOW) == 1
    refused.refresh_from_db()
    fine.refresh_from_db()
    assert fine.sent_at == NOW
    assert "nobody of that name" in refused.problem
    assert refused.due_at == NOW + timedelta(seconds=5)


def test_one_letter_that_cannot_be_written_does_not_hold_up_the_others(inbox: Inbox) -> None:
    """The server here has no SMTPUTF8, so an address with an umlaut cannot be named to it."""
    odd, fine = mail("dana@b\u00fccher.example"), mail()
    assert send_mail(NOW) == 1
    odd.refresh_from_db()
    fine.refresh_from_db()
    assert (fine.sent_at, fine.attempts) == (NOW, 1)
    assert odd.attempts == 1
    assert odd.problem


def test_a_server_that_is_down_loses_nothing_and_is_given_up_in_the_end(settings: object) -> None:
    settings.CONFIGURATION = replace(  # type: ignore[attr-defined]
        settings.CONFIGURATION,  # type: ignore[attr-defined]
        smtp_url=f"smtp://127.0.0.1:{free_port()}",
    )
    row = mail()
    at = NOW
    for attempt in range(1, int(ATTEMPTS_MAX) + 1):
        assert send_mail(at) == 0
        row.refresh_from_db()
        assert row.attempts == attempt
        at = row.due_at or at
    assert row.due_at is None
    assert "refused" in row.problem.lower()


def test_without_a_server_mail_is_kept_and_its_readers_are_few(
    ada: cast.User, alice: cast.User, client_for: cast.ClientFor
) -> None:
    row = mail()
    send_mail(NOW)
    page = client_for(ada).get(f"/mail/{row.pk}/")
    assert "Come in." in page.content.decode()
    stranger: Client = client_for(alice)
    assert stranger.get(f"/mail/{row.pk}/").status_code == 404
    assert stranger.get("/mail/").status_code == 404


def test_where_mail_is_sent_nobody_reads_it_here(
    inbox: Inbox, ada: cast.User, client_for: cast.ClientFor
) -> None:
    row = mail()
    send_mail(NOW)
    assert "Come in." not in client_for(ada).get("/mail/").content.decode()
    assert client_for(ada).get(f"/mail/{row.pk}/").status_code == 404


def test_a_mail_too_long_is_refused_before_it_is_queued() -> None:
    with pytest.raises(LimitReached, match="shorten it"):
        enqueue_mail(to="a@b.c", subject="s", body="x" * (MAIL_CHARACTERS_MAX.value + 1), at=NOW)
    assert not Message.objects.exists()


def test_an_entry_reaches_its_log_once(in_process_relay: object) -> None:
    log_id = "l" * 22
    relay.open_log(log_id, NewEntry(0, "outline", "hour.opened", 1, b"{}"))
    for _ in range(2):
        enqueue_entry(log_id, NewEntry(0, "outline", "hour.begun", 1, b"{}"), once="begun", at=NOW)
    assert append_entries(NOW) == 1
    LogEntry.objects.update(due_at=NOW)  # as after a crash between the append and the row
    append_entries(NOW)
    kinds = [entry.kind for entry in relay.entries(log_id, tracks=["outline"])]
    assert kinds == ["hour.opened", "hour.begun"]
