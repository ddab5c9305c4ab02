"""What an interview needs from a reader now: a badge, a note, and at most one thing to do.

Pure: what the reader may and sees comes in, as does the clock. Addresses are the page's business.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum

from otherside.interview.state import State

CARD_DUE_AFTER = timedelta(hours=2)
LOBBY_BEFORE = timedelta(minutes=30)


class Urgency(IntEnum):
    """How soon somebody should act; the highest of a page gets its one button in the accent colour."""

    NOTHING = 0
    LATER = 1
    SOON = 2
    NOW = 3
    RUNNING = 4  # the candidate is waiting, or talking


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One interview as one reader may know it. `cards_missing` names whose card the reader may wait for."""

    state: State
    starts_at: datetime | None
    minutes: int
    began_at: datetime | None = None
    ended_at: datetime | None = None
    on_panel: bool
    may_arrange: bool
    may_decide: bool
    own_card_in: bool = False
    cards_missing: tuple[str, ...] = ()

    @property
    def ends_at(self) -> datetime | None:
        start = self.began_at or self.starts_at
        return start + timedelta(minutes=self.minutes) if start is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """`tone` is a class of the badge; `moment` is a time that the note ends with; `target` names a page."""

    badge: str
    tone: str = ""
    note: str = ""
    moment: datetime | None = None
    action: str = ""
    target: str = ""
    urgency: Urgency = Urgency.NOTHING


def next_step(seen: Seen, now: datetime) -> Step:
    """The step of `seen` at `now`."""
    if seen.state is State.PLANNED:
        return _arranged(Step(badge="No time yet", tone="warn"), seen, "Find a time", Urgency.SOON)
    if seen.state is State.SCHEDULED:
        return _scheduled(seen, now)
    if seen.state is State.LOBBY:
        step = Step(badge="Lobby open", tone="info", note="nobody has begun yet")
        return _to_room(step, seen) if seen.on_panel else step
    if seen.state is State.GOING_ON:
        return _going_on(seen, now)
    if seen.state is State.ENDED:
        return _ended(seen, now)
    return Step(badge="Cancelled")


def _scheduled(seen: Seen, now: datetime) -> Step:
    assert seen.starts_at is not None
    assert seen.ends_at is not None
    if now >= seen.ends_at:
        step = Step(badge="! Was not held", tone="bad", note="nobody opened the room")
        return _arranged(step, seen, "Find a new time", Urgency.NOW)
    if now >= seen.starts_at:
        late = _minutes(now - seen.starts_at)
        step = Step(badge=f"! {late} min late", tone="bad", note="nobody has opened the room")
        return _to_room(step, seen) if seen.on_panel else _arranged(step, seen, "Move", Urgency.SOON)
    left = seen.starts_at - now
    if left <= LOBBY_BEFORE:
        step = Step(badge=f"In {_minutes(left)} min", tone="info")
        return _to_room(step, seen) if seen.on_panel else _arranged(step, seen, "Move", Urgency.LATER)
    step = Step(badge="Scheduled")
    if seen.on_panel:
        return _with(step, "Prepare", "prepare", Urgency.LATER)
    return _arranged(step, seen, "Move", Urgency.LATER)


def _going_on(seen: Seen, now: datetime) -> Step:
    ends_at = seen.ends_at
    if ends_at is not None and now > ends_at:
        step = Step(badge=f"! {_minutes(now - ends_at)} min over", tone="warn", note="still going on")
    else:
        step = Step(badge="Going on", tone="good", note="ends", moment=ends_at)
    return _with(step, "To the room", "room", Urgency.RUNNING) if seen.on_panel else step


def _ended(seen: Seen, now: datetime) -> Step:
    if seen.on_panel and not seen.own_card_in:
        since = now - seen.ended_at if seen.ended_at is not None else timedelta()
        if since >= CARD_DUE_AFTER:
            step = Step(
                badge=f"! Card overdue {_hours(since)}", tone="bad", note="write it while it is fresh"
            )
            return _with(step, "Write your card", "card", Urgency.NOW)
        return _with(Step(badge="Your card is due", tone="warn"), "Write your card", "card", Urgency.SOON)
    if seen.cards_missing:
        return Step(badge="Waiting for cards", tone="warn", note=f"{named(seen.cards_missing)} to write")
    if seen.may_decide:
        return _with(Step(badge="All cards in", tone="info"), "Debrief", "debrief", Urgency.SOON)
    step = Step(badge="All cards in", tone="good")
    return _with(step, "Read the cards", "debrief", Urgency.LATER) if seen.on_panel else step


def _to_room(step: Step, seen: Seen) -> Step:
    word = "To the room" if seen.state in {State.LOBBY, State.GOING_ON} else "Open the room"
    return _with(step, word, "room", Urgency.RUNNING)


def _arranged(step: Step, seen: Seen, action: str, urgency: Urgency) -> Step:
    return _with(step, action, "move", urgency) if seen.may_arrange else step


def _with(step: Step, action: str, target: str, urgency: Urgency) -> Step:
    return Step(
        badge=step.badge, tone=step.tone, note=step.note, moment=step.moment,
        action=action, target=target, urgency=urgency,
    )  # fmt: skip


def _minutes(length: timedelta) -> int:
    return max(1, int(length.total_seconds() // 60))


def _hours(length: timedelta) -> str:
    hours = int(length.total_seconds() // 3600)
    return f"{hours} h" if hours < 48 else f"{hours // 24} days"


def named(names: Sequence[str]) -> str:
    """`Alice`, `Alice and Bob`, `Alice, Bob and 2 more`: first names only."""
    first = [name.split(" ")[0] for name in names]
    if len(first) > 3:
        return f"{', '.join(first[:2])} and {len(first) - 2} more"
    return " and ".join([", ".join(first[:-1]), first[-1]]) if len(first) > 1 else first[0]
