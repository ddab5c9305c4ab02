"""What a card says, what it lacks, and how two tabs become one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otherside.kernel.errors import DomainError, Invalid, LimitReached
from otherside.rubric.edge import load_rubric
from otherside.scorecard.card import (
    Helped,
    Moment,
    NotComplete,
    Rating,
    clean,
    field_names,
    missing,
    read_card,
    read_moments,
    refuse_incomplete,
    write_moments,
)
from otherside.scorecard.limits import MOMENTS, WORDS
from otherside.scorecard.merge import Clash, merged
from tests.support.cards import fields

RUBRIC = load_rubric()
NAMES = field_names(RUBRIC)


def read(values: dict[str, str]) -> object:
    return read_card(clean(values, RUBRIC), RUBRIC)


def test_not_tested_is_no_number() -> None:
    card = read(fields({"code": 4, "working-together": 3}))
    assert card.rating("design").value is None
    assert not card.rating("design").tested
    assert card.tested == 2


def test_a_card_says_everything_that_it_lacks() -> None:
    lacks = missing(read({"value-code": "4", "flag": "Laughed at the task"}), RUBRIC)
    assert lacks == (
        "what you saw or heard for code",
        "a rating for working together, which every card has",
        "your recommendation",
        "a sentence on why",
        "a quote for the red flag, word for word",
    )
    with pytest.raises(NotComplete, match="a rating for working together"):
        refuse_incomplete(read({}), RUBRIC)
    assert missing(read(fields()), RUBRIC) == ()


def test_working_together_wants_a_quote_and_not_only_a_moment() -> None:
    values = fields({"working-together": 4})
    values["words-working-together"] = ""
    assert missing(read(values), RUBRIC) == ("a quote for working together, word for word",)


def test_evidence_is_words_or_a_moment() -> None:
    values = fields({"working-together": 4, "code": 4})
    assert missing(read({**values, "words-code": ""}), RUBRIC) == ()
    assert missing(read({**values, "moments-code": ""}), RUBRIC) == ()
    assert missing(read({**values, "moments-code": "", "words-code": " "}), RUBRIC) == (
        "what you saw or heard for code",
    )


@given(hour_ms=st.integers(-20_000, 20_000).map(lambda seconds: seconds * 1000))
def test_a_moment_is_read_back_from_its_code(hour_ms: int) -> None:
    (moment,) = read_moments(f"{Moment(hour_ms, '').code} why")
    assert moment == Moment(hour_ms, "why")


def test_moments_are_lines_with_a_time_code() -> None:
    found = read_moments("1:02:04 asked why\n12:04   chose the log\n\n 00:05")
    assert found == (Moment(5_000, ""), Moment(724_000, "chose the log"), Moment(3_724_000, "asked why"))
    assert found[1].reference("abc") == "abc@hour:12:04"
    with pytest.raises(Invalid, match="has no time in front"):
        read_moments("chose the log")
    with pytest.raises(LimitReached):
        read_moments("0:01 x\n" * (int(MOMENTS) + 1))


moments = st.lists(
    st.builds(Moment, st.integers(0, 35_999).map(lambda s: s * 1000), st.from_regex(r"\A[a-zéß“”?]*\Z")),
    max_size=8,
).map(lambda found: tuple(sorted(found, key=lambda m: m.hour_ms)))


@given(moments)
def test_moments_are_read_as_they_were_written(found: tuple[Moment, ...]) -> None:
    assert read_moments(write_moments(found)) == found


@given(st.dictionaries(st.sampled_from((*NAMES, "value-", "stranger")), st.text(max_size=20)))
def test_no_form_breaks_a_card(values: dict[str, str]) -> None:
    try:
        card = read(values)
    except DomainError:
        return
    assert all(r.value in {None, 1, 2, 3, 4, 5} for r in card.ratings)


@pytest.mark.parametrize("values", [{"value-code": "6"}, {"value-code": "3.5"}, {"recommendation": "hire"}])
def test_a_value_that_is_none_is_refused(values: dict[str, str]) -> None:
    with pytest.raises(Invalid):
        clean(values, RUBRIC)


def test_a_field_has_a_limit() -> None:
    with pytest.raises(LimitReached, match=f"{int(WORDS):,}"):
        clean({"why": "x" * (int(WORDS) + 1)}, RUBRIC)
    title = RUBRIC.title("code")
    with pytest.raises(LimitReached, match=f"{title}: 6,023 characters, at most 4,000"):
        clean({"words-code": "x" * 6_023}, RUBRIC)


def test_what_one_tab_changed_is_taken_from_that_tab() -> None:
    base = {"why": "a", "flag": "", "words-code": "x"}
    found = merged(base, {**base, "why": "theirs"}, {**base, "words-code": "mine"})
    assert found.fields == {"why": "theirs", "flag": "", "words-code": "mine"}
    assert not found.clashes


def test_what_both_changed_is_asked() -> None:
    base = {"why": "a"}
    found = merged(base, {"why": "theirs"}, {"why": "mine"})
    assert (found.fields["why"], found.clashes) == ("theirs", {"why": Clash("theirs", "mine")})
    assert not merged(base, {"why": "same"}, {"why": "same"}).clashes


texts = st.sampled_from(["", "a", "b", "c"])
drafts = st.fixed_dictionaries(dict.fromkeys(("why", "flag", "words-code"), texts))


@given(drafts, drafts, drafts, st.booleans())
def test_nothing_that_either_tab_wrote_is_lost(
    base: dict[str, str], theirs: dict[str, str], mine: dict[str, str], known: bool
) -> None:
    found = merged(base if known else None, theirs, mine)
    for name, written in mine.items():
        kept = {found.fields[name]} | (
            {found.clashes[name].theirs, found.clashes[name].mine} if name in found.clashes else set()
        )
        if theirs[name] != base[name] and theirs[name]:
            assert theirs[name] in kept
        if written != base[name] and written:
            assert written in kept


def test_a_rating_above_what_the_help_allows_wants_a_reason_and_keeps_its_number() -> None:
    helped = Helped("senior", {"problem-solving": 2, "adapting": 0})
    values = fields({"working-together": 4, "problem-solving": 5, "adapting": 5, "learning": 5})
    assert missing(read(values), RUBRIC, helped) == ("a reason for the 5 in problem solving after 2 hints",)
    assert read(values).rating("problem-solving").value == 5
    assert (
        missing(read({**values, "reason-problem-solving": "Found the harder half alone."}), RUBRIC, helped)
        == ()
    )
    assert missing(read({**values, "value-problem-solving": "3"}), RUBRIC, helped) == ()
    junior = Helped("junior", {"problem-solving": 2})
    assert missing(read({**values, "value-problem-solving": "4"}), RUBRIC, junior) == ()


@given(st.sampled_from(["junior", "mid-senior", "senior"]), st.integers(0, 6), st.integers(1, 5))
def test_more_help_never_asks_for_less(level: str, hints: int, value: int) -> None:
    for signal in RUBRIC.signals:
        rating = Rating(signal.id, value)
        asked = Helped(level, {signal.id: hints}).asks(signal, rating)
        assert not asked or Helped(level, {signal.id: hints + 1}).asks(signal, rating)
        assert not (asked and value < 4)
