"""What has happened in the hour so far: a fold over the entries of its log, and nothing else.

Give it whatever entries the reader may see; what is missing is simply not in the result. It tells facts only;
what they are worth is judged elsewhere.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from otherside.live import entries as kinds
from otherside.live.happened import (
    Asked,
    Begun,
    Challenge,
    Choice,
    Fact,
    Help,
    Late,
    Lateness,
    Line,
    Mark,
    Moment,
    Pause,
    Probed,
    Shown,
    SolutionAsked,
    Taken,
    Told,
    Trouble,
)
from otherside.log.entry import Entry

__all__ = ["Hour", "Pause", "fold"]


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
    told: tuple[Told, ...] = ()
    lines: tuple[Line, ...] = ()  # on the candidate's screen; beside `help`, `facts` and `challenges`
    help: tuple[Help, ...] = ()
    facts: tuple[Fact, ...] = ()
    challenges: tuple[Challenge, ...] = ()
    choices: tuple[Choice, ...] = ()
    solutions_asked: tuple[SolutionAsked, ...] = ()
    asked: tuple[Asked, ...] = ()
    moments: tuple[Moment, ...] = ()
    marks: tuple[Mark, ...] = ()
    probes: tuple[Probed, ...] = ()
    late: tuple[Late, ...] = ()
    lateness: Lateness | None = None
    trouble: tuple[Trouble, ...] = ()
    heard_ms: int | None = None  # the two hear each other: the first check of the warm-up
    without_running: bool = False  # the last word on it
    running_changes: int = 0
    ends_ms: int | None = None  # the interviewer's hard end
    # As last written down: when the hour began, or was changed since.
    plan: tuple[kinds.PlannedSegment, ...] = ()
    fitted: tuple[kinds.FittedSegment, ...] = ()  # minutes dealt out anew, of segments of `plan`
    taken: tuple[Taken, ...] = ()
    remarks: int = 0  # entries that people wrote of their own; documents and runs have limits of their own
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
        """Those that were shown or said; said counts as shown."""
        shown = {shown.revision for shown in self.statements if shown.question == question}
        return frozenset(shown | {told.revision for told in self.told if told.question == question})

    def revision_of(self, doc: str) -> int:
        """The revision that runs of `doc` are tested against: the one shown or said last."""
        question = self.question_in(doc)
        given = [
            *((shown.at_ms, shown.revision) for shown in self.statements if shown.doc == doc),
            *((told.at_ms, told.revision) for told in self.told if told.question == question),
        ]
        # Of two in the same millisecond the later escalation; an easing is below them all.
        return max(given)[1] if given else 0

    def question_in(self, doc: str) -> str | None:
        """The question that is worked on in `doc`; None for the pad and for documents of no question."""
        return next((shown.question for shown in self.statements if shown.doc == doc), None)

    def steps_given(self, question: str) -> frozenset[int]:
        """The steps of the ladder that were shown or said."""
        return frozenset(h.step for h in self.help if h.question == question and h.step is not None)

    def facts_given(self, question: str) -> frozenset[str]:
        return frozenset(given.fact for given in self.facts if given.question == question and given.fact)

    @property
    def moment(self) -> Moment | None:
        """The one that lasts; there is at most one."""
        return next((moment for moment in self.moments if moment.to_ms is None), None)

    def choice(self, choice: str) -> Choice | None:
        return next((known for known in self.choices if known.choice == choice), None)

    @property
    def unanswered(self) -> tuple[Asked, ...]:
        return tuple(asked for asked in self.asked if not asked.answered)

    def minutes_of(self, segment: str, otherwise: int) -> int:
        """What the segment has after the last fitting."""
        return next((fit.minutes for fit in self.fitted if fit.segment == segment), otherwise)

    def probe_states(self) -> dict[str, str]:
        """What each probe came to; the last word counts."""
        return {probed.probe: probed.state for probed in self.probes}


def fold(entries: Iterable[Entry], start: Hour | None = None) -> Hour:
    """`start` (or nothing yet) after `entries`, which come in the order of the log. Unknown kinds
    and redacted entries are passed over."""
    hour = start or Hour()
    for entry in entries:
        step = STEPS.get(entry.kind)
        if step is not None and not entry.redacted:
            hour = replace(step(hour, entry), remarks=hour.remarks + (entry.kind in REMARKS))
        hour = replace(
            hour,
            last_ms=max(hour.last_ms, entry.at_ms),
            last_seq=max(hour.last_seq, entry.seq),
        )
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
    return replace(hour, ended_ms=entry.at_ms, pauses=closed, moments=_moments_closed(hour, entry.at_ms))


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
    body = kinds.CLOCK_PAUSED.read(entry)
    pause = Pause(entry.at_ms, None, body.reason, body.cause)
    return replace(hour, pauses=(*hour.pauses, pause))


def _resumed(hour: Hour, entry: Entry) -> Hour:
    if not hour.is_paused:
        return hour
    return replace(hour, pauses=(*hour.pauses[:-1], replace(hour.pauses[-1], to_ms=entry.at_ms)))


def _hint(hour: Hour, entry: Entry) -> Hour:
    body = kinds.HINT_SHOWN.read(entry)
    given = Help(entry.at_ms, entry.actor, body.question, body.step, body.text, shown=True)
    line = Line(entry.at_ms, "hint", body.question, body.text)
    return replace(hour, help=(*hour.help, given), lines=(*hour.lines, line))


def _clarification(hour: Hour, entry: Entry) -> Hour:
    body = kinds.CLARIFICATION_SHOWN.read(entry)
    return replace(hour, lines=(*hour.lines, Line(entry.at_ms, "clarification", body.question, body.text)))


def _challenge(hour: Hour, entry: Entry) -> Hour:
    body = kinds.CHALLENGE_SHOWN.read(entry)
    return replace(hour, lines=(*hour.lines, Line(entry.at_ms, "challenge", body.question, body.text)))


def _said(hour: Hour, entry: Entry) -> Hour:
    body = kinds.HELP_SAID.read(entry)
    given = Help(entry.at_ms, entry.actor, body.question, body.step, body.text, shown=False)
    return replace(hour, help=(*hour.help, given))


def _fact(hour: Hour, entry: Entry) -> Hour:
    body = kinds.FACT_GIVEN.read(entry)
    given = Fact(entry.at_ms, entry.actor, body.question, body.fact, body.text, body.shown)
    return replace(hour, facts=(*hour.facts, given))


def _put(hour: Hour, entry: Entry) -> Hour:
    body = kinds.CHALLENGE_PUT.read(entry)
    put = Challenge(entry.at_ms, entry.actor, body.question, body.choice, body.level, body.text, body.shown)
    settled = _settled_choices(hour, body.choice, "challenged")
    return replace(hour, challenges=(*hour.challenges, put), choices=settled)


def _told(hour: Hour, entry: Entry) -> Hour:
    body = kinds.STATEMENT_SAID.read(entry)
    told = Told(entry.at_ms, entry.actor, body.question, body.revision, body.text)
    return replace(hour, told=(*hour.told, told))


def _choice(hour: Hour, entry: Entry) -> Hour:
    body = kinds.CHOICE_NOTED.read(entry)
    if hour.choice(body.choice) is not None:
        return hour
    choice = Choice(entry.at_ms, body.choice, body.question, body.how, body.text)
    return replace(hour, choices=(*hour.choices, choice))


def _settled(hour: Hour, entry: Entry) -> Hour:
    body = kinds.CHOICE_SETTLED.read(entry)
    return replace(hour, choices=_settled_choices(hour, body.choice, body.state))


def _settled_choices(hour: Hour, choice: str, state: str) -> tuple[Choice, ...]:
    return tuple(replace(known, state=state) if known.choice == choice else known for known in hour.choices)


def _solution(hour: Hour, entry: Entry) -> Hour:
    asked = SolutionAsked(entry.at_ms, kinds.SOLUTION_ASKED.read(entry).question)
    return replace(hour, solutions_asked=(*hour.solutions_asked, asked))


def _asked(hour: Hour, entry: Entry) -> Hour:
    body = kinds.ASKED_NOTED.read(entry)
    new = Asked(entry.at_ms, body.asked, body.text, body.answered)
    if all(known.asked != body.asked for known in hour.asked):
        return replace(hour, asked=(*hour.asked, new))
    changed = (
        replace(new, at_ms=known.at_ms) if known.asked == body.asked else known for known in hour.asked
    )
    return replace(hour, asked=tuple(changed))


def _moment_begun(hour: Hour, entry: Entry) -> Hour:
    body = kinds.MOMENT_BEGUN.read(entry)
    begun = Moment(entry.at_ms, None, body.moment, body.title, body.seconds, body.doc)
    return replace(hour, moments=(*_moments_closed(hour, entry.at_ms), begun))


def _moment_ended(hour: Hour, entry: Entry) -> Hour:
    return replace(hour, moments=_moments_closed(hour, entry.at_ms))


def _moments_closed(hour: Hour, at_ms: int) -> tuple[Moment, ...]:
    return tuple(replace(moment, to_ms=at_ms) if moment.to_ms is None else moment for moment in hour.moments)


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


def _lateness(hour: Hour, entry: Entry) -> Hour:
    body = kinds.LATENESS_NOTED.read(entry)
    return replace(hour, lateness=Lateness(entry.at_ms, body.cause, body.apology, body.reason))


def _trouble(hour: Hour, entry: Entry) -> Hour:
    told = Trouble(entry.at_ms, kinds.TROUBLE_TOLD.read(entry).text)
    return replace(hour, trouble=(*hour.trouble, told))


def _heard(hour: Hour, entry: Entry) -> Hour:
    return hour if hour.heard_ms is not None else replace(hour, heard_ms=entry.at_ms)


def _running(hour: Hour, entry: Entry) -> Hour:
    on = kinds.RUNNING_SET.read(entry).on
    return replace(hour, without_running=not on, running_changes=hour.running_changes + 1)


def _end_set(hour: Hour, entry: Entry) -> Hour:
    return replace(hour, ends_ms=kinds.END_SET.read(entry).ends_ms or None)


def _plan(hour: Hour, entry: Entry) -> Hour:
    """What was dealt out anew before was of another plan."""
    return replace(hour, plan=tuple(kinds.PLAN_CHANGED.read(entry).segments), fitted=())


def _fitted(hour: Hour, entry: Entry) -> Hour:
    return replace(hour, fitted=tuple(kinds.OUTLINE_FITTED.read(entry).segments))


def _taken(hour: Hour, entry: Entry) -> Hour:
    body = kinds.PROPOSAL_TAKEN.read(entry)
    taken = Taken(
        entry.at_ms, body.option, body.question, body.minutes, tuple(body.reasons), tuple(body.others)
    )
    return replace(hour, taken=(*hour.taken, taken))


STEPS: dict[str, Callable[[Hour, Entry], Hour]] = {
    kinds.HOUR_OPENED.name: _opened,
    kinds.HOUR_BEGUN.name: _begun,
    kinds.HOUR_ENDED.name: _ended,
    kinds.SEGMENT_BEGUN.name: _segment,
    kinds.STATEMENT_SHOWN.name: _statement,
    kinds.CLOCK_PAUSED.name: _paused,
    kinds.CLOCK_RESUMED.name: _resumed,
    kinds.PLAN_CHANGED.name: _plan,
    kinds.OUTLINE_FITTED.name: _fitted,
    kinds.END_SET.name: _end_set,
    kinds.RUNNING_SET.name: _running,
    kinds.PROPOSAL_TAKEN.name: _taken,
    kinds.WARMUP_HEARD.name: _heard,
    kinds.MOMENT_BEGUN.name: _moment_begun,
    kinds.MOMENT_ENDED.name: _moment_ended,
    kinds.STATEMENT_SAID.name: _told,
    kinds.CLARIFICATION_SHOWN.name: _clarification,
    kinds.CHALLENGE_SHOWN.name: _challenge,
    kinds.CHALLENGE_PUT.name: _put,
    kinds.CHOICE_NOTED.name: _choice,
    kinds.CHOICE_SETTLED.name: _settled,
    kinds.SOLUTION_ASKED.name: _solution,
    kinds.ASKED_NOTED.name: _asked,
    kinds.HINT_SHOWN.name: _hint,
    kinds.HELP_SAID.name: _said,
    kinds.FACT_GIVEN.name: _fact,
    kinds.MARK_SET.name: _mark,
    kinds.PROBE_SET.name: _probe,
    kinds.RUNNING_LATE.name: _late,
    kinds.LATENESS_NOTED.name: _lateness,
    kinds.TROUBLE_TOLD.name: _trouble,
}

# The hour's own course is bounded by the plan and by what can be shown; these only by ENTRIES_MAX.
COURSE = frozenset(
    {
        kinds.HOUR_OPENED.name, kinds.HOUR_BEGUN.name, kinds.HOUR_ENDED.name, kinds.SEGMENT_BEGUN.name,
        kinds.STATEMENT_SHOWN.name, kinds.PLAN_CHANGED.name, kinds.OUTLINE_FITTED.name,
        kinds.RUNNING_LATE.name,
    }
)  # fmt: skip
REMARKS = frozenset(STEPS) - COURSE
