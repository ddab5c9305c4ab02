"""The words of reminders: to the author of an overdue card, then to the recruiter. They say nothing of it."""

from dataclasses import dataclass
from datetime import timedelta

HOUR, DAY = "hour", "day"
RECRUITER = "recruiter"
# How long after a card was due each of them goes out, the last first: who was away gets one, not three.
STEPS: tuple[tuple[str, timedelta], ...] = (
    (RECRUITER, timedelta(hours=48)),
    (DAY, timedelta(hours=24)),
    (HOUR, timedelta(hours=1)),
)
GIVEN_UP = timedelta(days=7)  # later nobody is written to: it is the debrief that says what is missing


def step_at(late: timedelta) -> str | None:
    """The step that is due this long after a card was; None before the first and after the last week."""
    if late > GIVEN_UP:
        return None
    return next((step for step, after in STEPS if late >= after), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    subject: str
    body: str


def to_author(*, candidate: str, round_name: str, link: str, step: str) -> Reminder:
    since = "an hour" if step == HOUR else "a day"
    return Reminder(
        subject=f"Your scorecard is open: {candidate}, {round_name}",
        body=f"""The ten minutes held for your card on {candidate}, {round_name}, ended {since} ago.

What was said is clearest now; the draft keeps what you have written:
{link}

Colleagues' cards open to you when yours is in, and nobody can decide before.
""",
    )


def to_recruiter(*, author: str, candidate: str, round_name: str, link: str) -> Reminder:
    return Reminder(
        subject=f"A scorecard is missing: {candidate}, {round_name}",
        body=f"""{author} has not handed in the card on {candidate}, {round_name}, two days after the hour.
They were reminded twice. Perhaps they are away: a word from you helps more than another mail.

{link}
""",
    )
