"""The words of the rubric, and what is refused."""

import re
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from otherside.kernel.content import BadContent, read_struct
from otherside.kernel.errors import Invalid, LimitReached
from otherside.rubric.check import check_rubric
from otherside.rubric.edge import CONTENT, load_rubric
from otherside.rubric.levels import LEVEL_IDS, LEVELS, level_of
from otherside.rubric.signals import SIGNAL_IDS, Rubric

TEXT = (CONTENT / "rubrics" / "default.yaml").read_text(encoding="utf-8")


def load(text: str) -> Rubric:
    return check_rubric(read_struct(text, Rubric, "default.yaml"), "default.yaml", text)


def test_every_signal_has_words_of_its_own_for_every_level() -> None:
    rubric = load_rubric()
    assert tuple(signal.id for signal in rubric.signals) == SIGNAL_IDS
    words = [w for s in rubric.signals for level in LEVEL_IDS for w in (s.at(level).two, s.at(level).four)]
    assert len(set(words)) == 9 * 3 * 2
    assert all(len(w) > 30 for w in words)


def test_working_together_is_the_mandatory_one() -> None:
    assert load_rubric().mandatory == ("working-together",)


def test_anchors_speak_of_acts_and_not_of_persons() -> None:
    judging = re.compile(
        r"\b(stupid|lazy|smart|brilliant|weak|talented|native speaker|culture fit|gut)\b", re.IGNORECASE
    )
    assert not judging.search(TEXT)


def test_one_level_down_leads_to_the_bottom() -> None:
    level = level_of("senior")
    seen = [level.id]
    while level.lower is not None:
        level = level_of(level.lower)
        seen.append(level.id)
    assert seen == ["senior", "mid-senior", "junior"]
    assert [entry.id for entry in LEVELS] == list(reversed(seen))
    with pytest.raises(Invalid, match="junior, mid-senior, senior"):
        level_of("staff")


def said_of(text: str) -> str:
    """What is said against `text`; nothing where it is fine."""
    try:
        load(text)
    except BadContent as error:
        return str(error)
    return ""


@pytest.mark.parametrize(
    ("old", "new", "where", "said"),
    [
        ("    title: Code\n", "    titel: Code\n", "titel", "unknown key 'titel'"),
        ("    title: Code\n", "    title: Code\n    title: Kode\n", "title: Kode", "is there twice"),
        ("  - id: code\n", "  - id: kode\n", "- id: kode", "no signal is called 'kode'"),
        ("    mandatory: true\n", "    mandatory: perhaps\n", "perhaps", "expected `bool`"),
        ("version: 2\n", "version: 0x\n", "version: 0x", "expected `int`"),
        (
            '      mid-senior: {"4": 1, "5": 0}\n',
            '      mid-senior: {"4": 1, "5": 2}\n',
            "- id: problem-solving",
            "allows 1 hints for a 4 and 2 for a 5",
        ),
        (
            '      mid-senior: {"4": 1, "5": 0}\n',
            "",
            "- id: problem-solving",
            "say it for junior, mid-senior",
        ),
        ("author: The Otherside authors\n", "author: 2026-01-01\n", "2026-01-01", "quote it"),
        ("format: 1\n", "format: 1\nformat: 1\n", "", "is there twice"),
    ],
)
def test_a_mistake_is_named_with_its_line(old: str, new: str, where: str, said: str) -> None:
    broken = TEXT.replace(old, new, 1)
    assert broken != TEXT
    with pytest.raises(BadContent) as raised:
        load(broken)
    message = str(raised.value)
    assert said in message
    if where:
        line = next(n for n, text in enumerate(broken.splitlines(), 1) if where in text)
        assert message.startswith(f"default.yaml:{line}: "), message


def test_a_missing_signal_level_or_anchor_is_named() -> None:
    with pytest.raises(BadContent, match="no words for depth"):
        load(TEXT[: TEXT.index("  - id: depth")])
    with pytest.raises(BadContent, match="it needs them for junior, mid-senior, senior"):
        load(TEXT.replace("      senior:\n", "      staff:\n", 1))
    with pytest.raises(BadContent, match="the file is empty"):
        load("")


@given(st.text(alphabet=string.printable, max_size=200))
def test_no_text_raises_anything_but_bad_content(text: str) -> None:
    assert re.match(r"default\.yaml:\d+: ", said_of(text))


@settings(max_examples=15, deadline=None)
@given(st.integers(0, len(TEXT) - 1), st.text(alphabet=":-[]{}&*!|>'\"#\n \t%@", min_size=1, max_size=3))
def test_a_damaged_rubric_is_read_or_refused_with_a_line(at: int, damage: str) -> None:
    said = said_of(TEXT[:at] + damage + TEXT[at + 1 :])
    assert not said or re.match(r"default\.yaml:\d+: ", said)


def test_an_alias_and_a_tower_of_brackets_are_refused() -> None:
    assert "anchors and aliases" in said_of("a: &x [1]\nb: *x\n")
    with pytest.raises(LimitReached, match="17 levels"):
        load("[" * 100 + "]" * 100)
