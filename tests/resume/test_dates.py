"""Ranges of dates as people write them, and months counted once."""

# ruff: noqa: RUF001 - dashes as people write them

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otherside.resume.dates import ranges, without_dates
from otherside.resume.months import Month, Span, month_of, spoken, union_months

AS_OF = Month(2026, 6)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Jan 2020 – Present", "2020-01", None),
        ("Senior Engineer\t03/2019 - 07/2021", "2019-03", "2021-07"),
        ("2018–2020", "2018", "2020"),
        ("2018-2020", "2018", "2020"),
        ("2018 - 20", "2018", "2020"),
        ("June – August 2018", "2018-06", "2018-08"),
        ("Nov – Feb 2019", "2018-11", "2019-02"),
        ("seit 04/2021", "2021-04", None),
        ("April 2019 bis heute", "2019-04", None),
        ("Depuis mars 2020", "2020-03", None),
        ("de enero de 2018 a diciembre de 2020", "2018-01", "2020-12"),
        ("Sept. 2016 – août 2018", "2016-09", "2018-08"),
        ("01.04.2019 - 31.12.2020", "2019-04", "2020-12"),
        ("Q1 2019 – Q3 2020", "2019-01", "2020-09"),
        ("fall 2015 - spring 2017", "2015-09", "2017-05"),
        ("Jan '18 - Mar '20", "2018-01", "2020-03"),
        ("2019年3月 - 至今", "2019-03", None),
        ("2014-09 - 2018-06", "2014-09", "2018-06"),
        ("Oct 2016 to date", "2016-10", None),
        ("March 2020 - ", "2020-03", None),
        ("15 March 2019 – 30 June 2020", "2019-03", "2020-06"),
        ("(Jul. 2014 - Aug. 2016 · 2 yrs 2 mos)", "2014-07", "2016-08"),
    ],
)
def test_a_range_is_read(text: str, start: str, end: str | None) -> None:
    found = ranges(text)[0].span
    assert str(found.start) == start
    assert (None if found.end is None else str(found.end)) == end
    assert found.ongoing == (end is None)


@pytest.mark.parametrize(
    "text", ["Handled 20000 requests", "version 3.11.2", "+44 7700 900123", "born 1/2", "a 10-15 % saving"]
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert ranges(text) == []


def test_what_stands_around_dates_stays() -> None:
    text = "Acme GmbH, Berlin (Sep 2015 – Jun 2017, 1 year 10 months)"
    assert without_dates(text, ranges(text)).replace("\t", " ").strip(" (),") == "Acme GmbH, Berlin"


@given(st.text(max_size=200))
def test_any_text_is_read_without_harm(text: str) -> None:
    for date in ranges(text):
        assert 0 <= date.begin < date.end <= len(text)


MONTHS = st.builds(Month, st.integers(1990, 2026), st.integers(0, 12))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    first, second = sorted([draw(MONTHS), draw(MONTHS)])
    return Span(first, None, ongoing=True) if draw(st.booleans()) else Span(first, second)


def test_overlaps_count_once() -> None:
    """January to June and April to September of one year are nine months."""
    assert (
        union_months([Span(Month(2020, 1), Month(2020, 6)), Span(Month(2020, 4), Month(2020, 9))], AS_OF) == 9
    )


def test_years_alone_are_counted_from_middle_to_middle() -> None:
    assert Span(Month(2018), Month(2020)).months(AS_OF) == 24
    assert Span(Month(2019), Month(2019)).months(AS_OF) == 12


@given(st.lists(spans(), max_size=8))
def test_the_union_is_at_most_the_sum_and_at_least_the_longest(some: list[Span]) -> None:
    each = [span.months(AS_OF) for span in some]
    together = union_months(some, AS_OF)
    assert max(each, default=0) <= together <= sum(each)
    assert union_months([*some, *some], AS_OF) == together


@pytest.mark.parametrize("text", ["2026", "2026-13", "06-2026", "", "2026-6x"])
def test_a_wrong_month_says_what_would_be_right(text: str) -> None:
    with pytest.raises(ValueError, match="2026-06"):
        month_of(text)


def test_months_are_said_in_years() -> None:
    assert [spoken(m) for m in (0, 7, 36, 100)] == ["0 m", "7 m", "3 y", "8 y 4 m"]
