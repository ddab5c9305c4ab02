from datetime import UTC, datetime, timedelta, timezone

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from otherside.delivery.calendar import Attendee, Event, Method, calendar_file

NOON = datetime(2026, 6, 10, 12, 0, tzinfo=UTC)


def event(**changes: object) -> Event:
    values: dict[str, object] = {
        "uid": "abc@otherside",
        "sequence": 0,
        "starts_at": NOON,
        "minutes": 60,
        "summary": "Interview",
        "description": "Your link: https://example.org/c/x/",
        "url": "https://call.example.org/1",
        "organizer": Attendee(name="Rosa", email="rosa@example.org"),
        "attendees": (Attendee(name="Dana", email="dana@example.net"),),
    }
    return Event(**{**values, **changes})  # type: ignore[arg-type]


def parsed(content: bytes) -> icalendar.Event:
    return next(iter(icalendar.Calendar.from_ical(content).walk("VEVENT")))


def test_an_hour_at_noon_in_helsinki_is_written_in_utc() -> None:
    helsinki = timezone(timedelta(hours=3))
    content = calendar_file(event(starts_at=NOON.astimezone(helsinki)), Method.REQUEST, at=NOON)
    assert b"DTSTART:20260610T120000Z" in content
    assert b"DTEND:20260610T130000Z" in content
    assert b"METHOD:REQUEST" in content


def test_a_cancellation_keeps_the_uid_and_says_so() -> None:
    entry = parsed(calendar_file(event(sequence=2), Method.CANCEL, at=NOON))
    assert (str(entry["uid"]), int(entry["sequence"]), str(entry["status"])) == (
        "abc@otherside",
        2,
        "CANCELLED",
    )


@given(text=st.text(max_size=300), name=st.text(max_size=80))
def test_no_text_can_add_lines_of_its_own(text: str, name: str) -> None:
    """A candidate's name with line breaks must not become calendar properties."""
    content = calendar_file(
        event(description=text, attendees=(Attendee(name=name, email="d@example.net"),)),
        Method.REQUEST,
        at=NOON,
    )
    calendar = icalendar.Calendar.from_ical(content)
    assert [c.name for c in calendar.walk()] == ["VCALENDAR", "VEVENT"]
    assert set(parsed(content)) <= {
        "UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "STATUS", "URL", "LOCATION",
        "ORGANIZER", "ATTENDEE",
    }  # fmt: skip


def test_a_naive_time_is_our_mistake() -> None:
    with pytest.raises(ValueError, match="aware"):
        event(starts_at=datetime(2026, 6, 10))
