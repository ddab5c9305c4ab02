"""Where the hour stands against its plan. Pauses stop the clock; the hard end does not move with drift."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from otherside.plan.segments import Plan, Segment

MINUTE_MS = 60_000
ON_TIME_MS = 60_000  # less than a minute either way is on time
WARN_MS = 2 * MINUTE_MS

State = Literal["ahead", "on-time", "behind", "over"]


@dataclass(frozen=True, slots=True)
class Begun:
    """A segment begun at `at_ms` of the log, when the clock had been paused for `paused_ms` in all."""

    segment: str
    at_ms: int
    paused_ms: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """`behind_ms` is negative when ahead. `left_ms` is of this segment, `end_ms` of the hour.

    Both are negative when past. `asks_in_ms` is the time until the candidate's minutes should begin;
    `eaten_ms` is how much of them went to something else. `state`: over = this segment is past its minutes;
    behind or ahead = the hour as a whole.
    """

    segment: str
    state: State
    spent_ms: int
    left_ms: int
    behind_ms: int
    end_ms: int
    asks_in_ms: int
    eaten_ms: int
    warning: str


def drift(
    plan: Plan, begun: Sequence[Begun], now_ms: int, paused_ms: int = 0, *, hard_end_ms: int | None = None
) -> Drift | None:
    """How the hour stands at `now_ms`, all times on the log's clock; None before the first segment.

    `paused_ms` is the whole time paused until now, a pause that still lasts included. The hour ends at
    `hard_end_ms` where the company's calendar says so, else `plan.minutes` after its beginning, pauses added.
    Segments that were skipped count as done. A segment that the plan no longer has counts as no minutes.
    """
    if not begun:
        return None
    first, current = begun[0], begun[-1]
    started_paused = first.paused_ms
    worked_ms = (now_ms - paused_ms) - (first.at_ms - started_paused)
    spent_ms = max(0, (now_ms - paused_ms) - (current.at_ms - current.paused_ms))
    ids = [segment.id for segment in plan.segments]
    here = plan.segments[ids.index(current.segment)] if current.segment in ids else None
    minutes_ms = here.minutes * MINUTE_MS if here is not None else 0
    before_ms = sum(s.minutes for s in plan.segments[: _place(plan, begun)]) * MINUTE_MS
    behind_ms = worked_ms - (before_ms + min(spent_ms, minutes_ms))
    end_ms = (
        hard_end_ms
        if hard_end_ms is not None
        else first.at_ms + plan.minutes * MINUTE_MS + (paused_ms - started_paused)
    ) - now_ms
    last = plan.segments[-1]
    asks_in_ms = end_ms - last.minutes * MINUTE_MS
    asking = current.segment == last.id
    eaten_ms = 0 if asking else min(last.minutes * MINUTE_MS, max(0, -asks_in_ms))
    left_ms = minutes_ms - spent_ms
    return Drift(
        segment=current.segment,
        state=_state(left_ms, behind_ms),
        spent_ms=spent_ms,
        left_ms=left_ms,
        behind_ms=behind_ms,
        end_ms=end_ms,
        asks_in_ms=asks_in_ms,
        eaten_ms=eaten_ms,
        warning="" if asking else _warning(last, asks_in_ms),
    )


def _place(plan: Plan, begun: Sequence[Begun]) -> int:
    """How many segments of the plan lie before the current one; of a removed one, before the last known."""
    ids = [segment.id for segment in plan.segments]
    for entry in reversed(begun):
        if entry.segment in ids:
            return ids.index(entry.segment) + (0 if entry is begun[-1] else 1)
    return 0


def _state(left_ms: int, behind_ms: int) -> State:
    if left_ms < 0:
        return "over"
    if behind_ms >= ON_TIME_MS:
        return "behind"
    return "ahead" if behind_ms <= -ON_TIME_MS else "on-time"


def _warning(last: Segment, asks_in_ms: int) -> str:
    """A sentence from two minutes before the candidate's own time, and while it is being eaten."""
    if asks_in_ms > WARN_MS:
        return ""
    if asks_in_ms > 0:
        seconds = asks_in_ms // 1000
        return f"The candidate's {last.minutes} minutes begin in {seconds // 60}:{seconds % 60:02d}."
    left_s = max(0, last.minutes * 60 + asks_in_ms // 1000)
    if left_s == 0:
        return (
            f"The candidate's {last.minutes} minutes are gone; offer to answer by mail, or stay if both can."
        )
    clock = f"{left_s // 60}:{left_s % 60:02d}"
    return f"{clock} of the candidate's {last.minutes} minutes are left. Stop here and ask."
