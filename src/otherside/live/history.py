"""What has happened in the hour so far: a fold over the entries of its log, and nothing else.

Give it whatever entries the reader may see; what is missing is simply not in the result. It tells facts only;
what they are worth is judged elsewhere.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from otherside.live import entries as kinds
from otherside.log.entry import Entry


@dataclass(frozen=True, slots=True)
class Begun:
    """A segment that was begun; it lasts until the next one or the end."""

    at_ms: int
    actor: int
    segment: str
    ordinal: int
    title: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Pause:
    from_ms: int
    to_ms: int | None  # None while the clock stands
    reason: str


@dataclass(frozen=True, slots=True)
class Shown:
    at_ms: int
    doc: str
    question: str
    title: str
    revision: int
    markdown: str


@dataclass(frozen=True, slots=True)
class Help:
    """A hint: `shown` on the candidate's screen or said aloud. `step` is None where it was improvised."""

    at_ms: int
    actor: int
    question: str
    step: int | None
    text: str
    shown: bool


@dataclass(frozen=True, slots=True)
class Fact:
    at_ms: int
    actor: int
    question: str
    fact: str


@dataclass(frozen=True, slots=True)
class Mark:
    at_ms: int  # when it was set
    of_ms: int  # what it is about
    actor: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Probed:
    at_ms: int
    actor: int
    probe: str
    state: str
    note: str


@dataclass(frozen=True, slots=True)
class Late:
    at_ms: int
    minutes: int
    reason: str


@dataclass(frozen=True, slots=True)
class Hour:
    """The state of one interview's hour. Times are milliseconds since the lobby was opened."""

    opened_at: datetime | None = None
    minutes: int = 0
    begun_ms: int | None = None
    ended_ms: int | None = None
    segments: tuple[Begun, ...] = ()
    pauses: tuple[Pause, ...] = ()
    statements: tuple[Shown, ...] = ()
    help: tuple[Help, ...] = ()
    facts: tuple[Fact, ...] = ()
    marks: tuple[Mark, ...] = ()
    probes: tuple[Probed, ...] = ()
    late: tuple[Late, ...] = ()
    plan: tuple[
        kinds.PlannedSegment, ...
    ] = ()  # as last written down: when the hour began, or was changed since
    last_ms: int = 0
    last_seq: int = -1

    @property
    def is_open(self) -> bool:
        """The lobby is open and the hour has not ended."""
        return self.opened_at is not None and self.ended_ms is None

    @property
    def is_going_on(self) -> bool:
        return self.begun_ms is not None and self.ended_ms is None

    @property
    def current(self) -> Begun | None:
        return self.segments[-1] if self.segments else None

    @property
    def is_paused(self) -> bool:
        return bool(self.pauses) and self.pauses[-1].to_ms is None

    def paused_ms(self, now_ms: int) -> int:
        """How long the clock has stood still until `now_ms`; an open pause counts until the end or now."""
        stop = now_ms if self.ended_ms is None else min(now_ms, self.ended_ms)
        return sum(
            max(0, (stop if pause.to_ms is None else min(pause.to_ms, stop)) - pause.from_ms)
            for pause in self.pauses
        )

    def doc_of(self, question: str) -> str | None:
        """The document that `question` was shown with, or None while it was not."""
        return next((shown.doc for shown in self.statements if shown.question == question), None)

    def revisions_of(self, question: str) -> frozenset[int]:
        return frozenset(shown.revision for shown in self.statements if shown.question == question)

    def revision_of(self, doc: str) -> int:
        """The revision that runs of `doc` are tested against: the one shown last."""
        return next((shown.revision for shown in reversed(self.statements) if shown.doc == doc), 0)

    def question_in(self, doc: str) -> str | None:
        """The question that is worked on in `doc`; None for the pad and for documents of no question."""
        return next((shown.question for shown in self.statements if shown.doc == doc), None)

    def steps_given(self, question: str) -> frozenset[int]:
        """The steps of the ladder that were shown or said."""
        return frozenset(h.step for h in self.help if h.question == question and h.step is not None)

    def facts_given(self, question: str) -> frozenset[str]:
        return frozenset(given.fact for given in self.facts if given.question == question)

    def probe_states(self) -> dict[str, str]:
        """What each probe came to; the last word counts."""
        return {probed.probe: probed.state for probed in self.probes}

    @property
    def remarks(self) -> int:
        """How many entries people have written; documents and runs have limits of their own."""
        return len(self.help) + len(self.facts) + len(self.marks) + len(self.probes) + len(self.pauses)


def fold(entries: Iterable[Entry], start: Hour | None = None) -> Hour:
    """`start` (or nothing yet) after `entries`, which come in the order of the log. Unknown kinds
    and redacted entries are passed over."""
    hour = start or Hour()
    for entry in entries:
        step = STEPS.get(entry.kind)
        if step is not None and not entry.redacted:
            hour = step(hour, entry)
        hour = replace(hour, last_ms=max(hour.last_ms, entry.at_ms), last_seq=max(hour.last_seq, entry.seq))
    return hour


def _opened(hour: Hour, entry: Entry) -> Hour:
    body = kinds.HOUR_OPENED.read(entry)
    return replace(hour, opened_at=datetime.fromisoformat(body.opened_at), minutes=body.minutes)


def _begun(hour: Hour, entry: Entry) -> Hour:
    return hour if hour.begun_ms is not None else replace(hour, begun_ms=entry.at_ms)


def _ended(hour: Hour, entry: Entry) -> Hour:
    if hour.ended_ms is not None:
        return hour
    closed = tuple(replace(p, to_ms=entry.at_ms) if p.to_ms is None else p for p in hour.pauses)
    return replace(hour, ended_ms=entry.at_ms, pauses=closed)


def _segment(hour: Hour, entry: Entry) -> Hour:
    body = kinds.SEGMENT_BEGUN.read(entry)
    begun = Begun(entry.at_ms, entry.actor, body.segment, body.ordinal, body.title, body.minutes)
    return replace(hour, segments=(*hour.segments, begun))


def _statement(hour: Hour, entry: Entry) -> Hour:
    body = kinds.STATEMENT_SHOWN.read(entry)
    shown = Shown(entry.at_ms, body.doc, body.question, body.title, body.revision, body.markdown)
    return replace(hour, statements=(*hour.statements, shown))


def _paused(hour: Hour, entry: Entry) -> Hour:
    if hour.is_paused:
        return hour
    pause = Pause(entry.at_ms, None, kinds.CLOCK_PAUSED.read(entry).reason)
    return replace(hour, pauses=(*hour.pauses, pause))


def _resumed(hour: Hour, entry: Entry) -> Hour:
    if not hour.is_paused:
        return hour
    return replace(hour, pauses=(*hour.pauses[:-1], replace(hour.pauses[-1], to_ms=entry.at_ms)))


def _hint(hour: Hour, entry: Entry) -> Hour:
    body = kinds.HINT_SHOWN.read(entry)
    given = Help(entry.at_ms, entry.actor, body.question, body.step, body.text, shown=True)
    return replace(hour, help=(*hour.help, given))


def _said(hour: Hour, entry: Entry) -> Hour:
    body = kinds.HELP_SAID.read(entry)
    given = Help(entry.at_ms, entry.actor, body.question, body.step, body.text, shown=False)
    return replace(hour, help=(*hour.help, given))


def _fact(hour: Hour, entry: Entry) -> Hour:
    body = kinds.FACT_GIVEN.read(entry)
    return replace(hour, facts=(*hour.facts, Fact(entry.at_ms, entry.actor, body.question, body.fact)))


def _mark(hour: Hour, entry: Entry) -> Hour:
    body = kinds.MARK_SET.read(entry)
    return replace(
        hour, marks=(*hour.marks, Mark(entry.at_ms, body.of_ms, entry.actor, body.kind, body.text))
    )


def _probe(hour: Hour, entry: Entry) -> Hour:
    body = kinds.PROBE_SET.read(entry)
    probed = Probed(entry.at_ms, entry.actor, body.probe, body.state, body.note)
    return replace(hour, probes=(*hour.probes, probed))


def _late(hour: Hour, entry: Entry) -> Hour:
    body = kinds.RUNNING_LATE.read(entry)
    return replace(hour, late=(*hour.late, Late(entry.at_ms, body.minutes, body.reason)))


def _plan(hour: Hour, entry: Entry) -> Hour:
    return replace(hour, plan=tuple(kinds.PLAN_CHANGED.read(entry).segments))


STEPS: dict[str, Callable[[Hour, Entry], Hour]] = {
    kinds.HOUR_OPENED.name: _opened,
    kinds.HOUR_BEGUN.name: _begun,
    kinds.HOUR_ENDED.name: _ended,
    kinds.SEGMENT_BEGUN.name: _segment,
    kinds.STATEMENT_SHOWN.name: _statement,
    kinds.CLOCK_PAUSED.name: _paused,
    kinds.CLOCK_RESUMED.name: _resumed,
    kinds.PLAN_CHANGED.name: _plan,
    kinds.HINT_SHOWN.name: _hint,
    kinds.HELP_SAID.name: _said,
    kinds.FACT_GIVEN.name: _fact,
    kinds.MARK_SET.name: _mark,
    kinds.PROBE_SET.name: _probe,
    kinds.RUNNING_LATE.name: _late,
}
