"""What whoever opens the demo finds besides its interviews."""

from datetime import UTC, datetime

import icalendar
import pytest

from otherside.delivery.models import Message
from otherside.demo.company import build

AT = datetime(2026, 6, 10, 9, 20, tzinfo=UTC)


@pytest.mark.django_db
def test_everybody_was_invited_with_a_calendar_file_and_told_of_the_move() -> None:
    company = build(AT)
    mails = list(Message.objects.all())
    assert all(mail.created_at <= AT and mail.calendar_method == "REQUEST" for mail in mails)
    to_sofia = [mail for mail in mails if mail.to_email == "sofia@example.net"]
    files = [bytes(mail.calendar) for mail in to_sofia if mail.calendar is not None]
    events = [icalendar.Calendar.from_ical(file).walk("VEVENT")[0] for file in files]
    starts = {int(event["sequence"]): event["dtstart"].dt for event in events}
    assert starts == {0: datetime(2026, 6, 10, 13, tzinfo=UTC), 1: datetime(2026, 6, 10, 11, tzinfo=UTC)}
    invited = {company.people[key].email for key in ("alice", "bob", "mei", "tomasz")}
    assert invited <= {mail.to_email for mail in mails}
