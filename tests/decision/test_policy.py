"""The written policy: its worked cases, what it may never do, and what is refused in its file."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otherside.decision.cards import Cards, CardView, picture, see
from otherside.decision.cases import WorkedCase
from otherside.decision.edge import POLICIES, load_cases, load_policy
from otherside.decision.policy import CONDITIONS, Policy, check_policy
from otherside.decision.recommend import HOLDS, recommend
from otherside.kernel.content import BadContent, read_struct
from otherside.plan.limits import FOCUS
from otherside.rubric.levels import LEVEL_IDS
from otherside.rubric.signals import SIGNAL_IDS
from otherside.scorecard.recommendation import RECOMMENDATION_IDS

POLICY = load_policy()
TEXT = (POLICIES / "default.yaml").read_text(encoding="utf-8")
CASES = load_cases()

ratings = st.dictionaries(st.sampled_from(SIGNAL_IDS), st.integers(1, 5))
views = st.builds(
    CardView, ratings=ratings, recommendation=st.sampled_from(RECOMMENDATION_IDS), flagged=st.booleans()
)
many_cards = st.builds(
    Cards,
    level=st.sampled_from(LEVEL_IDS),
    cards=st.lists(views, max_size=5).map(tuple),
    extra_rounds=st.integers(0, 3),
    vouches=st.integers(0, 2),
    outstanding=st.integers(0, 2),
)


@pytest.mark.parametrize("name", CASES)
def test_worked_case(name: str) -> None:
    case = CASES[name]
    found = recommend(case.as_cards(), POLICY)
    assert (found.kind, found.rule, set(found.focus)) == (
        case.expect.kind, case.expect.rule, set(case.expect.focus),
    )  # fmt: skip
    said = " ".join((*found.reasons, *found.uncertainty, *found.what_would_change_it))
    assert not [part for part in case.expect.says if part not in said], said


def test_the_cases_show_every_kind_and_every_rule() -> None:
    assert len(CASES) >= 20
    assert {case.expect.kind for case in CASES.values()} == set(RECOMMENDATION_IDS)
    assert {case.expect.rule for case in CASES.values()} == {rule.id for rule in POLICY.rules}


@given(many_cards)
def test_a_no_is_tied_to_a_signal_seen_and_weak(cards: Cards) -> None:
    found = recommend(cards, POLICY)
    if found.kind == "no":
        weak = picture(cards, POLICY).having("weak")
        assert weak
        assert all(entry.ratings and entry.value is not None and entry.value <= 2 for entry in weak)
        assert "Seen and weak: " in " ".join(found.reasons)


@given(many_cards)
def test_what_was_never_tested_refuses_nobody(cards: Cards) -> None:
    """With every weak rating taken out of the cards, so that it counts as not tested, no card gets a no."""
    kept = tuple(
        CardView(
            ratings={s: v for s, v in card.ratings.items() if v > 2},
            recommendation=card.recommendation,
            flagged=card.flagged,
        )
        for card in cards.cards
    )
    assert (
        recommend(Cards(level=cards.level, cards=kept, extra_rounds=cards.extra_rounds), POLICY).kind != "no"
    )


@given(many_cards)
def test_a_red_flag_alone_changes_no_recommendation(cards: Cards) -> None:
    clean = Cards(
        level=cards.level,
        cards=tuple(CardView(ratings=c.ratings, recommendation=c.recommendation) for c in cards.cards),
        extra_rounds=cards.extra_rounds,
        vouches=cards.vouches,
    )
    assert recommend(clean, POLICY).kind == recommend(cards, POLICY).kind


@given(many_cards, st.randoms())
def test_the_order_of_the_cards_does_not_matter(cards: Cards, random: object) -> None:
    shuffled = list(cards.cards)
    random.shuffle(shuffled)
    other = Cards(
        level=cards.level, cards=tuple(shuffled), extra_rounds=cards.extra_rounds, vouches=cards.vouches
    )
    first, then = recommend(cards, POLICY), recommend(other, POLICY)
    assert (first.kind, first.rule, first.focus, first.reasons) == (
        then.kind,
        then.rule,
        then.focus,
        then.reasons,
    )


@given(many_cards)
def test_it_never_recommends_a_level_that_is_not_there_or_a_round_too_many(cards: Cards) -> None:
    found = recommend(cards, POLICY)
    if found.kind == "one-level-down":
        assert cards.level != "junior"
    if found.kind == "senior-check":
        assert cards.level != "senior"
        assert found.focus
    if found.kind == "one-more-round":
        assert cards.extra_rounds < POLICY.extra_rounds_max
        assert found.focus
    assert len(found.focus) <= int(FOCUS), "the form would refuse its own proposal"
    assert found.reasons
    assert all(
        text.endswith(".") for text in (*found.reasons, *found.uncertainty, *found.what_would_change_it)
    )


RANK = {
    kind: n
    for n, kind in enumerate(["no", "undecided", "one-more-round", "one-level-down", "yes", "senior-check"])
}


@given(
    level=st.sampled_from(LEVEL_IDS),
    values=st.lists(st.integers(1, 5), min_size=9, max_size=9),
    which=st.sampled_from(SIGNAL_IDS),
)
def test_with_one_card_a_better_rating_never_makes_it_a_no(level: str, values: list[int], which: str) -> None:
    def ask(numbers: dict[str, int]) -> str:
        card = CardView(ratings=numbers, recommendation="undecided")
        return recommend(Cards(level=level, cards=(card,)), POLICY).kind

    before = dict(zip(SIGNAL_IDS, values, strict=True))
    after = {**before, which: min(5, before[which] + 1)}
    assert not (ask(after) == "no" and ask(before) != "no")
    if ask(before) in {"yes", "senior-check"}:
        assert ask(after) in {"yes", "senior-check"}


@given(many_cards)
def test_what_would_change_it_is_true(cards: Cards) -> None:
    found = recommend(cards, POLICY)
    for text in found.what_would_change_it:
        match = re.match(r"One more card with ([a-z ]+?)(?: each)? at (\d)", text)
        if match is None:
            continue
        named = [name.replace(" ", "-") for name in match[1].split(" and ")]
        extra = CardView(ratings=dict.fromkeys(named, int(match[2])), recommendation=found.kind)
        with_it = Cards(
            level=cards.level,
            cards=(*cards.cards, extra),
            extra_rounds=cards.extra_rounds,
            vouches=cards.vouches,
        )
        assert recommend(with_it, POLICY).kind != found.kind


def test_the_middle_of_three_settles_a_split() -> None:
    def status(*values: int) -> str:
        cards = [CardView(ratings={"design": value}, recommendation="yes") for value in values]
        return see("design", cards, POLICY.numbers).status

    assert [status(), status(2), status(3), status(2, 4), status(2, 3), status(1, 2), status(2, 3, 4), status(2, 2, 5)] == [
        "not tested", "weak", "met", "split", "short", "weak", "met", "weak",
    ]  # fmt: skip


def load(text: str) -> Policy:
    return check_policy(read_struct(text, Policy, "default.yaml"), "default.yaml", text)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "when: gaps\n    recommend: undecided",
            'when: gaps\n    recommend: "no"',
            "a no is tied to signals seen and weak",
        ),
        ("    when: weak-many", "    when: bad-feeling", "no condition is called 'bad-feeling'"),
        ("recommend: senior-check", "recommend: hire", "'hire' cannot be recommended"),
        (
            "    level_bound: [design, depth, adapting]",
            "    level_bound: [learning]",
            "learning must stand among `required`",
        ),
        ("  - level: junior", "  - level: intern", "each of junior, mid-senior, senior needs one entry"),
        ("    when: otherwise", "    when: gaps", "the last rule must be `when: otherwise`"),
        ("  - id: talk\n", "  - id: wait\n", "two rules share an id"),
        ("  weak: 2 #", "  weka: 2 #", "unknown key 'weka'"),
        ("format: 1", "format: 2", "this version reads format 1"),
    ],
)
def test_a_policy_that_cannot_be_right_is_refused_with_its_line(old: str, new: str, said: str) -> None:
    broken = TEXT.replace(old, new, 1)
    assert broken != TEXT
    with pytest.raises(BadContent) as raised:
        load(broken)
    assert said in str(raised.value)
    assert re.match(r"default\.yaml:\d+: ", str(raised.value))


def test_every_condition_has_its_meaning_in_code() -> None:
    assert set(HOLDS) == set(CONDITIONS)


def test_a_case_with_a_wrong_key_is_refused() -> None:
    text = (POLICIES / "cases" / "01-no-card.yaml").read_text(encoding="utf-8")
    with pytest.raises(BadContent, match=r"x.yaml:\d+: unknown key 'level_'"):
        read_struct(text.replace("level:", "level_:"), WorkedCase, "x.yaml")


def test_two_open_signals_change_it_together() -> None:
    ratings = dict.fromkeys(SIGNAL_IDS, 4)
    del ratings["design"], ratings["depth"]
    found = recommend(Cards(level="senior", cards=(CardView(ratings=ratings, recommendation="yes"),)), POLICY)
    assert found.kind == "one-more-round"
    assert "One more card with design and depth each at" in found.what_would_change_it[0]


@given(many_cards)
def test_what_would_change_it_speaks_of_another_recommendation(cards: Cards) -> None:
    found = recommend(cards, POLICY)
    for said in found.what_would_change_it:
        assert said == "A first card." or f", {found.title}." not in said
