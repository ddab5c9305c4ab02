"""Which card stands up at a moment of a golden hour: the order that contracts/hours/README.md tells, in Python.

The browser draws the card; this is the same order written a second time, so that neither side drifts alone.
"""

from collections.abc import Collection

from otherside.live.history import Hour
from otherside.live.progress import is_due, observe, runs_in, standing
from otherside.log.entry import Entry
from tests.support.hours import ALICE, ROOM

SOON_MS = 3 * 60_000
TROUBLE_MS = 2 * 60_000
QUIET_MS = 90_000
CODED = {"problem", "second-half"}


def card_at(entries: list[Entry], now_ms: int, hour: Hour, said: Collection[str], stretch: int) -> str:
    """The state of the one card. `said`: steps said or put off, as "s2:0"."""
    return _of_the_course(hour, now_ms) or _of_the_work(entries, now_ms, hour, said, stretch)


def _of_the_course(hour: Hour, now_ms: int) -> str | None:
    """What stands above everything that a problem could say."""
    if hour.ended_ms is not None or hour.begun_ms is None:
        return "lobby" if hour.ended_ms is None else "ended"
    if hour.is_paused:
        return "trouble" if hour.pauses[-1].cause == "trouble" else "paused"
    if hour.trouble and now_ms - hour.trouble[-1].at_ms < TROUBLE_MS and not _paused_since(hour):
        return "trouble"
    if hour.current is None:
        return "begin-first"
    stands = standing(hour, now_ms)
    drift = stands.drift if stands is not None else None
    on_last = hour.current.segment == ROOM["segments"][-1]["id"]
    return "last-part" if not on_last and drift is not None and drift.asks_in_ms <= SOON_MS else None


def _of_the_work(entries: list[Entry], now_ms: int, hour: Hour, said: Collection[str], stretch: int) -> str:
    assert hour.current is not None
    here = next(s for s in ROOM["segments"] if s["id"] == hour.current.segment)
    if _asked(hour):
        return "asked"
    seen = observe(hour, runs_in(entries), now_ms, probes=ROOM["probes"], member=ALICE)
    due = is_due(hour, seen)
    if due and seen is not None and here["question"] == seen.question:
        return "early" if seen.is_early else "second-half"
    if here["kind"] in CODED and _untouched_ms(entries, now_ms) > QUIET_MS * stretch // 100:
        return "quiet"
    if any(f"{here['id']}:{n}" not in said for n in range(len(here["steps"]))):
        return "step"
    return "second-half" if due else "move-on"


def _paused_since(hour: Hour) -> bool:
    return bool(hour.pauses) and hour.pauses[-1].from_ms >= hour.trouble[-1].at_ms


def _asked(hour: Hour) -> bool:
    """The solution was asked for, and nothing was done about it yet."""
    if not hour.solutions_asked:
        return False
    asked_ms = hour.solutions_asked[-1].at_ms
    after = (
        *(given.at_ms for given in hour.help),
        *(shown.at_ms for shown in hour.statements),
        *(told.at_ms for told in hour.told),
        *(taken.at_ms for taken in hour.taken),
        *(begun.at_ms for begun in hour.segments),
    )
    return not any(at_ms > asked_ms for at_ms in after)


def _untouched_ms(entries: list[Entry], now_ms: int) -> int:
    """Since the last edit, run, statement or part; a pause begins it anew."""
    touching = {
        "y.update",
        "run.started",
        "run.finished",
        "statement.shown",
        "segment.begun",
        "clock.resumed",
    }
    return now_ms - max(entry.at_ms for entry in entries if entry.kind in touching)
