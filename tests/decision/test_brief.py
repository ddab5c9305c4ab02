"""A brief says where to look and never how somebody was rated."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from otherside.decision.brief import compose
from otherside.kernel.errors import Invalid
from otherside.rubric.signals import SIGNAL_IDS

focus = st.lists(st.sampled_from(SIGNAL_IDS), max_size=3, unique=True)
tested = st.sets(st.sampled_from(SIGNAL_IDS))


def test_a_brief_by_hand() -> None:
    found = compose(
        focus=["design"],
        asks={"design": "Start from numbers."},
        tested={"design", "code"},
        used_questions=["rate-limiter", "rate-limiter"],
        notes=" Has a train at five. ",
    )
    assert [(f.signal, f.ask) for f in found.focus] == [("design", "Start from numbers.")]
    assert (found.covered, found.used_questions, found.notes) == (
        ("code",), ("rate-limiter",), "Has a train at five.",
    )  # fmt: skip


@given(focus, tested)
def test_no_rating_and_no_recommendation_stands_in_a_brief(signals: list[str], seen: set[str]) -> None:
    """Compose is never told a rating. Nothing it writes itself holds a number or a word of judgement, and the
    words beside a focus are the same whether it was split, weak or never tested."""
    found = compose(focus=signals, tested=seen)
    text = msgspec.json.encode(found).decode()
    assert not any(character.isdigit() for character in text)
    for word in (
        "split",
        "weak",
        "short",
        "strong",
        "rated",
        "recommend",
        '"yes"',
        '"no"',
        "undecided",
        "apart",
    ):
        assert word not in text
    assert len({entry.ask for entry in found.focus}) <= 1
    assert not set(found.covered) & set(signals)


@pytest.mark.parametrize(
    "note", ["Rated 2 in design", "a 4/5 from Bob", "2 out of 5", "Bob recommends no", "his score"]
)
def test_a_note_that_speaks_of_ratings_is_refused(note: str) -> None:
    with pytest.raises(Invalid, match="speaks of ratings"):
        compose(focus=["design"], notes=note)
    with pytest.raises(Invalid, match="speaks of ratings"):
        compose(focus=["design"], asks={"design": note})


@pytest.mark.parametrize(
    "note", ["Ask for the 3 services.", "Look at accuracy and separate concerns.", "Rate limiter again"]
)
def test_an_ordinary_note_is_not(note: str) -> None:
    assert compose(focus=[], notes=note).notes == note
