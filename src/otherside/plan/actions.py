"""What people do with plans: make, change, make anew; and what a decision hands to the next round."""

from datetime import datetime

import msgspec
from django.db import IntegrityError, transaction

from otherside.accounts.actions import record_audit
from otherside.accounts.models import User
from otherside.hiring.models import Application, Round
from otherside.interview.models import Interview
from otherside.interview.state import State
from otherside.kernel.errors import Conflict, Invalid
from otherside.plan.access import PlanAt, access_plan, bank_questions, fresh_plan, plan_at
from otherside.plan.brief import Brief, joined
from otherside.plan.edits import check_changeable
from otherside.plan.models import RoundBrief, StoredPlan
from otherside.plan.segments import Plan, to_rows


class PlanConflict(Conflict):
    """Somebody changed the plan meanwhile. Carries `theirs`, as saved, and `mine`: nothing is lost."""

    code = "plan-conflict"

    def __init__(self, message: str, theirs: PlanAt, mine: Plan) -> None:
        super().__init__(message)
        self.theirs = theirs
        self.mine = mine


def make_plan(interview: Interview, user: User | None, *, at: datetime) -> Plan | None:
    """Keeps the rules' plan of an accessed interview as its own, so that it stays when bank or brief change.

    For whoever opens the room; does nothing where there is a plan. None where the round cannot be planned.
    """
    found = plan_at(interview)
    if found.stored is not None or found.plan is None:
        return found.plan
    with transaction.atomic():
        StoredPlan.objects.get_or_create(
            interview=interview,
            defaults={
                "segments": to_rows(found.plan.segments),
                "unfitted": list(found.plan.unfitted),
                "changed_at": at,
                "changed_by": user,
            },
        )
    return plan_at(interview).plan


def change_plan(interview_id: int, user: User, plan: Plan, *, version: int, at: datetime) -> StoredPlan:
    """Saves `plan`, made on `version` of it (0: the rules' own, not yet saved).

    Raises NotFound for whoever is not on the panel, Invalid for a problem that the bank does not have,
    Conflict once the hour has begun, and PlanConflict, with both plans, where somebody changed it meanwhile.
    """
    found = access_plan(interview_id, user, to_write=True)
    interview = found.interview
    check_changeable(State(interview.state))
    known = {question.id for question in bank_questions()}
    kept = set(found.plan.questions) if found.plan is not None else set()
    unknown = [question for question in plan.questions if question not in known | kept]
    if unknown:
        raise Invalid(f"The bank has no problem {', '.join(unknown)}. Choose one that is listed.")
    return _save(interview, user, plan, version=version, at=at)


def change_in_room(found: PlanAt, user: User, plan: Plan, *, at: datetime) -> StoredPlan:
    """Saves `plan`, made on the accessed `found`, while the hour goes on: for the room, whose log says why.

    Raises PlanConflict where somebody was quicker.
    """
    return _save(found.interview, user, plan, version=found.version, at=at)


def _save(interview: Interview, user: User, plan: Plan, *, version: int, at: datetime) -> StoredPlan:
    values = {
        "segments": to_rows(plan.segments),
        "unfitted": list(plan.unfitted),
        "changed_by": user,
        "changed_at": at,
    }
    try:
        with transaction.atomic():
            if version == 0:
                StoredPlan.objects.create(interview=interview, version=1, **values)
            elif not _saved_over(interview, version, values):
                raise _conflict(interview, plan)
            detail = {
                "version": version + 1,
                "minutes": [segment.minutes for segment in plan.segments],
                "questions": list(plan.questions),
            }
            record_audit(at, user, "plan.changed", "interview", interview.pk, detail)
    except IntegrityError as error:
        raise _conflict(interview, plan) from error
    return StoredPlan.objects.get(interview=interview)


def reset_plan(interview_id: int, user: User, *, version: int, at: datetime) -> StoredPlan:
    """Makes the plan anew by the rules, from the brief as it is now. Raises as `change_plan`."""
    found = access_plan(interview_id, user, to_write=True)
    return change_plan(interview_id, user, fresh_plan(found.interview, found.brief), version=version, at=at)


def copy_plan(of: Interview, to: Interview, user: User, *, at: datetime) -> None:
    """The plan of an accessed interview for its rehearsal. Opens no transaction."""
    found = plan_at(of)
    if found.plan is not None:
        StoredPlan.objects.create(
            interview=to,
            segments=to_rows(found.plan.segments),
            unfitted=list(found.plan.unfitted),
            changed_by=user,
            changed_at=at,
        )


def forget_plan(interview: Interview) -> None:
    """Of a rehearsal that is over. Opens no transaction."""
    assert interview.is_rehearsal, "the plan of an interview that was held is kept"
    StoredPlan.objects.filter(interview=interview).delete()


def accept_brief(
    application: Application, of_round: Round, brief: Brief, user: User, *, at: datetime
) -> None:
    """Keeps `brief` for a round of an accessed application; joined with what it was handed before.

    Opens no transaction, records nothing: the decision that hands it over does. A plan that was saved already
    is left as it is; its page offers to make it anew.
    """
    row = RoundBrief.objects.select_for_update().filter(application=application, round=of_round).first()
    if row is None:
        RoundBrief.objects.create(
            application=application,
            round=of_round,
            brief=msgspec.to_builtins(brief),
            written_by=user,
            written_at=at,
        )
        return
    both = joined(msgspec.convert(row.brief, Brief), brief)
    RoundBrief.objects.filter(pk=row.pk).update(
        brief=msgspec.to_builtins(both), written_by=user, written_at=at
    )


def _saved_over(interview: Interview, version: int, values: dict[str, object]) -> bool:
    rows = StoredPlan.objects.filter(interview=interview, version=version)
    return rows.update(version=version + 1, **values) == 1


def _conflict(interview: Interview, mine: Plan) -> PlanConflict:
    theirs = plan_at(interview)
    stored = theirs.stored
    who = stored.changed_by.name if stored is not None and stored.changed_by is not None else "Somebody"
    return PlanConflict(
        f"{who} has changed this plan since you opened it. Nothing of yours is lost: choose between the two.",
        theirs,
        mine,
    )
