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
PauseCause = Literal["trouble", "break", "other"]
ChoiceHow = Literal["said", "coded", "drawn"]
ChoiceState = Literal["challenged", "waived"]
OpenMoment = Literal["explain", "tidy", "review"]  # told to the candidate; "disagree" is not
LateCause = Literal["candidate", "technical", "interviewer"]
DISAGREE = "disagree"


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
    """Version 1 had no cause. Nothing of a pause ever counts against the candidate, whatever its cause."""

    reason: str
    cause: PauseCause = "other"


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
    """A clarification. Version 1 was always one of the package's facts and said aloud."""

    question: str
    fact: str  # empty: improvised
    text: str
    shown: bool = False


class LineShown(msgspec.Struct, frozen=True):
    """A clarification or a challenge on the candidate's screen: the words alone."""

    question: str
    text: str


class ChallengePut(msgspec.Struct, frozen=True):
    question: str
    choice: str  # the choice in the ledger that it challenges; may be empty
    level: str  # the level it was written for; empty: improvised
    text: str
    shown: bool


class StatementSaid(msgspec.Struct, frozen=True):
    """An escalation or the easing, told and not shown. Runs are tested by it all the same."""

    question: str
    revision: int
    text: str


class ChoiceNoted(msgspec.Struct, frozen=True):
    choice: str
    question: str
    how: ChoiceHow
    text: str


class ChoiceSettled(msgspec.Struct, frozen=True):
    choice: str
    state: ChoiceState


class SolutionAsked(msgspec.Struct, frozen=True):
    question: str


class AskedNoted(msgspec.Struct, frozen=True):
    """A question of the candidate's in the last minutes. The last entry of an id counts."""

    asked: str
    text: str
    answered: bool


class MomentBegun(msgspec.Struct, frozen=True):
    """A stretch made for a signal. `seconds` is what was offered; 0 has no clock of its own. `doc` is the
    document of a colleague's change that is handed over; else empty.
    """

    moment: str
    title: str
    seconds: int
    doc: str = ""


class MomentEnded(msgspec.Struct, frozen=True):
    moment: str


class FittedSegment(msgspec.Struct, frozen=True):
    segment: str
    minutes: int


class OutlineFitted(msgspec.Struct, frozen=True):
    """Minutes dealt out anew. Segments that are over have what they took; one that was given up has 0."""

    segments: list[FittedSegment]


class WarmupHeard(msgspec.Struct, frozen=True):
    pass


class RunningSet(msgspec.Struct, frozen=True):
    """Whether what is written is also run. Where it is not, what runs would measure is not measured."""

    on: bool


class EndSet(msgspec.Struct, frozen=True):
    ends_ms: int  # the interviewer's hard end, on the log's clock; 0: none


class ProposalTaken(msgspec.Struct, frozen=True):
    option: str
    question: str  # the problem it brings; may be empty
    minutes: int
    reasons: list[str]
    others: list[str]  # what else was offered


class TroubleTold(msgspec.Struct, frozen=True):
    text: str = ""


class LatenessNoted(msgspec.Struct, frozen=True):
    """What the panel heard about a late start. `reason` is in the candidate's words, where they gave one."""

    cause: LateCause
    apology: bool
    reason: str


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
CLOCK_PAUSED = Kind(
    name="clock.paused", version=2, body=ClockPaused, upcasters={1: lambda body: {**body, "cause": "other"}}
)
CLOCK_RESUMED = Kind(name="clock.resumed", version=1, body=ClockResumed)
PLAN_CHANGED = Kind(name="plan.changed", version=1, body=PlanChanged)
HINT_SHOWN = Kind(name="hint.shown", version=1, body=HintShown)
HELP_SAID = Kind(name="help.said", version=1, body=HelpSaid)
FACT_GIVEN = Kind(
    name="fact.given", version=2, body=FactGiven, upcasters={1: lambda body: {**body, "shown": False}}
)
CLARIFICATION_SHOWN = Kind(name="clarification.shown", version=1, body=LineShown)
CHALLENGE_SHOWN = Kind(name="challenge.shown", version=1, body=LineShown)
CHALLENGE_PUT = Kind(name="challenge.put", version=1, body=ChallengePut)
STATEMENT_SAID = Kind(name="statement.said", version=1, body=StatementSaid)
CHOICE_NOTED = Kind(name="choice.noted", version=1, body=ChoiceNoted)
CHOICE_SETTLED = Kind(name="choice.settled", version=1, body=ChoiceSettled)
SOLUTION_ASKED = Kind(name="solution.asked", version=1, body=SolutionAsked)
ASKED_NOTED = Kind(name="asked.noted", version=1, body=AskedNoted)
MOMENT_BEGUN = Kind(name="moment.begun", version=1, body=MomentBegun)
MOMENT_ENDED = Kind(name="moment.ended", version=1, body=MomentEnded)
OUTLINE_FITTED = Kind(name="outline.fitted", version=1, body=OutlineFitted)
WARMUP_HEARD = Kind(name="warmup.heard", version=1, body=WarmupHeard)
RUNNING_SET = Kind(name="running.set", version=1, body=RunningSet)
END_SET = Kind(name="end.set", version=1, body=EndSet)
PROPOSAL_TAKEN = Kind(name="proposal.taken", version=1, body=ProposalTaken)
TROUBLE_TOLD = Kind(name="trouble.told", version=1, body=TroubleTold)
LATENESS_NOTED = Kind(name="lateness.noted", version=1, body=LatenessNoted)
MARK_SET = Kind(name="mark.set", version=1, body=MarkSet)
PROBE_SET = Kind(name="probe.set", version=1, body=ProbeSet)
RUNNING_LATE = Kind(name="presence.late", version=1, body=RunningLate)
