import pytest
from hypothesis import given
from hypothesis import strategies as st

from otherside.accounts.paging import page_of


def test_the_pages_of_a_short_list() -> None:
    rows = list("abcde")
    first, last = page_of(rows, "1", 2), page_of(rows, "3", 2)
    assert (first.items, first.before, first.after) == (("a", "b"), None, 2)
    assert (last.items, last.before, last.after) == (("e",), 2, None)


@pytest.mark.parametrize("number", [None, "", "0", "-1", "x", "9" * 40])
def test_what_is_no_page_is_the_first(number: str | None) -> None:
    assert page_of([1, 2], number, 5).number == 1


@given(st.lists(st.integers(), max_size=60), st.integers(1, 9))
def test_all_pages_together_are_the_list(rows: list[int], size: int) -> None:
    seen: list[int] = []
    number: int | None = 1
    while number is not None:
        page = page_of(rows, str(number), size)
        seen += page.items
        number = page.after
    assert seen == rows
