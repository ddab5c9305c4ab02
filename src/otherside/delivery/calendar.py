"""Calendar files for invitations, changes and cancellations (RFC 5545, iTIP of RFC 5546)."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

import icalendar


class Method(StrEnum):
    REQUEST = "REQUEST"  # an invitation, or a change of one already sent
    CANCEL = "CANCEL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    name: str
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One appointment. A change keeps `uid` and raises `sequence`, so that calendars move it."""

    uid: str
    sequence: int
    starts_at: datetime
    minutes: int
    summary: str
    description: str
    url: str
    organizer: Attendee
    attendees: tuple[Attendee, ...]

    def __post_init__(self) -> None:
        if self.starts_at.tzinfo is None:
            raise ValueError("starts_at must be aware; a calendar file says which instant is meant")
        if self.minutes <= 0:
            raise ValueError(f"an appointment lasts at least a minute, got {self.minutes}")


def calendar_file(event: Event, method: Method, *, at: datetime) -> bytes:
    """The calendar file as UTF-8 bytes; `at` is the time of sending (DTSTAMP)."""
    entry = icalendar.Event()
    entry.add("uid", event.uid)
    entry.add("sequence", event.sequence)
    entry.add("dtstamp", at.astimezone(UTC))
    entry.add("dtstart", event.starts_at.astimezone(UTC))
    entry.add("dtend", (event.starts_at + timedelta(minutes=event.minutes)).astimezone(UTC))
    entry.add("summary", event.summary)
    entry.add("description", event.description)
    entry.add("status", "CANCELLED" if method is Method.CANCEL else "CONFIRMED")
    if event.url:
        entry.add("url", event.url)
        entry.add("location", event.url)
    entry["organizer"] = _address(event.organizer)
    for attendee in event.attendees:
        address = _address(attendee)
        address.params["role"] = icalendar.vText("REQ-PARTICIPANT")
        address.params["rsvp"] = icalendar.vText("TRUE")
        entry.add("attendee", address, encode=0)
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Otherside//Interviews//EN")
    calendar.add("version", "2.0")
    calendar.add("method", method.value)
    calendar.add_component(entry)
    return bytes(calendar.to_ical())


def _address(who: Attendee) -> icalendar.vCalAddress:
    address = icalendar.vCalAddress(f"mailto:{who.email}")
    address.params["cn"] = icalendar.vText(who.name)
    return address
