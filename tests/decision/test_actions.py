"""From cards to a decision, the next round and its plan; who may not; two at once."""

import pytest

from otherside.accounts.models import AuditEntry
from otherside.decision import actions
from otherside.decision.access import access_debrief
from otherside.decision.actions import Wish
from otherside.decision.models import Decision
from otherside.hiring.models import Application, Opening, Round
from otherside.interview.models import Interview, PanelMember
from otherside.kernel.errors import Conflict, Invalid, LimitReached, NotFound
from otherside.plan.access import plan_at
from otherside.plan.actions import make_plan
from otherside.rubric.signals import SIGNAL_IDS
from otherside.scorecard.recommendation import recommended
from tests.accounts.test_races import at_once
from tests.support import cast
from tests.support.cards import AT, MET, card_in, fields
from tests.support.cast import ClientFor, User

pytestmark = pytest.mark.django_db

REASON = "Two tasks of different weight; thirty minutes of design settle it."
WITHOUT_DESIGN = {signal: 4 for signal in SIGNAL_IDS if signal != "design"}


def wish(kind: str, **changed: object) -> Wish:
    values = {"kind": kind, "reason": REASON, "seen": 0, "minutes": 60}
    if kind == "no":
        values["untested"] = "Design would not change what was seen."
    if kind == "one-level-down":
        values["agreed"] = "On the phone, this morning: gladly."
    return Wish(**{**values, **changed})


@pytest.fixture
def app(held: Interview, alice: User, bob: User) -> int:
    """Dana's application after a round with both cards in: all met, design never tested."""
    make_plan(held, alice, at=AT)
    card_in(held, alice, fields(WITHOUT_DESIGN))
    card_in(held, bob, fields(WITHOUT_DESIGN, recommendation="one-more-round"))
    return held.application_id


def decide(app: int, priya: User, kind: str, **changed: object) -> Decision:
    found = access_debrief(app, priya)
    if found.view is None:
        actions.note_view(app, priya, "Yes, if design holds.", at=AT)
    return actions.decide(app, priya, wish(kind, **{"seen": found.seen, **changed}), at=AT)


def stage(app: int) -> str:
    return Application.objects.get(pk=app).stage


def test_the_policy_speaks_after_the_managers_view(app: int, priya: User, alice: User) -> None:
    assert access_debrief(app, priya).recommendation is None
    assert access_debrief(app, alice).recommendation is None
    with pytest.raises(Conflict, match="Note your own view first"):
        actions.decide(app, priya, wish("yes"), at=AT)
    actions.note_view(app, priya, "Yes, if design holds.", at=AT)
    found = access_debrief(app, priya)
    assert found.recommendation is not None
    assert (found.recommendation.kind, found.recommendation.focus) == ("one-more-round", ("design",))
    with pytest.raises(Conflict, match="cannot be changed"):
        actions.note_view(app, priya, "No after all.", at=AT)


def test_one_more_round_becomes_a_focus_segment_of_the_next_plan(
    app: int, held: Interview, priya: User
) -> None:
    row = decide(
        app, priya, "one-more-round", focus=("design",), note="Start from load and data.", minutes=30
    )
    assert row.round is not None
    assert (row.round.application_id, row.round.minutes, stage(app)) == (app, 30, "interviewing")
    following = Interview.objects.create(application_id=app, round=row.round, minutes=30, created_at=AT)
    found = plan_at(following)
    assert found.plan is not None
    assert [s.focus for s in found.plan.segments if s.kind == "focus"] == ["design"]
    assert found.plan.total == 30
    before = plan_at(held).plan
    assert before is not None
    assert set(before.questions) <= set(found.brief.used_questions)
    assert found.brief.notes == "Start from load and data."
    assert "code" in found.brief.covered


def test_one_more_round_is_given_once(app: int, priya: User) -> None:
    decide(app, priya, "one-more-round", focus=("design",))
    with pytest.raises(Invalid, match="allows 1 added round"):
        decide(app, priya, "one-more-round", focus=("design",))


@pytest.mark.parametrize(
    ("kind", "then"),
    [
        ("yes", "offer"),
        ("one-level-down", "offer"),
        ("no", "closed"),
        ("undecided", "deciding"),
        ("senior-check", "interviewing"),
    ],
)
def test_the_application_moves(app: int, priya: User, rosa: User, kind: str, then: str) -> None:
    cast.opening(hiring_manager=priya, recruiter=rosa, level="mid-senior")
    decide(app, priya, kind)
    assert stage(app) == then


def test_a_level_up_or_down_needs_an_open_opening_there_and_the_candidates_word(
    app: int, held: Interview, priya: User, rosa: User
) -> None:
    assert access_debrief(app, priya).neighbours == {}
    with pytest.raises(Invalid, match="needs an opening of that level that is open"):
        decide(app, priya, "one-level-down")
    there = cast.opening(hiring_manager=priya, recruiter=rosa, level="mid-senior", is_open=False)
    with pytest.raises(Invalid, match="there is none"):
        decide(app, priya, "one-level-down")
    Opening.objects.filter(pk=there.pk).update(is_open=True)
    with pytest.raises(Invalid, match="the candidate agrees"):
        decide(app, priya, "one-level-down", agreed=" ")
    with pytest.raises(Invalid, match="Choose which opening"):
        decide(app, priya, "one-level-down", opening=held.application.opening_id)
    with pytest.raises(Invalid, match="there is none"):
        decide(app, priya, "one-level-up")  # there is no level above senior
    row = decide(app, priya, "one-level-down")
    assert (row.opening, row.agreed) == (there, "On the phone, this morning: gladly.")


def test_a_mid_senior_can_be_taken_one_level_up(app: int, held: Interview, priya: User, rosa: User) -> None:
    held.application.opening.level = "mid-senior"
    held.application.opening.save(update_fields=["level"])
    there = cast.opening(hiring_manager=priya, recruiter=rosa, level="senior")
    row = decide(app, priya, "one-level-up", opening=there.pk, agreed="Asked for it in round one.")
    assert (row.kind, row.opening, stage(app)) == ("one-level-up", there, "offer")
    assert recommended(row.kind).title == "Yes, one level up"


def test_a_no_keeps_what_it_rests_on_and_why_the_untested_does_not_matter(
    held: Interview, alice: User, bob: User, priya: User
) -> None:
    weak = {**WITHOUT_DESIGN, "problem-solving": 1}
    for author in (alice, bob):
        card_in(held, author, fields(weak, recommendation="no"))
    app = held.application_id
    with pytest.raises(Invalid, match="Never tested, and this level needs it: design"):
        decide(app, priya, "no", untested=" ")
    row = decide(app, priya, "no", focus=("code",))
    assert row.focus == ["problem-solving"]
    assert row.untested == "Design would not change what was seen."


def test_a_senior_check_goes_to_the_next_round_that_waits(app: int, held: Interview, priya: User) -> None:
    second = Round.objects.create(opening=held.application.opening, ordinal=2, name="Second", kind="coding")
    held.application.opening.level = "junior"
    held.application.opening.save(update_fields=["level"])
    row = decide(app, priya, "senior-check")
    assert row.round == second
    following = Interview.objects.create(application_id=app, round=second, created_at=AT)
    assert [f.signal for f in plan_at(following).brief.focus] == ["design", "depth"]


def test_a_later_decision_supersedes_and_both_are_kept(app: int, priya: User) -> None:
    first = decide(app, priya, "undecided")
    assert first.differs
    second = decide(app, priya, "yes", reason="The discussion settled it.")
    rows = access_debrief(app, priya).decisions
    assert rows == (first, second)
    assert [row.ordinal for row in rows] == [1, 2]
    assert stage(app) == "offer"
    third = decide(app, priya, "no", reason="The reference was false; see the discussion of this morning.")
    assert (third.ordinal, stage(app)) == (3, "closed")
    assert decide(app, priya, "yes").ordinal == 4
    assert stage(app) == "offer"


def test_a_no_without_a_weak_signal_wants_an_explanation(app: int, priya: User) -> None:
    with pytest.raises(Invalid, match="explanation of 40 characters"):
        decide(app, priya, "no", reason="Not convinced.")
    assert stage(app) == "interviewing"


def test_the_second_to_decide_is_told(app: int, priya: User) -> None:
    decide(app, priya, "undecided")
    actions.note_view(app, priya, "Again.", at=AT)
    with pytest.raises(Conflict, match="Priya Raman has decided since you opened this page: Undecided"):
        actions.decide(app, priya, wish("yes", seen=0), at=AT)
    assert Decision.objects.count() == 1


def test_a_page_that_speaks_of_a_decision_nobody_made_is_told_to_reload(app: int, priya: User) -> None:
    actions.note_view(app, priya, "Yes.", at=AT)
    with pytest.raises(Conflict, match="Nothing has been decided yet"):
        actions.decide(app, priya, wish("yes", seen=5), at=AT)
    assert not Decision.objects.exists()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"kind": "hire"}, "no recommendation"),
        ({"reason": "  "}, "Write why"),
        ({"kind": "one-more-round"}, "one to three focus areas"),
        ({"kind": "one-more-round", "focus": ("design",), "note": "Rated 2 in design."}, "speaks of ratings"),
        ({"kind": "one-more-round", "focus": ("design",), "round_kind": "incident"}, "incident lab"),
        ({"kind": "one-more-round", "focus": ("design",), "minutes": 31}, "none of these"),
    ],
)
def test_a_wish_that_cannot_be_changes_nothing(
    app: int, priya: User, changed: dict[str, object], said: str
) -> None:
    actions.note_view(app, priya, "Yes.", at=AT)
    with pytest.raises(Invalid, match=said):
        actions.decide(
            app, priya, wish("yes", **changed) if "kind" not in changed else wish(**changed), at=AT
        )
    assert (Decision.objects.count(), Round.objects.filter(application=app).count()) == (0, 0)


def test_a_fourth_focus_is_refused(app: int, priya: User) -> None:
    with pytest.raises(LimitReached):
        decide(app, priya, "one-more-round", focus=("design", "depth", "code", "learning"))


def test_only_the_hiring_manager_decides(
    app: int, alice: User, charlie: User, rosa: User, ada: User, priya: User
) -> None:
    actions.note_view(app, priya, "Yes.", at=AT)
    for user in (alice, charlie, rosa, ada):
        with pytest.raises(NotFound):
            actions.note_view(app, user, "Yes.", at=AT)
        with pytest.raises(NotFound):
            actions.decide(app, user, wish("yes"), at=AT)
    for stranger in (charlie, rosa, ada):
        with pytest.raises(NotFound):
            access_debrief(app, stranger)
        with pytest.raises(NotFound):
            actions.comment(app, stranger, "Hello", at=AT)


def test_a_manager_who_owes_a_card_decides_nothing(app: int, held: Interview, priya: User) -> None:
    PanelMember.objects.create(interview=held, user=priya)
    assert not access_debrief(app, priya).is_open
    with pytest.raises(NotFound):
        actions.note_view(app, priya, "Yes.", at=AT)


def test_who_met_the_candidate_vouches_once_with_named_traits(app: int, alice: User, priya: User) -> None:
    row = actions.vouch(app, alice, ["asks before acting", " "], "Cut the problem in two alone.", at=AT)
    assert row.traits == ["asks before acting"]
    with pytest.raises(Conflict, match="once"):
        actions.vouch(app, alice, ["again"], "Again.", at=AT)
    with pytest.raises(Conflict, match="who met the candidate"):
        actions.vouch(app, priya, ["calm"], "I read the cards.", at=AT)
    with pytest.raises(Invalid, match="at least one trait"):
        actions.vouch(app, User.objects.get(name="Bob Marchetti"), [], "Good.", at=AT)
    actions.note_view(app, priya, "Yes.", at=AT)
    found = access_debrief(app, priya).recommendation
    assert found is not None
    assert "1 person vouches for the candidate." in found.reasons


def test_the_discussion_opens_once_all_cards_are_in(
    held: Interview, alice: User, bob: User, priya: User
) -> None:
    card_in(held, alice)
    with pytest.raises(Conflict, match="all cards are in"):
        actions.comment(held.application_id, priya, "Well?", at=AT)
    with pytest.raises(NotFound):
        actions.comment(held.application_id, bob, "Well?", at=AT)
    card_in(held, bob)
    actions.comment(held.application_id, bob, "Design worries me.", at=AT)
    assert [c.text for c in access_debrief(held.application_id, alice).comments] == ["Design worries me."]


def test_nothing_is_decided_without_a_card(held: Interview, priya: User) -> None:
    with pytest.raises(Conflict, match="No card is in"):
        actions.note_view(held.application_id, priya, "Yes.", at=AT)


def test_the_recruiter_learns_the_outcome_and_nothing_else(
    app: int, client_for: ClientFor, priya: User, rosa: User, charlie: User, ada: User
) -> None:
    page = f"/applications/{app}/"
    decide(app, priya, "one-more-round", focus=("design",), reason="Design was rated 2 by Bob.")
    told = client_for(rosa).get(page).content.decode()
    assert "One more round" in told
    assert "rated 2" not in told
    for stranger in (charlie, ada):
        assert client_for(stranger).get(page).status_code == 404


def test_the_audit_trail_names_the_decision_and_no_words(app: int, priya: User) -> None:
    decide(app, priya, "yes")
    line = AuditEntry.objects.get(action="decision.made")
    assert line.detail == {"ordinal": 1, "kind": "yes", "recommended": "one-more-round"}


@pytest.mark.django_db(transaction=True)
def test_of_two_who_decide_at_once_one_is_told(app: int, priya: User) -> None:
    actions.note_view(app, priya, "Yes.", at=AT)
    came = at_once(
        lambda: actions.decide(app, priya, wish("yes"), at=AT),
        lambda: actions.decide(app, priya, wish("one-more-round", focus=("design",)), at=AT),
        lambda: actions.decide(app, priya, wish("no"), at=AT),
    )
    assert sorted(type(outcome).__name__ for outcome in came) == ["Conflict", "Conflict", "Decision"]
    assert Decision.objects.count() == 1
    row = Decision.objects.get()
    assert Round.objects.filter(application=app).count() == (1 if row.kind == "one-more-round" else 0)
    assert AuditEntry.objects.filter(action="decision.made").count() == 1


def test_a_card_that_all_met_is_a_yes(held: Interview, alice: User, bob: User, priya: User) -> None:
    card_in(held, alice, fields(MET))
    card_in(held, bob, fields(MET))
    actions.note_view(held.application_id, priya, "Yes.", at=AT)
    found = access_debrief(held.application_id, priya)
    assert found.recommendation is not None
    assert (found.recommendation.kind, found.recommendation.uncertainty) == ("yes", ())
