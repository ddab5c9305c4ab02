"""What may be done to a plan. Every edit gives a new plan; minutes won or needed pass to a neighbour."""

from collections.abc import Mapping, Sequence

import msgspec

from otherside.interview.state import State
from otherside.kernel.errors import Conflict, Invalid
from otherside.plan.segments import (
    BREAK,
    CANDIDATE_ASKS,
    DISAGREE,
    LAST_MINUTES,
    PROBLEM,
    PROJECT,
    SECOND_HALF,
    WELCOME,
    WITH_QUESTION,
    Plan,
    Segment,
)
from otherside.plan.timed import titled
from otherside.plan.wording import steps_for

CHANGEABLE = frozenset({State.PLANNED, State.SCHEDULED, State.LOBBY})
LEAST_MINUTES = 3
ADDABLE: Mapping[str, str] = {
    PROBLEM: "A problem",
    SECOND_HALF: "Second half",
    PROJECT: "A project of theirs",
    DISAGREE: "Disagree",
}
FIXED = frozenset({WELCOME, CANDIDATE_ASKS})


def check_changeable(state: State) -> None:
    """Raises Conflict once the hour has begun, or will not be."""
    if state is State.GOING_ON:
        raise Conflict("The hour has begun: change its course in the room, where the log keeps it.")
    if state not in CHANGEABLE:
        raise Conflict(f"This interview is {state.label.lower()}; its plan stays as it was.")


def with_segments(plan: Plan, segments: Sequence[Segment]) -> Plan:
    """The same hour with other segments. Raises Invalid where they make no plan."""
    try:
        return Plan(minutes=plan.minutes, segments=tuple(segments), unfitted=plan.unfitted)
    except ValueError as error:
        raise Invalid(f"This cannot be: {error}.") from error


def _with(segment: Segment, **fields: object) -> Segment:
    return msgspec.structs.replace(segment, **fields)


def move(plan: Plan, segment_id: str, by: int) -> Plan:
    """The segment `by` places later; the welcome stays first and the candidate's questions last."""
    segment = plan.segment(segment_id)
    if segment.kind in FIXED:
        raise Invalid(f"{segment.title} stays where it is: the hour begins and ends with the candidate.")
    others = [entry for entry in plan.segments if entry.id != segment_id]
    first = 1 if others and others[0].kind == WELCOME else 0
    place = plan.segments.index(segment) + by
    place = min(max(place, first), len(others) - 1)
    return with_segments(plan, [*others[:place], segment, *others[place:]])


def reorder(plan: Plan, ids: Sequence[str]) -> Plan:
    """The segments in the order of `ids`, which must name each once; fixed ones keep their places."""
    if sorted(ids) != sorted(segment.id for segment in plan.segments):
        raise Invalid(
            "The new order must name every segment of the plan once; reload the page and drag again."
        )
    middle = [plan.segment(i) for i in ids if plan.segment(i).kind not in FIXED]
    first = [segment for segment in plan.segments if segment.kind == WELCOME]
    return with_segments(plan, [*first, *middle, plan.segments[-1]])


def lengthen(plan: Plan, segment_id: str, by: int) -> Plan:
    """`by` minutes more (less, when negative) for this segment, from or to its neighbours, later ones first.

    The sum does not change. Raises Invalid when nobody can give, or the segment would fall below its least.
    """
    segment = plan.segment(segment_id)
    least = LAST_MINUTES if segment.kind == CANDIDATE_ASKS else LEAST_MINUTES
    if segment.minutes + by < least:
        why = "they belong to the candidate" if segment.kind == CANDIDATE_ASKS else "less is no segment"
        raise Invalid(f"{segment.title} keeps at least {least} minutes: {why}.")
    place = plan.segments.index(segment)
    order = [*range(place + 1, len(plan.segments) - 1), *range(place - 1, -1, -1)]
    minutes = [entry.minutes for entry in plan.segments]
    wanted = by
    for n in order:
        if wanted <= 0:
            break
        gives = min(wanted, max(0, minutes[n] - LEAST_MINUTES))
        minutes[n] -= gives
        wanted -= gives
    if wanted > 0:
        raise Invalid(f"No other segment can give {by} min: each keeps at least {LEAST_MINUTES}.")
    if by < 0:
        if not order:
            raise Invalid("There is no other segment that could take the minutes.")
        minutes[order[0]] -= by
    minutes[place] += by
    return set_minutes(plan, {s.id: m for s, m in zip(plan.segments, minutes, strict=True)})


def set_minutes(plan: Plan, minutes: Mapping[str, int]) -> Plan:
    """Minutes as written; the sum may then differ from the hour, and `Plan.balance` says by how much."""
    for segment_id, given in minutes.items():
        if plan.segment(segment_id).kind == CANDIDATE_ASKS and given < LAST_MINUTES:
            raise Invalid(f"The last {LAST_MINUTES} minutes belong to the candidate; {given} are too few.")
        if not 1 <= given <= plan.minutes:
            raise Invalid(
                f"{plan.segment(segment_id).title} cannot last {given} minutes of {plan.minutes}; "
                f"give it 1 to {plan.minutes}."
            )
    return with_segments(plan, [_with(s, minutes=minutes.get(s.id, s.minutes)) for s in plan.segments])


def fit(plan: Plan) -> Plan:
    """Segments that sum to the hour: what is over comes from the longest, what is free goes there."""
    minutes = {segment.id: segment.minutes for segment in plan.segments}
    workable = [s.id for s in plan.segments if s.kind not in {*FIXED, BREAK}] or [plan.segments[0].id]
    over = plan.over
    while over > 0:
        longest = max(
            (*workable, *minutes), key=lambda i: (minutes[i] > LEAST_MINUTES and i in workable, minutes[i])
        )
        if minutes[longest] <= LEAST_MINUTES:
            raise Invalid(
                f"{len(plan.segments)} segments do not fit into {plan.minutes} minutes; take one out first."
            )
        minutes[longest] -= 1
        over -= 1
    if over < 0:
        minutes[max(workable, key=lambda i: minutes[i])] -= over
    return set_minutes(plan, minutes)


def fit_to(plan: Plan, minutes: int) -> Plan:
    """The same segments in an hour of another length."""
    try:
        other = Plan(minutes=minutes, segments=plan.segments, unfitted=plan.unfitted)
    except ValueError as error:
        raise Invalid(f"This cannot be: {error}.") from error
    return fit(other)


def remove(plan: Plan, segment_id: str) -> Plan:
    """The plan without this segment; its minutes go to the longest that is left."""
    segment = plan.segment(segment_id)
    if segment.kind in FIXED:
        raise Invalid(f"{segment.title} stays in every plan.")
    if segment.kind != BREAK and sum(entry.kind not in {*FIXED, BREAK} for entry in plan.segments) == 1:
        raise Invalid(f"{segment.title} is the only work in this hour; add another segment first.")
    return fit(with_segments(plan, [entry for entry in plan.segments if entry.id != segment_id]))


def add(plan: Plan, kind: str, level: str, minutes: int = 8) -> Plan:
    """The plan with one more segment before the candidate's questions; the longest gives the minutes."""
    if kind not in ADDABLE:
        raise Invalid(f"A segment of kind {kind!r} cannot be added; there are {', '.join(ADDABLE)}.")
    ids = {segment.id for segment in plan.segments}
    new_id = next(i for i in (kind, *(f"{kind}-{n}" for n in range(2, 99))) if i not in ids)
    doc = _next_document(plan) if kind in WITH_QUESTION else ("doc:pad" if kind == PROJECT else None)
    new = Segment(
        id=new_id, kind=kind, title=ADDABLE[kind], minutes=minutes, doc=doc, steps=steps_for(kind, level)
    )
    return fit(with_segments(plan, [*plan.segments[:-1], new, plan.segments[-1]]))


def replace_question(plan: Plan, segment_id: str, question: str | None, title: str = "") -> Plan:
    """The segment with another problem of the bank, or none yet. A problem stands in one segment only."""
    segment = plan.segment(segment_id)
    if segment.kind not in WITH_QUESTION:
        raise Invalid(f"{segment.title} has no problem; change the problem of another segment.")
    other = next((s for s in plan.segments if s.question == question and s.id != segment_id), None)
    if question is not None and other is not None:
        raise Invalid(f"{title or question} stands in {other.title} already; take another.")
    new_title = titled(segment.kind, title or question, segment.focus) if question else _bare(segment)
    doc = segment.doc if segment.doc not in {None, "doc:pad"} or question is None else _next_document(plan)
    changed = _with(segment, question=question, title=new_title, doc=doc)
    return with_segments(plan, [changed if s.id == segment_id else s for s in plan.segments])


def _bare(segment: Segment) -> str:
    if segment.focus is not None:
        return f"Focus: {segment.focus.replace('-', ' ')}"
    return ADDABLE.get(segment.kind, segment.title)


def _next_document(plan: Plan) -> str:
    taken = {segment.doc for segment in plan.segments}
    return next(f"doc:q{n}" for n in range(1, 99) if f"doc:q{n}" not in taken)
