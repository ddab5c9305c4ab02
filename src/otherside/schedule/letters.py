"""The words of invitations, changes and cancellations. One writer for each reader."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from otherside.interview.card_time import CARD_MINUTES
from otherside.schedule.times import in_zone

INVITED = "You are invited to an interview."
ON_PANEL = "You are on this panel."


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    subject: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What a letter speaks of. `link` is the reader's own way in: the candidate's room link, or our page."""

    candidate: str
    opening: str
    round_name: str
    recruiter: str
    recruiter_email: str
    panel: tuple[str, ...]
    starts_at: datetime
    minutes: int
    call_url: str
    link: str
    call_phone: str = ""
    allowed: tuple[str, ...] = ()

    @property
    def call(self) -> str:
        """How they hear each other: the link, and the number for when it fails."""
        lines = [("Call", self.call_url), ("If the call fails, dial", self.call_phone)]
        return "".join(f"\n{what}: {where}" for what, where in lines if where)


def to_candidate(occasion: Occasion, *, zone: str, changed: bool) -> Letter:
    """Invitation or change for the candidate, with what to expect, what is recorded and how to move it."""
    lead = "Your interview has a new time; the old one no longer counts." if changed else INVITED
    when = in_zone(occasion.starts_at, zone)
    return Letter(
        subject=f"{'New time' if changed else 'Your interview'}: {occasion.opening}, {when}",
        body=f"""Hello {occasion.candidate},

{lead}

For: {occasion.opening}, {occasion.round_name}
When: {when}, {occasion.minutes} minutes
With: {", ".join(occasion.panel) or "to be named"}{occasion.call}

Your room: {occasion.link}

Say on that page which languages you want to write in, so that they are installed. Open it again a few
minutes before: a warm-up pad lets you try the editor and run code. You need no
account and nothing to install; a current browser is enough. Your typing, your runs and what is shown
to you are recorded, so that nobody has to decide from memory; so are the size of what you paste and
when you leave the window. The room says so too, and you see that list afterwards.{_allowed(occasion)}

If the time does not suit you, or you need something to take part on equal terms (more time, breaks,
another way of working), write to {occasion.recruiter}, {occasion.recruiter_email}. It does not
count against you.
""",
    )


def _allowed(occasion: Occasion) -> str:
    lines = "".join(f"\n- {line}" for line in occasion.allowed)
    return f"\n\nIn the hour:{lines}" if lines else ""


def to_panel(occasion: Occasion, *, zone: str, changed: bool) -> Letter:
    """The same for a panel member."""
    return Letter(
        subject=f"{'New time' if changed else 'Interview'}: {occasion.candidate}, {occasion.opening}",
        body=f"""{"The interview has a new time; the old one no longer counts." if changed else ON_PANEL}

Candidate: {occasion.candidate}
For: {occasion.opening}, {occasion.round_name}
When: {in_zone(occasion.starts_at, zone)}, {occasion.minutes} minutes
Panel: {", ".join(occasion.panel)}{occasion.call}

Preparation, plan and room: {occasion.link}
""",
    )


def for_card(occasion: Occasion, *, zone: str) -> Letter:
    """The minutes after the hour that a panel member keeps free for their card."""
    return Letter(
        subject=f"Held for your scorecard: {occasion.candidate}, {occasion.opening}",
        body=f"""{CARD_MINUTES} minutes after the hour, to write down what you saw while it is clear.

Candidate: {occasion.candidate}
For: {occasion.opening}, {occasion.round_name}
From: {in_zone(occasion.starts_at + timedelta(minutes=occasion.minutes), zone)}

Your card: {occasion.link}
""",
    )


def cancelled(occasion: Occasion, *, zone: str) -> Letter:
    """The same words for everybody; the calendar file removes the appointment."""
    return Letter(
        subject=f"Cancelled: {occasion.opening}, {in_zone(occasion.starts_at, zone)}",
        body=f"""The interview for {occasion.opening}, {occasion.round_name}, on
{in_zone(occasion.starts_at, zone)} will not take place.

Questions: {occasion.recruiter}, {occasion.recruiter_email}
""",
    )
