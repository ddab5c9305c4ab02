"""YAML as packages may use it: what stands there, with its line, or a refusal that says where and what to do."""

import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from otherside.kernel.content import BadContent, read_yaml
from otherside.kernel.errors import DomainError


def test_plain_values_keep_their_kinds_and_lines() -> None:
    found = read_yaml('a: 1\nb:\n  - "2"\n  - true\n  - 1.5\n  - ~\nc: |\n  two\n  lines\n', "x.yaml")
    assert found.value == {"a": 1, "b": ["2", True, 1.5, None], "c": "two\nlines\n"}
    assert found.line(("b", 1)) == 4
    assert found.line(("c", "not there")) == 7


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: yes", 'x.yaml:1: yes means true or false in YAML; write true or false, or quote it: "yes".'),
        ("b: 1\na: Off", "x.yaml:2: Off means true or false"),
        (
            "a: 2026-01-31",
            'x.yaml:1: YAML may read 2026-01-31 as a date or another number; quote it: "2026-01-31".',
        ),
        ("a: 1:30", "quote it"),
        ("a: 0o17", "quote it"),
        ("a: 010", "quote it"),
        ("a: 1_000", "quote it"),
        ("a: 1e3", "quote it"),
        ("a: .inf", "quote it"),
        ("a: TRUE", "quote it"),
        ("a: 1\na: 2", "x.yaml:2: the key 'a' is there twice"),
        ("a: &x 1", "x.yaml:1: anchors and aliases"),
        ("a: 1\nb: *x", "x.yaml:2: "),
        ("a: !!python/object:os.system x", "x.yaml:1: the tag"),
        ("? [a]\n: b", "x.yaml:1: a key must be a word"),
        ("a: 1\n---\nb: 2", "x.yaml:2: a second document"),
        ("", "x.yaml:1: the file is empty"),
        ("a: [1", "x.yaml:2: "),
        ("a: b: c", "x.yaml:1: "),
        ("a: \x07", "x.yaml:1: "),
        ("a: 99999999999999999999", "quote it"),
    ],
)
def test_what_would_surprise_is_refused_with_line_and_remedy(text: str, said: str) -> None:
    with pytest.raises(BadContent) as refused:
        read_yaml(text, "x.yaml")
    assert said in str(refused.value)


def test_what_is_quoted_is_text() -> None:
    found = read_yaml("a: 'yes'\nb: \"2026-01-31\"\nc: 'null'\n", "x.yaml")
    assert found.value == {"a": "yes", "b": "2026-01-31", "c": "null"}


@pytest.mark.parametrize("text", ["[" * 900, "[" * 100_000, "{a: " * 500, "- " * 5_000 + "x"])
def test_deep_nesting_is_refused_before_any_stack_ends(text: str) -> None:
    with pytest.raises(DomainError):
        read_yaml(text, "x.yaml")


def test_many_values_are_refused() -> None:
    with pytest.raises(DomainError, match="20001 values"):
        read_yaml("\n".join(f"- {n}" for n in range(21_000)), "x.yaml")


@given(st.text(max_size=400))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(DomainError):
        read_yaml(text, "x.yaml")


SNIPPETS = st.sampled_from(
    [
        "a: ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        "&x ",
        "*x",
        "!!str ",
        "|\n",
        "\n  ",
        "\n",
        "yes",
        "1",
        "'",
        '"',
        "#",
        "? ",
        ": ",
    ]
)


@given(st.lists(SNIPPETS, max_size=60).map("".join))
def test_any_mix_of_its_signs_is_read_or_refused(text: str) -> None:
    try:
        found = read_yaml(text, "x.yaml")
    except DomainError:
        return
    assert isinstance(found.value, dict | list | str | int | float | bool | None)


PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**9), 10**9)
    | st.text(st.characters(codec="ascii", exclude_categories=["C"]), max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), inner, max_size=4)
    ),
    max_leaves=20,
)


@settings(max_examples=50)
@given(PLAIN)
def test_json_is_yaml_and_comes_back_as_it_was(value: object) -> None:
    """JSON quotes all text, so nothing of it can surprise."""
    assert read_yaml(json.dumps(value), "x.yaml").value == value
