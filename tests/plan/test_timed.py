"""The hour that the rules make: 5, 50, 5."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otherside.hiring.rounds import KINDS, round_kind
from otherside.kernel.errors import Invalid
from otherside.plan.brief import Brief, Focus, joined
from otherside.plan.proposal import Framing, Question, propose
from otherside.plan.segments import OUTLINE_TITLES, SEGMENT_KINDS, from_rows, to_rows
from otherside.plan.timed import LEAST, Part, make, shared
from otherside.plan.wording import steps_for
from otherside.rubric.levels import LEVEL_IDS
from otherside.rubric.signals import SIGNAL_IDS

ALL = ("junior", "mid-senior", "senior")
BANK = (
    Question(id="interval-merge", title="Interval merge", kind="from-scratch", levels=ALL, minutes=18),
    Question(id="lru-expiry", title="LRU with expiry", kind="change", levels=ALL, minutes=22),
    Question(id="rate-limiter", title="Rate limiter", kind="from-scratch", levels=ALL, minutes=18),
    Question(id="transfers", title="Transfers", kind="change", levels=("senior",), minutes=25),
)

briefs = st.builds(
    Brief,
    focus=st.lists(st.sampled_from(SIGNAL_IDS), max_size=3, unique=True).map(
        lambda ids: tuple(Focus(signal=i, ask="Open after the first round.") for i in ids)
    ),
    used_questions=st.lists(st.sampled_from([q.id for q in BANK]), max_size=4, unique=True).map(tuple),
)
kinds = st.sampled_from([kind.id for kind in KINDS if kind.offered])


def test_the_hour_of_a_senior_by_hand() -> None:
    plan = make("senior", "coding", 60, None, Framing(kinds=("from-scratch",)), BANK)
    assert [(s.kind, s.minutes, s.doc, s.question) for s in plan.segments] == [
        ("welcome", 5, "doc:pad", None),
        ("problem", 22, "doc:q1", "interval-merge"),
        ("disagree", 6, "doc:q1", None),
        ("second-half", 22, "doc:q2", "rate-limiter"),
        ("candidate-asks", 5, None, None),
    ]


def test_a_focus_on_design_takes_the_place_of_the_second_half() -> None:
    brief = Brief(
        focus=(Focus(signal="design", ask="Two tasks of different weight."),),
        used_questions=("interval-merge",),
    )
    plan = make("senior", "coding", 60, brief, None, BANK)
    assert [s.id for s in plan.segments] == [
        "welcome",
        "problem",
        "disagree",
        "focus-design",
        "candidate-asks",
    ]
    focus = plan.segment("focus-design")
    assert focus.minutes >= 14
    assert focus.steps[0].say == "Two tasks of different weight."
    assert plan.questions == ("lru-expiry",)  # the earlier round used the first
    assert plan.total == 60


def test_half_an_hour_with_one_focus_is_the_focus() -> None:
    plan = make("senior", "coding", 30, Brief(focus=(Focus(signal="design"),)), None, BANK)
    assert [(s.id, s.minutes) for s in plan.segments] == [
        ("welcome", 5), ("disagree", 6), ("focus-design", 14), ("candidate-asks", 5),
    ]  # fmt: skip


def test_what_the_hour_is_too_short_for_is_named() -> None:
    brief = Brief(focus=(Focus(signal="design"), Focus(signal="depth"), Focus(signal="code")))
    plan = make("senior", "coding", 20, brief, None, BANK)
    assert plan.unfitted == ("depth", "code")
    assert [s.id for s in plan.segments] == ["welcome", "focus-design", "candidate-asks"]


@given(level=st.sampled_from(LEVEL_IDS), kind=kinds, minutes=st.integers(20, 180), brief=briefs)
def test_a_plan_sums_to_the_hour_and_keeps_the_last_five(
    level: str, kind: str, minutes: int, brief: Brief
) -> None:
    plan = make(level, kind, minutes, brief, None, BANK)
    assert plan.total == minutes
    assert plan.over == 0
    assert plan.balance == ""
    assert (plan.segments[0].kind, plan.segments[0].minutes) == ("welcome", 5)
    assert (plan.segments[-1].kind, plan.segments[-1].minutes) == ("candidate-asks", 5)
    assert not set(plan.questions) & set(brief.used_questions)
    planned = {s.focus for s in plan.segments if s.focus}
    assert planned | set(plan.unfitted) == {f.signal for f in brief.focus}
    assert all(s.steps and all(step.say.strip() for step in s.steps) for s in plan.segments)
    assert from_rows(minutes, to_rows(plan.segments), plan.unfitted) == plan


@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)), min_size=1, max_size=6), st.integers(0, 60)
)
def test_minutes_are_dealt_out_whole(parts: list[tuple[int, int]], spare: int) -> None:
    given_parts = [Part("problem", share, least) for share, least in parts]
    work = sum(least for _, least in parts) + spare
    dealt = shared(given_parts, work)
    assert sum(dealt) == work
    assert all(minutes >= part.least for minutes, part in zip(dealt, given_parts, strict=True))


@pytest.mark.parametrize(
    ("kind", "said"),
    [("design", "architecture lab"), ("incident", "incident lab"), ("chess", "coding, project")],
)
def test_a_round_without_its_lab_is_not_offered_and_says_why(kind: str, said: str) -> None:
    with pytest.raises(Invalid, match=said):
        make("senior", kind, 60)
    with pytest.raises(Invalid):
        round_kind(kind)


@pytest.mark.parametrize("minutes", [0, 19, 181])
def test_minutes_that_make_no_hour_are_refused(minutes: int) -> None:
    with pytest.raises(Exception, match=str(minutes)):
        make("junior", "coding", minutes)


def test_proposals_say_what_speaks_against() -> None:
    found = propose(
        BANK, level="junior", minutes=20, used={"rate-limiter"}, framing=Framing(kinds=("change",))
    )
    assert [(p.question.id, p.fits) for p in found] == [
        ("interval-merge", True), ("lru-expiry", False), ("transfers", False), ("rate-limiter", False),
    ]  # fmt: skip
    assert found[1].why == "it takes 22 min, the segment has 20"
    assert "an earlier round has used it" in found[3].why
    assert "written for senior" in found[2].why


@given(st.permutations(BANK))
def test_the_core_does_not_depend_on_the_order_of_the_bank(bank: list[Question]) -> None:
    assert make("senior", "coding", 60, None, None, bank) == make("senior", "coding", 60, None, None, BANK)


@pytest.mark.parametrize("level", LEVEL_IDS)
def test_every_segment_has_a_sentence_for_every_level_and_focus(level: str) -> None:
    for kind in SEGMENT_KINDS:
        for focus in SIGNAL_IDS:
            assert steps_for(kind, level, focus=focus)


def test_the_candidates_titles_give_nothing_away() -> None:
    assert set(OUTLINE_TITLES) == set(SEGMENT_KINDS)
    shown = " ".join(OUTLINE_TITLES.values()).lower()
    assert not [word for word in ("disagree", "focus", *SIGNAL_IDS) if word in shown]


def test_briefs_join_without_repeating() -> None:
    early = Brief(focus=(Focus(signal="design"),), used_questions=("a", "b"), notes="First.")
    late = Brief(
        focus=(Focus(signal="depth"), Focus(signal="design", ask="Again")), used_questions=("b", "c")
    )
    both = joined(early, late)
    assert [f.signal for f in both.focus] == ["depth", "design"]
    assert both.used_questions == ("b", "c", "a")
    assert both.notes == "First."


def test_a_short_hour_gives_the_problem_its_minutes_and_leaves_the_second_half_open() -> None:
    """35 minutes of work; the shortest problem takes 18, and none fits the 12 of the second half."""
    plan = make("senior", "coding", 45, None, None, BANK)
    assert [(s.kind, s.minutes, s.question) for s in plan.segments] == [
        ("welcome", 5, None), ("problem", 18, "interval-merge"), ("disagree", 5, None),
        ("second-half", 12, None), ("candidate-asks", 5, None),
    ]  # fmt: skip


@given(level=st.sampled_from(ALL), kind=kinds, minutes=st.integers(20, 120), brief=briefs)
def test_a_plan_never_finds_fault_with_its_own_minutes(
    level: str, kind: str, minutes: int, brief: Brief
) -> None:
    """A problem longer than its segment stands there only where the others had no minutes left to give."""
    plan = make(level, kind, minutes, brief, None, BANK)
    takes = {question.id: question.minutes for question in BANK}
    assert sum(s.minutes for s in plan.segments) == minutes
    long = [s for s in plan.segments if s.question and takes[s.question] > s.minutes]
    assert "second-half" not in {s.kind for s in long}
    for segment in long:
        shortest = min(
            (
                q.minutes
                for q in BANK
                if level in q.levels and q.id not in {*brief.used_questions, *plan.questions}
            ),
            default=None,
        )
        spare = sum(
            s.minutes - max(LEAST[s.kind], takes[s.question] if s.question else 0)
            for s in plan.segments
            if s.kind in LEAST and s is not segment
        )
        assert shortest is None or segment.minutes + spare < shortest
