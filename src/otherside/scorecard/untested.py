"""Which signals had no moment in the hour, and why: said on the card, so that nobody rates by guess."""

from otherside.live.history import Hour
from otherside.live.progress import worked_ms
from otherside.plan.segments import FOCUS, PROJECT, SECOND_HALF
from otherside.rubric import signals
from otherside.scorecard.measured import versions

CHALLENGES_NEEDED = 3
CUT_SHORT = 0.6  # a part that took less of its minutes than this was stopped
NUMBERS = {0: "no", 1: "one", 2: "two", 3: "three"}
MINUTE_MS = 60_000


def reasons(hour: Hour) -> dict[str, str]:
    """Signal id → why it was not tested; empty for an hour whose log does not say, or that had everything.

    Communication, attitude and working together can show in any hour, so they are never here.
    """
    if hour.begun_ms is None or not hour.plan:
        return {}
    found = {
        signals.PROBLEM_SOLVING: _problem(hour),
        signals.CODE: _problem(hour),
        signals.LEARNING: "" if hour.help else "no hint was needed",
        signals.ADAPTING: "" if _changed(hour) else "the task did not change",
        signals.DESIGN: _design(hour),
        signals.DEPTH: _depth(hour),
    }
    return {signal: why for signal, why in found.items() if why}


def _changed(hour: Hour) -> bool:
    return any(version.revision > 0 for version in versions(hour))


def _problem(hour: Hour) -> str:
    return "" if hour.statements else "no problem was shown"


def _depth(hour: Hour) -> str:
    challenged = [choice for choice in hour.choices if choice.state == "challenged"]
    put = max(len(hour.challenges), len(challenged))
    if put >= CHALLENGES_NEEDED:
        return ""
    what = "choice was" if put == 1 else "choices were"
    if put == 0:
        return "no choice was challenged"
    return f"{NUMBERS[put]} {what} challenged, {NUMBERS[CHALLENGES_NEEDED]} are needed"


def _design(hour: Hour) -> str:
    """Design shows where there is room for it: a project, a focus, or a second half of its length."""
    parts = {segment.id: segment for segment in hour.plan if segment.kind in {PROJECT, FOCUS, SECOND_HALF}}
    if not parts:
        return "no part of the hour was made for it"
    took: dict[str, int] = {}
    ends = [begun.at_ms for begun in hour.segments[1:]] + [hour.ended_ms or hour.last_ms]
    for begun, end in zip(hour.segments, ends, strict=True):
        if begun.segment in parts:
            took[begun.segment] = took.get(begun.segment, 0) + worked_ms(hour, begun.at_ms, end)
    if not took:
        return "the second half was not begun"
    enough = [ms for part, ms in took.items() if ms >= CUT_SHORT * parts[part].minutes * MINUTE_MS]
    if enough:
        return ""
    return f"the second half stopped after {max(took.values()) // MINUTE_MS} min"
