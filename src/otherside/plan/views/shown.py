"""A plan as its pages show it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from otherside.plan.access import PlanAt, bank_questions, framing_for
from otherside.plan.edits import ADDABLE, FIXED, LEAST_MINUTES
from otherside.plan.proposal import Proposal, propose
from otherside.plan.segments import LAST_MINUTES, WITH_QUESTION, Plan, Segment, to_rows


@dataclass(frozen=True, slots=True)
class ShownSegment:
    """One row of the page: the segment, and what may be done to it."""

    segment: Segment
    fixed: bool
    first: bool
    last: bool
    least: int
    proposals: tuple[Proposal, ...]

    @property
    def takes_question(self) -> bool:
        return self.segment.kind in WITH_QUESTION

    @property
    def unlisted(self) -> bool:
        """Its problem has left the bank since; it stays selected until somebody replaces it."""
        listed = {proposal.question.id for proposal in self.proposals}
        return self.segment.question is not None and self.segment.question not in listed


def shown_segments(found: PlanAt, plan: Plan) -> list[ShownSegment]:
    """The rows of `plan`, each with the problems of the bank, the most fitting first."""
    bank = bank_questions()
    framing = framing_for(found.interview.application)
    middle = [n for n, segment in enumerate(plan.segments) if segment.kind not in FIXED]
    rows = []
    for number, segment in enumerate(plan.segments):
        proposals: Sequence[Proposal] = ()
        if segment.kind in WITH_QUESTION:
            proposals = propose(
                bank,
                level=found.interview.application.opening.level,
                minutes=segment.minutes,
                framing=framing,
                used=found.brief.used_questions,
                taken=[question for question in plan.questions if question != segment.question],
            )
        fixed = segment.kind in FIXED
        rows.append(
            ShownSegment(
                segment=segment,
                fixed=fixed,
                first=fixed or number == middle[0],
                last=fixed or number == middle[-1],
                least=LAST_MINUTES if number == len(plan.segments) - 1 else LEAST_MINUTES,
                proposals=tuple(proposals),
            )
        )
    return rows


def plan_context(found: PlanAt, plan: Plan | None, *, version: int, may_edit: bool) -> dict[str, object]:
    """What the templates of a plan read."""
    if plan is None:
        return {"found": found, "plan": None, "may_edit": False, "interview": found.interview}
    return {
        "found": found,
        "interview": found.interview,
        "plan": plan,
        "rows": shown_segments(found, plan),
        "version": version,
        "base": json.dumps(to_rows(plan.segments)),
        "addable": ADDABLE.items(),
        "may_edit": may_edit,
        "stored": found.stored,
    }
