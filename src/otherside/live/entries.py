"""The kinds of entry that the hour writes to the log, and the tracks they belong to.

A body never says more than its track's audience may know: what the candidate reads (`outline`, `hint`) is
written anew for them, never cut out of a longer entry. Changing a body means a new version and an
upcaster, for ever.
"""

from typing import Literal

import msgspec

from otherside.log.kind import Kind

OUTLINE = "outline"
PLAN = "plan"
RUN = "run"
HINT = "hint"
HELP = "help"
PRESENCE = "presence"
PAD = "doc:pad"

MarkKind = Literal["question", "good", "concern", "answered", "flag"]
ProbeState = Literal["asked", "supported", "unsupported", "unreached"]


def mark_track(member: int) -> str:
    """Where `member`'s own marks go."""
    return f"mark:{member}"


def notes_track(member: int) -> str:
    """The document of `member`'s private notes."""
    return f"notes:{member}"


class HourOpened(msgspec.Struct, frozen=True):
    opened_at: str  # UTC, ISO 8601; at_ms of every entry counts from here
    minutes: int


class HourBegun(msgspec.Struct, frozen=True):
    pass


class HourEnded(msgspec.Struct, frozen=True):
    pass


class SegmentBegun(msgspec.Struct, frozen=True):
    segment: str
    ordinal: int  # place in the plan, from 1
    title: str
    minutes: int


class StatementShown(msgspec.Struct, frozen=True):
    """What the candidate was asked, in full: the bank may change, what was shown may not."""

    doc: str  # "doc:q1"
    question: str
    title: str
    markdown: str
    revision: int  # 0 as first shown; n the n-th escalation; -1 the easing


class ClockPaused(msgspec.Struct, frozen=True):
    reason: str


class ClockResumed(msgspec.Struct, frozen=True):
    pass


class PlannedSegment(msgspec.Struct, frozen=True):
    id: str
    kind: str
    title: str
    minutes: int


class PlanChanged(msgspec.Struct, frozen=True):
    reason: str
    segments: list[PlannedSegment]


class HintShown(msgspec.Struct, frozen=True):
    question: str
    step: int | None  # None: improvised
    text: str


class HelpSaid(msgspec.Struct, frozen=True):
    question: str
    step: int | None
    text: str


class FactGiven(msgspec.Struct, frozen=True):
    question: str
    fact: str
    text: str


class MarkSet(msgspec.Struct, frozen=True):
    kind: MarkKind
    text: str
    of_ms: int  # when it happened, which may be before the mark was set


class ProbeSet(msgspec.Struct, frozen=True):
    probe: str
    state: ProbeState
    note: str


class RunningLate(msgspec.Struct, frozen=True):
    minutes: int
    reason: str


HOUR_OPENED = Kind(name="hour.opened", version=1, body=HourOpened)
HOUR_BEGUN = Kind(name="hour.begun", version=1, body=HourBegun)
HOUR_ENDED = Kind(name="hour.ended", version=1, body=HourEnded)
SEGMENT_BEGUN = Kind(name="segment.begun", version=1, body=SegmentBegun)
STATEMENT_SHOWN = Kind(name="statement.shown", version=1, body=StatementShown)
CLOCK_PAUSED = Kind(name="clock.paused", version=1, body=ClockPaused)
CLOCK_RESUMED = Kind(name="clock.resumed", version=1, body=ClockResumed)
PLAN_CHANGED = Kind(name="plan.changed", version=1, body=PlanChanged)
HINT_SHOWN = Kind(name="hint.shown", version=1, body=HintShown)
HELP_SAID = Kind(name="help.said", version=1, body=HelpSaid)
FACT_GIVEN = Kind(name="fact.given", version=1, body=FactGiven)
MARK_SET = Kind(name="mark.set", version=1, body=MarkSet)
PROBE_SET = Kind(name="probe.set", version=1, body=ProbeSet)
RUNNING_LATE = Kind(name="presence.late", version=1, body=RunningLate)
