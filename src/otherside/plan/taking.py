"""The plan with an option of the second half in it. Ids stay, so that rooms know their segments again."""

import msgspec

from otherside.plan.edits import fit, with_segments
from otherside.plan.second_half import (
    ASKS,
    CONTINUE,
    DEPTH_TALK,
    EASE,
    ESCALATE,
    PROJECT_TALK,
    REVIEW,
    SECOND_PROBLEM,
    Option,
)
from otherside.plan.segments import (
    CANDIDATE_ASKS,
    FOCUS,
    PROBLEM,
    PROJECT,
    SECOND_HALF,
    Plan,
    Segment,
)
from otherside.plan.timed import titled
from otherside.plan.wording import steps_for
from otherside.rubric.signals import DEPTH, WORKING_TOGETHER

AHEAD = (SECOND_HALF, PROBLEM, PROJECT, FOCUS)  # what an option may stand in for, the likeliest first


def take(plan: Plan, current: str, option: Option, level: str, *, question_title: str = "") -> Plan:
    """`plan` with `option` in place of the second half ahead of `current`, or before the last minutes.

    Going straight to those takes out what lies between. Raises Invalid where the plan has no such segment.
    """
    place = plan.segments.index(plan.segment(current))
    ahead = plan.segments[place + 1 : -1]
    if option.id == ASKS:
        return with_segments(plan, [*plan.segments[: place + 1], plan.segments[-1]])
    target = _target(ahead)
    there = plan.segments[place]
    made = _made(option, target, there, level, plan, question_title)
    if target is not None:
        return with_segments(plan, [made if s.id == target.id else s for s in plan.segments])
    if there.kind == CANDIDATE_ASKS:
        return plan
    return fit(with_segments(plan, [*plan.segments[:-1], made, plan.segments[-1]]))


def _target(ahead: tuple[Segment, ...]) -> Segment | None:
    for kind in AHEAD:
        found = next((segment for segment in ahead if segment.kind == kind), None)
        if found is not None:
            return found
    return None


def _made(
    option: Option, target: Segment | None, there: Segment, level: str, plan: Plan, question_title: str
) -> Segment:
    ids = {segment.id for segment in plan.segments}
    free = next(i for i in (SECOND_HALF, *(f"{SECOND_HALF}-{n}" for n in range(2, 99))) if i not in ids)
    base = Segment(
        id=target.id if target is not None else free,
        kind=SECOND_HALF,
        title=f"Second half: {option.title}",
        minutes=target.minutes if target is not None else max(1, option.minutes),
        steps=steps_for(SECOND_HALF, level),
    )
    return msgspec.structs.replace(base, **_fields(option, target, there, level, question_title))


def _fields(
    option: Option, target: Segment | None, there: Segment, level: str, question_title: str
) -> dict[str, object]:
    """What the option makes of the segment: its kind, document, problem and steps."""
    doc = target.doc if target is not None and target.doc != "doc:pad" else None
    if option.id == SECOND_PROBLEM:
        title = titled(SECOND_HALF, question_title or option.question)
        return {"title": title, "question": option.question, "doc": doc}
    if option.id in {ESCALATE, EASE, CONTINUE}:
        return {"question": option.question, "doc": there.doc}
    if option.id == PROJECT_TALK:
        steps = steps_for(PROJECT, level)
        return {"kind": PROJECT, "title": "A project of theirs", "doc": "doc:pad", "steps": steps}
    assert option.id in {DEPTH_TALK, REVIEW}, f"no option is called {option.id}"
    focus, title = (
        (DEPTH, "Questions of depth")
        if option.id == DEPTH_TALK
        else (WORKING_TOGETHER, "Review a colleague's change")
    )
    steps = steps_for(FOCUS, level, focus=focus)
    return {"kind": FOCUS, "title": title, "focus": focus, "doc": there.doc, "steps": steps}
