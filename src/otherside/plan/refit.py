"""Deals out what is left of the minutes up to the interviewer's hard end. The candidate's five stay."""

from collections.abc import Sequence

from otherside.plan.drift import Begun
from otherside.plan.segments import BREAK, DISAGREE, LAST_MINUTES, Plan

MINUTE_MS = 60_000
LEAST_MINUTES = 3  # a part that would get less is given up
KEPT_LONGEST = {DISAGREE, BREAK}  # a rating is mandatory, a break was promised


def refit(
    plan: Plan, begun: Sequence[Begun], now_ms: int, ends_ms: int, paused_ms: int = 0
) -> tuple[tuple[str, int], ...]:
    """Each segment's minutes, in the order of the plan.

    What is over has what it took, in whole minutes that add up; what was jumped over has 0. The current
    segment and those ahead share what is left before the candidate's minutes, none above its plan; one that
    would get less than three is given up (0), a break or a disagreement last of all. Times are the log's.
    """
    ids = [segment.id for segment in plan.segments]
    current = _current(ids, begun)
    spent = _spent_min(ids, begun, now_ms, paused_ms)
    last = plan.segments[-1]
    ahead = [s for n, s in enumerate(plan.segments[:-1]) if n >= current]
    wanted = [max(0, s.minutes - (spent[n + current] if n == 0 else 0)) for n, s in enumerate(ahead)]
    left = max(0, (ends_ms - now_ms) // MINUTE_MS - LAST_MINUTES)
    given = _dealt(wanted, left, [s.kind for s in ahead], open_now=bool(begun))
    minutes = [spent[n] if n < current else 0 for n in range(len(ids) - 1)]
    for n, share in enumerate(given):
        minutes[current + n] = share + (spent[current] if n == 0 else 0)
    at_the_end = max(LAST_MINUTES, min(last.minutes, LAST_MINUTES + left - sum(given)))
    return tuple(zip(ids, [*minutes, at_the_end], strict=True))


def _current(ids: Sequence[str], begun: Sequence[Begun]) -> int:
    """The place of the segment that goes on; of one that the plan lacks, that of the last known before."""
    for entry in reversed(begun):
        if entry.segment in ids:
            return min(ids.index(entry.segment), len(ids) - 1)
    return 0


def _spent_min(ids: Sequence[str], begun: Sequence[Begun], now_ms: int, paused_ms: int) -> list[int]:
    """Minutes spent on each segment; rounded where they add up, so that no minute comes or goes."""
    spent_ms = [0] * len(ids)
    if not begun:
        return spent_ms
    ends = [(entry.at_ms - entry.paused_ms) for entry in begun[1:]] + [now_ms - paused_ms]
    for entry, end_ms in zip(begun, ends, strict=True):
        if entry.segment in ids:
            spent_ms[ids.index(entry.segment)] += max(0, end_ms - (entry.at_ms - entry.paused_ms))
    rounded, until_ms, until_min = [], 0, 0
    for ms in spent_ms:
        until_ms += ms
        minute = round(until_ms / MINUTE_MS)
        rounded.append(minute - until_min)
        until_min = minute
    return rounded


def _dealt(wanted: Sequence[int], left: int, kinds: Sequence[str], *, open_now: bool) -> list[int]:
    """`left` minutes by what each wanted, none above it. One that goes on may get any number."""
    kept = [n for n, minutes in enumerate(wanted) if minutes > 0 or (n == 0 and open_now)]
    while kept:
        floor = {n: min(LEAST_MINUTES, wanted[n], left) if kinds[n] in KEPT_LONGEST else 0 for n in kept}
        spare = max(0, left - sum(floor.values()))
        more = _shares([wanted[n] - floor[n] for n in kept], spare)
        dealt = {n: floor[n] + share for n, share in zip(kept, more, strict=True)}
        short = [n for n in kept if dealt[n] < min(LEAST_MINUTES, wanted[n]) and not (n == 0 and open_now)]
        if not short:
            return [dealt.get(n, 0) for n in range(len(wanted))]
        kept.remove(min(short, key=lambda n: (kinds[n] in KEPT_LONGEST, wanted[n], -n)))
    return [0] * len(wanted)


def _shares(wanted: Sequence[int], left: int) -> list[int]:
    """`left` by the sizes of `wanted`, by largest remainder; all of `wanted` where it suffices."""
    whole = sum(wanted)
    if whole <= left:
        return list(wanted)
    exact = [left * minutes / whole for minutes in wanted]
    given = [int(share) for share in exact]
    by_remainder = sorted(range(len(wanted)), key=lambda n: (given[n] - exact[n], n))
    for n in by_remainder[: left - sum(given)]:
        given[n] += 1
    return given
