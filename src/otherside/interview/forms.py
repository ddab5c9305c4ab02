"""Forms of interview: what may be typed; what may be done is decided by actions."""

from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django import forms

from otherside.accounts.access import with_role
from otherside.accounts.forms import PlainSelect, ZoneField
from otherside.accounts.models import User
from otherside.accounts.roles import Role
from otherside.interview.actions import Booking
from otherside.interview.adjustments import read
from otherside.interview.models import Interview, PanelMember

SEATS = ("lead", "second", "third", "fourth", "fifth", "sixth")  # as many as PANEL_MAX
MINUTES = [(minutes, f"{minutes} min") for minutes in (30, 45, 60, 75, 90, 120)]

EXTRA = [(0, "none"), (15, "15 % more"), (25, "25 % more"), (50, "50 % more"), (100, "twice the time")]
BREAKS = [(0, "none"), (1, "one"), (2, "two"), (3, "three")]
ADJUSTED = ("extra_percent", "breaks", "hide_clock", "without_running", "second_person", "second_part")


class BookingForm(forms.Form):
    """When, how long, with whom. Without a day the interview is planned and waits for a time."""

    day = forms.DateField(
        label="Day",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Leave it empty to plan the interview now and find a time later.",
    )
    clock = forms.TimeField(
        label="Time", required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    zone = ZoneField(label="Time zone")
    minutes = forms.TypedChoiceField(label="Length", choices=MINUTES, coerce=int)
    lead = forms.TypedChoiceField(label="Leads the hour", coerce=int, widget=PlainSelect)
    second = forms.TypedChoiceField(
        label="With", coerce=int, widget=PlainSelect, required=False, empty_value=None
    )
    third = forms.TypedChoiceField(
        label="Third person", coerce=int, widget=PlainSelect, required=False, empty_value=None
    )
    fourth = forms.TypedChoiceField(
        label="Fourth person", coerce=int, widget=PlainSelect, required=False, empty_value=None
    )
    fifth = forms.TypedChoiceField(
        label="Fifth person", coerce=int, widget=PlainSelect, required=False, empty_value=None
    )
    sixth = forms.TypedChoiceField(
        label="Sixth person", coerce=int, widget=PlainSelect, required=False, empty_value=None
    )
    call_url = forms.URLField(
        label="Link of the call",
        required=False,
        assume_scheme="https",
        help_text="Where people see and hear each other, as in https://meet.example.org/dana.",
    )
    call_phone = forms.CharField(
        label="Phone number if the call fails",
        required=False,
        max_length=40,
        help_text="One that everybody can dial; it stands in the invitation and in the room.",
    )
    languages = forms.CharField(
        label="Languages the candidate writes in",
        required=False,
        help_text="Separated by commas. Left empty, the résumé's stand; the candidate can say it as well.",
    )
    extra_percent = forms.TypedChoiceField(
        label="More time", coerce=int, required=False, empty_value=None, choices=EXTRA, initial=0
    )
    breaks = forms.TypedChoiceField(
        label="Breaks of five minutes",
        coerce=int,
        required=False,
        empty_value=None,
        choices=BREAKS,
        initial=0,
    )
    hide_clock = forms.BooleanField(label="No clock on the candidate's page", required=False)
    without_running = forms.BooleanField(label="Write code without running it", required=False)
    second_person = forms.CharField(label="Second person's name", required=False, max_length=80)
    second_part = forms.CharField(
        label="What they do", required=False, max_length=80, help_text="As in: interprets, assists."
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # Django's own signature
        super().__init__(*args, **kwargs)
        people = [(person.pk, person.name) for person in with_role(Role.INTERVIEWER)]
        for seat in SEATS:
            field = self.fields[seat]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [("", "Choose" if seat == "lead" else "Nobody"), *people]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if (data.get("day") is None) != (data.get("clock") is None):
            self.add_error("clock" if data.get("day") else "day", "A time needs both, the day and the hour.")
        return data

    def booking(self) -> Booking:
        """What was typed. Raises Invalid where nobody could mean it."""
        data = self.cleaned_data
        panel = tuple(data[seat] for seat in SEATS if data.get(seat))
        return Booking(
            starts_at=_moment(data["day"], data["clock"], data["zone"]) if data["day"] else None,
            minutes=data["minutes"],
            panel=panel,
            lead=data["lead"],
            call_url=data["call_url"],
            call_phone=data["call_phone"].strip(),
            languages=tuple(data["languages"].split(",")),
            adjustments=read({name: data[name] for name in ADJUSTED if data[name] is not None}),
        )

    def seen_at(self) -> datetime | None:
        """The time that the page showed when it was opened."""
        text = self.cleaned_data["seen"]
        try:
            return datetime.fromisoformat(text) if text else None
        except ValueError:
            return None


def _moment(day: Any, clock: time, zone: str) -> datetime:
    return datetime.combine(day, clock, tzinfo=ZoneInfo(zone))


def booking_of(interview: Interview, seats: list[PanelMember], user: User) -> dict[str, object]:
    """What the form shows first, for an interview that is there; the lead comes first in `seats`."""
    starts_at = interview.starts_at
    local = starts_at.astimezone(ZoneInfo(user.time_zone)) if starts_at is not None else None
    return {
        "day": local.date() if local is not None else None,
        "clock": local.time() if local is not None else None,
        "zone": user.time_zone,
        "minutes": interview.adjusted.minutes or interview.minutes,
        "call_url": interview.call_url,
        "call_phone": interview.call_phone,
        "languages": ", ".join(interview.languages_wanted),
        **{name: getattr(interview.adjusted, name) for name in ADJUSTED},
        "seen": starts_at.isoformat() if starts_at is not None else "",
        **{name: seat.user_id for name, seat in zip(SEATS, seats, strict=False)},
    }
