"""What comes after the first problem: offered from how it went, and taken with one click."""

from dataclasses import dataclass, replace
from datetime import datetime

from otherside.kernel.errors import Conflict
from otherside.live import decide
from otherside.live import entries as kinds
from otherside.live.access import Key, PanelKey, Seated, mask_of, read_hour, take_panel_seat
from otherside.live.actions.remarks import elapsed_ms
from otherside.live.actions.writing import Done, write
from otherside.live.history import Hour
from otherside.live.progress import at_hand, is_due, observe, refitted, runs_in, standing
from otherside.log.entry import NewEntry
from otherside.plan.access import PlanAt, bank_questions, plan_at
from otherside.plan.actions import change_in_room
from otherside.plan.advice import NOTHING, Advice, advise
from otherside.plan.drift import Drift
from otherside.plan.observed import Observed
from otherside.plan.second_half import DEPTH_TALK, ESCALATE, Materials, Option, propose
from otherside.plan.segments import Plan
from otherside.plan.taking import take
from otherside.question.edge import load_bank
from otherside.relay import client as relay
from otherside.resume.access import probes_of
from otherside.run.entries import RUN_TRACK


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """`due`: the problem that was shown last is early, or over, and nothing was taken for it yet."""

    due: bool
    early: bool
    options: tuple[Option, ...]
    advice: Advice
    observed: Observed | None
    drift: Drift | None


def proposal(key: Key, at: datetime) -> Proposal:
    """What to do next, as the log has it now. Writes nothing."""
    seated = take_panel_seat(key, at)
    hour = read_hour(seated.log_id)
    return _proposal(seated, plan_at(seated.interview), hour, elapsed_ms(hour, at))


def take_option(key: Key, at: datetime, *, once: str, option: str) -> Done:
    """The second half becomes `option`, in the plan and in the log.

    The row comes first here: whoever clicks again after a crash in between finds the plan changed already and
    writes the log, which alone says what was taken. Raises Conflict where it is not offered any more.
    """
    assert isinstance(key, PanelKey), "take_panel_seat refuses others"
    seated = take_panel_seat(key, at)
    hour = read_hour(seated.log_id)
    decide.require_going_on(hour)
    if hour.taken and hour.taken[-1].option == option and not is_due(hour, None):
        return Done(changed=False, hour=hour)
    found = plan_at(seated.interview)
    offered = _proposal(seated, found, hour, elapsed_ms(hour, at))
    chosen = next((each for each in offered.options if each.id == option), None)
    if chosen is None:
        there = ", ".join(each.id for each in offered.options) or "nothing yet"
        raise Conflict(f"{option[:40]!r} is not offered now; there is {there}. Look at the card again.")
    plan = _changed_plan(seated, found, hour, chosen, early=offered.early)
    if plan is not None:
        change_in_room(found, key.user, plan, at=at)
    now = plan or found.plan
    body = kinds.ProposalTaken(
        option=chosen.id, question=chosen.question, minutes=chosen.minutes, reasons=list(chosen.reasons),
        others=[each.id for each in offered.options if each is not chosen],
    )  # fmt: skip

    before = hour.taken

    def decided(hour: Hour) -> list[NewEntry]:
        if hour.taken != before and hour.taken[-1].option != chosen.id:
            raise Conflict("A colleague has taken something else meanwhile. Look at the card again.")
        taken = decide.taken(hour, seated.seat.number, body)
        if taken is None:
            return []
        return [taken, *_replanned(seated, hour, now, elapsed_ms(hour, at))]

    return write(seated, once, decided)


def planned_segments(seated: Seated, plan: Plan) -> list[kinds.PlannedSegment]:
    """As the log writes the plan down: by names that tell nothing."""
    mask = mask_of(seated.interview)
    return [kinds.PlannedSegment(mask(s.id), s.kind, s.title, s.minutes) for s in plan.segments]


def _proposal(seated: Seated, found: PlanAt, hour: Hour, now_ms: int) -> Proposal:
    stands = standing(hour, now_ms)
    drift = stands.drift if stands is not None else None
    mask = mask_of(seated.interview)
    segments = found.plan.segments if found.plan is not None else ()
    seen = observe(
        hour,
        runs_in(relay.entries(seated.log_id, tracks=[RUN_TRACK])),
        now_ms,
        probes=[probe.key for probe in probes_of(seated.interview.application)],
        member=seated.seat.number,
        focus={mask(s.id): s.focus for s in segments if s.focus is not None},
    )
    if seen is None or drift is None or found.plan is None:
        return Proposal(due=False, early=False, options=(), advice=NOTHING, observed=seen, drift=drift)
    level = seated.interview.application.opening.level
    options = propose(seen, _materials(seated, found, found.plan, hour, seen))
    return Proposal(
        due=is_due(hour, seen),
        early=seen.is_early,
        options=options,
        advice=advise(seen, drift, level=level),
        observed=seen,
        drift=drift,
    )


def _materials(seated: Seated, found: PlanAt, plan: Plan, hour: Hour, seen: Observed) -> Materials:
    problem = load_bank().problems.get(seen.question)
    mask = mask_of(seated.interview)
    stretch = [(step.title, step.minutes) for step in problem.escalations] if problem is not None else []
    return at_hand(
        hour,
        seen,
        level=seated.interview.application.opening.level,
        escalations=stretch,
        easing=problem.easing.title if problem is not None else "",
        review=problem is not None and problem.review is not None,
        questions={mask(s.id): s.question for s in plan.segments if s.question},
        bank=bank_questions(),
        used=found.brief.used_questions,
    )


def _changed_plan(seated: Seated, found: PlanAt, hour: Hour, option: Option, *, early: bool) -> Plan | None:
    """The plan with the option in it; None where it stays: what is early is used where it was won."""
    if found.plan is None or (early and option.id in {ESCALATE, DEPTH_TALK}):
        return None
    mask = mask_of(seated.interview)
    current = hour.current.segment if hour.current is not None else ""
    here = next((s.id for s in found.plan.segments if mask(s.id) == current), None)
    if here is None:
        raise Conflict("No part of the plan has begun. Begin one first.")
    problem = load_bank().problems.get(option.question)
    title = problem.title if problem is not None else ""
    level = seated.interview.application.opening.level
    plan = take(found.plan, here, option, level, question_title=title)
    return plan if plan != found.plan else None


def _replanned(seated: Seated, hour: Hour, plan: Plan | None, now_ms: int) -> list[NewEntry]:
    """What the log has to say of the plan and its minutes, after something was taken."""
    if plan is None:
        return []
    actor, segments = seated.seat.number, planned_segments(seated, plan)
    changed = decide.note_plan(hour, actor, "The second half was chosen.", segments)
    if changed is None:
        return []
    new = replace(hour, plan=tuple(segments), fitted=())
    minutes = refitted(new, now_ms)
    again = decide.fitted(new, actor, minutes) if minutes is not None else None
    return [changed, again] if again is not None else [changed]
