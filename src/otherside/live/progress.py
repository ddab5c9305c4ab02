"""From the hour and its runs to plain figures: where the plan stands, and what was seen of a problem.

Reads nothing that belongs to one member alone, so that whoever asks gets the same figures: marks stay out,
and the states of probes are the asking member's own. Pauses stand outside of every figure.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from otherside.live import entries as kinds
from otherside.live.happened import Shown
from otherside.live.history import Hour
from otherside.log.entry import Entry
from otherside.plan import drift as drifting
from otherside.plan.drift import Drift
from otherside.plan.observed import MINUTE_MS, Observed
from otherside.plan.proposal import Question
from otherside.plan.refit import refit
from otherside.plan.second_half import Harder, Materials
from otherside.plan.segments import DISAGREE, FOCUS, PROJECT, SECOND_HALF, Plan, Segment
from otherside.rubric import signals
from otherside.run.entries import RUN_FINISHED, RunFinished

SEEN_SOLVING_MS = 5 * MINUTE_MS
SEEN_CODE_MS = 8 * MINUTE_MS

Ran = tuple[int, RunFinished]  # when it finished, and what came of it


@dataclass(frozen=True, slots=True)
class Standing:
    """The plan as the log has it now, and how the hour stands to it."""

    plan: Plan
    begun: tuple[drifting.Begun, ...]
    drift: Drift | None


def runs_in(entries: Sequence[Entry]) -> tuple[Ran, ...]:
    """The runs that finished, with when."""
    return tuple(
        (entry.at_ms, RUN_FINISHED.read(entry))
        for entry in entries
        if entry.kind == RUN_FINISHED.name and not entry.redacted
    )


def plan_in(hour: Hour) -> Plan | None:
    """The plan in force, with minutes as last dealt out; None before the hour began. Without words to say."""
    if not hour.plan:
        return None
    fitted = {segment.id: hour.minutes_of(segment.id, segment.minutes) for segment in hour.plan}
    segments = tuple(
        Segment(id=s.id, kind=s.kind, title=s.title, minutes=fitted[s.id])
        for s in hour.plan
        if fitted[s.id] > 0
    )
    return Plan(minutes=hour.minutes, segments=segments)


def standing(hour: Hour, now_ms: int) -> Standing | None:
    """None while nothing is planned, or nothing has begun."""
    plan = plan_in(hour)
    if plan is None or hour.begun_ms is None:
        return None
    begun = _begun(hour)
    drift = drifting.drift(plan, begun, now_ms, hour.paused_ms(now_ms), hard_end_ms=hour.ends_ms)
    return Standing(plan, begun, drift)


def refitted(hour: Hour, now_ms: int) -> tuple[tuple[str, int], ...] | None:
    """Minutes dealt out anew up to the hard end; None where there is none, or nothing to deal out."""
    if not hour.plan or hour.ends_ms is None or hour.begun_ms is None:
        return None
    # What was planned, not what an earlier fitting left of it: minutes won come back.
    segments = tuple(Segment(id=s.id, kind=s.kind, title=s.title, minutes=s.minutes) for s in hour.plan)
    plan = Plan(minutes=hour.minutes, segments=segments)
    return refit(plan, _begun(hour), now_ms, hour.ends_ms, hour.paused_ms(now_ms))


def _begun(hour: Hour) -> tuple[drifting.Begun, ...]:
    return tuple(drifting.Begun(b.segment, b.at_ms, hour.paused_ms(b.at_ms)) for b in hour.segments)


def observe(
    hour: Hour,
    runs: Sequence[Ran],
    now_ms: int,
    *,
    probes: Sequence[str] = (),
    member: int = 0,
    focus: Mapping[str, str] | None = None,
) -> Observed | None:
    """What was observed of the problem that was shown last; None before one was.

    `probes` are the claims that could be asked about, `focus` the signal that a segment was planned for.
    """
    shown = next((s for s in reversed(hour.statements) if s.revision == 0), None)
    stands = standing(hour, now_ms)
    if shown is None or stands is None:
        return None
    here = _segment_at(hour, shown.at_ms)
    spent_ms = _worked_in(hour, here, shown.at_ms, now_ms)
    planned = hour.minutes_of(here, next((b.minutes for b in hour.segments if b.segment == here), 0))
    ran = _ran(hour, shown, here, runs)
    helped = [given for given in hour.help if given.question == shown.question]
    settled = {p.probe for p in hour.probes if p.actor == member and p.state != "unreached"}
    left_ms = stands.drift.asks_in_ms if stands.drift is not None else hour.minutes * MINUTE_MS
    return Observed(
        question=shown.question,
        planned_ms=planned * MINUTE_MS,
        spent_ms=spent_ms,
        left_ms=max(0, left_ms),
        going_on=hour.current is not None and hour.current.segment == here,
        runs=ran.runs,
        green=ran.green,
        green_ms=ran.green_ms,
        passed=ran.passed,
        tests=ran.tests,
        steps=tuple(sorted({given.step for given in helped if given.step is not None})),
        improvised=sum(given.step is None for given in helped),
        facts=sum(fact.question == shown.question for fact in hour.facts),
        escalations=len([r for r in hour.revisions_of(shown.question) if r > 0]),
        eased=-1 in hour.revisions_of(shown.question),
        solution_asked=any(asked.question == shown.question for asked in hour.solutions_asked),
        choices_open=sum(choice.state == "open" for choice in hour.choices),
        probes_open=tuple(probe for probe in probes if probe not in settled),
        tested=_tested(hour, runs, now_ms, focus or {}),
        ahead=_ahead(hour, focus or {}),
    )


def is_due(hour: Hour, seen: Observed | None) -> bool:
    """Whether something should follow the problem that was shown last: it is early or over, the last
    minutes have not begun, and nothing was taken for it yet. With `seen` None the first is not looked at.
    """
    shown = [s.at_ms for s in hour.statements if s.revision == 0]
    last = hour.plan[-1].id if hour.plan else ""
    if not shown or (hour.current is not None and hour.current.segment == last):
        return False
    taken = bool(hour.taken) and hour.taken[-1].at_ms >= shown[-1]
    return not taken and (seen is None or seen.is_early or seen.is_over)


def at_hand(
    hour: Hour,
    seen: Observed,
    *,
    level: str,
    escalations: Sequence[tuple[str, int]],
    easing: str,
    review: bool,
    questions: Mapping[str, str],
    bank: Sequence[Question],
    used: Sequence[str] = (),
) -> Materials:
    """What a second half can be made of. `escalations`: title and minutes of each; `questions`: segment to
    problem, by the names of the log.
    """
    begun = {entry.segment for entry in hour.segments}
    ahead = [segment for segment in hour.plan if segment.id not in begun]
    left = list(enumerate(escalations, start=1))[seen.escalations :]
    return Materials(
        level=level,
        harder=Harder(revision=left[0][0], title=left[0][1][0], minutes=left[0][1][1]) if left else None,
        easing=easing,
        review=review,
        planned=next((questions[s.id] for s in ahead if s.kind == SECOND_HALF and s.id in questions), None),
        bank=bank,
        used=tuple(dict.fromkeys([*used, *(shown.question for shown in hour.statements)])),
    )


def _ahead(hour: Hour, focus: Mapping[str, str]) -> frozenset[str]:
    """The signals that parts still to come were planned for."""
    begun = {b.segment for b in hour.segments}
    coming = [s for s in hour.plan if s.id not in begun and hour.minutes_of(s.id, s.minutes) > 0]
    made_for = {DISAGREE: signals.WORKING_TOGETHER, PROJECT: signals.DESIGN}
    return frozenset(
        {made_for[s.kind] for s in coming if s.kind in made_for}
        | {focus[s.id] for s in coming if s.id in focus}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Figures:
    """Those that need runs."""

    runs: int | None = None
    green: bool | None = None
    green_ms: int | None = None
    passed: int | None = None
    tests: int | None = None


def _ran(hour: Hour, shown: Shown, here: str, runs: Sequence[Ran]) -> _Figures:
    """None of them while the candidate writes without running."""
    if hour.without_running:
        return _Figures()
    changed_ms = max(
        [
            shown.at_ms,
            *(s.at_ms for s in hour.statements if s.question == shown.question),
            *(told.at_ms for told in hour.told if told.question == shown.question),
        ]
    )
    mine = [(at_ms, run) for at_ms, run in runs if run.doc == shown.doc]
    tested = [(at_ms, run) for at_ms, run in mine if run.tests and at_ms >= changed_ms]
    first = next((at_ms for at_ms, run in tested if is_green(run)), None)
    last = tested[-1][1] if tested else None
    return _Figures(
        runs=len(mine),
        green=last is not None and is_green(last),
        green_ms=_worked_in(hour, here, shown.at_ms, first) if first is not None else None,
        passed=sum(test.passed for test in last.tests) if last is not None else None,
        tests=len(last.tests) if last is not None else None,
    )


def is_green(run: RunFinished) -> bool:
    """Whether tests ran and every visible one passed."""
    return bool(run.tests) and all(test.passed for test in run.tests)


def _segment_at(hour: Hour, at_ms: int) -> str:
    return next((b.segment for b in reversed(hour.segments) if b.at_ms <= at_ms), "")


def _worked_in(hour: Hour, segment: str, from_ms: int, to_ms: int) -> int:
    """Milliseconds of `segment` between the two, without pauses; all of them where no segment was begun."""
    if not segment:
        return worked_ms(hour, from_ms, to_ms)
    ends = [b.at_ms for b in hour.segments[1:]] + [to_ms]
    return sum(
        worked_ms(hour, max(from_ms, b.at_ms), min(to_ms, end))
        for b, end in zip(hour.segments, ends, strict=True)
        if b.segment == segment
    )


def worked_ms(hour: Hour, from_ms: int, to_ms: int) -> int:
    """Milliseconds between the two in which the clock went."""
    if to_ms <= from_ms:
        return 0
    return to_ms - from_ms - (hour.paused_ms(to_ms) - hour.paused_ms(from_ms))


def _tested(hour: Hour, runs: Sequence[Ran], now_ms: int, focus: Mapping[str, str]) -> frozenset[str]:
    """The signals that have had a moment. Says that there was one, and nothing of what came of it."""
    solving = sum(
        _worked_in(hour, _segment_at(hour, s.at_ms), s.at_ms, now_ms)
        for s in hour.statements
        if s.revision == 0
    )
    begun = {b.segment for b in hour.segments}
    planned = {s.kind for s in hour.plan if s.id in begun}
    moments = {moment.moment for moment in hour.moments}
    had = {
        signals.PROBLEM_SOLVING: solving >= SEEN_SOLVING_MS,
        signals.CODE: solving >= SEEN_CODE_MS or any(run.tests for _, run in runs),
        signals.COMMUNICATION: bool(hour.facts) or "explain" in moments or PROJECT in planned,
        signals.LEARNING: bool(hour.help),
        signals.ADAPTING: any(r > 0 for s in hour.statements for r in hour.revisions_of(s.question)),
        signals.WORKING_TOGETHER: bool(moments & {kinds.DISAGREE, "review"}) or DISAGREE in planned,
        signals.DEPTH: bool(hour.challenges),
        signals.DESIGN: PROJECT in planned,
        signals.ATTITUDE: PROJECT in planned or bool(hour.solutions_asked),
    }
    focused = {signal for segment, signal in focus.items() if segment in begun} if FOCUS in planned else set()
    return frozenset({signal for signal, was in had.items() if was} | focused)
