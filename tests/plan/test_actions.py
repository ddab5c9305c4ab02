"""Making, changing and handing over plans; two people at once; who may not."""

import pytest

from otherside.accounts.models import AuditEntry
from otherside.hiring.models import Round
from otherside.interview.state import State
from otherside.kernel.errors import Conflict, Invalid, NotFound
from otherside.plan import actions, edits
from otherside.plan.access import access_plan, plan_at, plan_of
from otherside.plan.actions import PlanConflict
from otherside.plan.brief import Brief, Focus
from otherside.plan.models import StoredPlan
from otherside.plan.segments import Plan
from tests.accounts.test_races import at_once
from tests.support.cards import AT
from tests.support.cast import Interview, User

pytestmark = pytest.mark.django_db


def planned(hour: Interview) -> Plan:
    plan = plan_of(hour)
    assert plan is not None
    return plan


def test_an_interview_has_a_plan_before_anybody_saves_one(hour: Interview, alice: User) -> None:
    found = access_plan(hour.pk, alice)
    assert (found.version, found.plan is not None, StoredPlan.objects.count()) == (0, True, 0)
    assert planned(hour).total == 60
    kept = actions.make_plan(hour, alice, at=AT)
    assert kept == found.plan
    assert actions.make_plan(hour, None, at=AT) == kept
    assert StoredPlan.objects.count() == 1


def test_a_change_is_saved_with_its_version_and_audited(hour: Interview, alice: User) -> None:
    plan = edits.lengthen(planned(hour), "problem", 2)
    row = actions.change_plan(hour.pk, alice, plan, version=0, at=AT)
    assert (row.version, row.changed_by) == (1, alice)
    assert planned(hour) == plan
    assert actions.change_plan(hour.pk, alice, edits.fit(plan), version=1, at=AT).version == 2
    assert [
        line.detail["version"] for line in AuditEntry.objects.filter(action="plan.changed").order_by("id")
    ] == [1, 2]


def test_the_second_editor_gets_both_plans(hour: Interview, alice: User, bob: User) -> None:
    start = planned(hour)
    hers = edits.lengthen(start, "problem", 2)
    his = edits.remove(start, "disagree")
    actions.change_plan(hour.pk, alice, hers, version=0, at=AT)
    with pytest.raises(PlanConflict, match="Alice Lindqvist has changed this plan") as raised:
        actions.change_plan(hour.pk, bob, his, version=0, at=AT)
    assert raised.value.theirs.plan == hers
    assert raised.value.mine == his
    assert planned(hour) == hers
    actions.change_plan(hour.pk, bob, his, version=raised.value.theirs.version, at=AT)
    assert planned(hour) == his


def test_who_is_not_on_the_panel_changes_nothing(
    hour: Interview, charlie: User, priya: User, rosa: User, ada: User
) -> None:
    plan = planned(hour)
    for stranger in (charlie, rosa, ada):
        with pytest.raises(NotFound):
            access_plan(hour.pk, stranger)
    assert access_plan(hour.pk, priya).plan == plan
    for user in (charlie, priya, rosa, ada):
        with pytest.raises(NotFound):
            actions.change_plan(hour.pk, user, plan, version=0, at=AT)
        with pytest.raises(NotFound):
            actions.reset_plan(hour.pk, user, version=0, at=AT)


def test_an_hour_that_is_over_keeps_its_plan(hour: Interview, alice: User) -> None:
    plan = planned(hour)
    hour.state = State.ENDED.value
    hour.save(update_fields=["state"])
    with pytest.raises(Conflict, match="stays as it was"):
        actions.change_plan(hour.pk, alice, plan, version=0, at=AT)


def test_a_problem_that_the_bank_lacks_is_refused(hour: Interview, alice: User) -> None:
    plan = edits.replace_question(planned(hour), "problem", "no-such-problem", "None")
    with pytest.raises(Invalid, match="no problem no-such-problem"):
        actions.change_plan(hour.pk, alice, plan, version=0, at=AT)


def test_a_shorter_interview_says_what_is_over(hour: Interview, alice: User) -> None:
    actions.make_plan(hour, alice, at=AT)
    hour.minutes = 45
    hour.save(update_fields=["minutes"])
    plan = planned(hour)
    assert (plan.over, "15 min over the 45" in plan.balance) == (15, True)


def test_a_round_without_its_lab_has_no_plan_and_says_why(hour: Interview, alice: User) -> None:
    Round.objects.filter(pk=hour.round_id).update(kind="design")
    hour.refresh_from_db()
    found = access_plan(hour.pk, alice)
    assert (found.plan, "architecture lab" in found.refused) == (None, True)
    assert plan_of(hour) is None
    assert actions.make_plan(hour, alice, at=AT) is None
    with pytest.raises(Invalid, match="architecture lab"):
        actions.reset_plan(hour.pk, alice, version=0, at=AT)


def test_a_brief_shapes_the_plan_of_its_round_alone(hour: Interview, alice: User) -> None:
    brief = Brief(
        focus=(Focus(signal="design", ask="Start from numbers."),), used_questions=("rate-limiter",)
    )
    actions.accept_brief(hour.application, hour.round, brief, alice, at=AT)
    plan = planned(hour)
    assert plan.segment("focus-design").steps[0].say == "Start from numbers."
    assert "rate-limiter" not in plan.questions
    actions.accept_brief(hour.application, hour.round, Brief(focus=(Focus(signal="depth"),)), alice, at=AT)
    assert [f.signal for f in plan_at(hour).brief.focus] == ["depth", "design"]


def test_a_saved_plan_stays_and_can_be_made_anew_from_the_brief(hour: Interview, alice: User) -> None:
    actions.make_plan(hour, alice, at=AT)
    actions.accept_brief(hour.application, hour.round, Brief(focus=(Focus(signal="design"),)), alice, at=AT)
    assert not [s for s in planned(hour).segments if s.kind == "focus"]
    actions.reset_plan(hour.pk, alice, version=1, at=AT)
    assert [s.focus for s in planned(hour).segments if s.kind == "focus"] == ["design"]


def test_problems_of_other_rounds_are_used_up(hour: Interview, alice: User) -> None:
    actions.make_plan(hour, alice, at=AT)
    used = planned(hour).questions
    second = Round.objects.create(opening=hour.application.opening, ordinal=2, name="Second", kind="coding")
    other = Interview.objects.create(application=hour.application, round=second, created_at=AT)
    found = plan_at(other)
    assert found.brief.used_questions == used
    assert found.plan is not None
    assert not set(found.plan.questions) & set(used)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("stored", [False, True])
def test_of_two_at_once_one_is_told(hour: Interview, alice: User, bob: User, stored: bool) -> None:
    if stored:
        actions.make_plan(hour, alice, at=AT)
    start, version = planned(hour), int(stored)
    came = at_once(
        lambda: actions.change_plan(
            hour.pk, alice, edits.lengthen(start, "problem", 1), version=version, at=AT
        ),
        lambda: actions.change_plan(
            hour.pk, bob, edits.lengthen(start, "problem", 2), version=version, at=AT
        ),
    )
    assert sorted(type(outcome).__name__ for outcome in came) == ["PlanConflict", "StoredPlan"]
    assert StoredPlan.objects.get(interview=hour).version == version + 1
    assert AuditEntry.objects.filter(action="plan.changed").count() == 1
