"""Result lines and how they are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otherside.run.tests import Test, judge, own_output, passes, results, shorten


def test_results_are_told_from_the_candidates_own_output() -> None:
    stdout = "debug 1\n=> 3\nstill here\n=> [4, 5]\n=>\n"
    assert results(stdout) == "3\n[4, 5]\n"
    assert own_output(stdout) == "debug 1\nstill here\n"


def test_without_result_lines_all_of_it_is_the_result() -> None:
    assert results("a | b\nc\n") == "a | b\nc\n"
    assert own_output("a | b\nc\n") == ""


@pytest.mark.parametrize(
    ("compare", "expected", "actual", "passed"),
    [
        ("exact", "1 2\n3", "1 2\n3\n", True),
        ("exact", "1 2\n3", "1 2  \r\n3\n\n", True),
        ("exact", "1 2", "1  2", False),
        ("exact", "1\n\n2", "1\n2", False),
        ("exact", "", "\n", True),
        ("tokens", "1 2\n3", "  1\n2 3", True),
        ("tokens", "1 2", "12", False),
    ],
)
def test_comparison(compare: str, expected: str, actual: str, passed: bool) -> None:
    test = Test(name="t", input="", expected=expected, compare=compare)  # type: ignore[arg-type]
    assert passes(test, actual) is passed


@pytest.mark.parametrize("outcome", ["nonzero", "wall-limit", "signal", "sandbox-error"])
def test_right_answers_of_a_program_that_failed_do_not_pass(outcome: str) -> None:
    test = Test(name="t", input="", expected="1")
    assert judge(test, "=> 1\n", "ok").passed
    assert not judge(test, "=> 1\n", outcome).passed


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")))), st.text())
def test_what_a_harness_prints_is_what_is_compared(lines: list[str], noise: str) -> None:
    """Whatever the candidate prints between, as long as it does not look like a result."""
    own = "".join(f"# {line}\n" for line in noise.splitlines())
    stdout = own.join(["", *(f"=> {line}\n" for line in lines), ""])
    test = Test(name="t", input="", expected="\n".join(lines))
    assert not lines or judge(test, stdout, "ok").passed


@given(st.text(max_size=300), st.integers(20, 200))
def test_shortened_text_is_short_and_keeps_both_ends(text: str, chars_max: int) -> None:
    short = shorten(text, chars_max)
    assert len(short) <= max(chars_max, len(text)) + 50
    assert short == text if len(text) <= chars_max else (short[:10] == text[:10] and short[-4:] == text[-4:])
