"""Months and spans of months. A month is counted whole, and overlapping spans are counted once."""

# ruff: noqa: RUF002 - dashes, quotes and bullets as people write them

from collections.abc import Iterable

import msgspec


class Month(msgspec.Struct, frozen=True, order=True):
    """`month` 0 says that the document gives the year only."""

    year: int
    month: int = 0

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}" if self.month else f"{self.year:04d}"

    @property
    def known(self) -> bool:
        return self.month > 0

    def index(self, guess: int) -> int:
        """Months since year 0, with `guess` for the month that is not known."""
        return self.year * 12 + (self.month or guess) - 1


class Span(msgspec.Struct, frozen=True):
    """From `start` to `end`, both included. `end` None with `ongoing`: to the present."""

    start: Month
    end: Month | None
    ongoing: bool = False

    def bounds(self, as_of: Month) -> tuple[int, int]:
        """First month and the one after the last, as indexes.

        Where only years are known the middle of the year stands for them: 2018 – 2020 is then two years, as
        most people count, and 2018 – 2018 (or 2018 alone) is one. Nothing reaches past `as_of`.
        """
        last = as_of.index(12) + 1
        same_year = self.end is not None and self.end.year == self.start.year
        first = self.start.index(1 if same_year else 7)
        if self.ongoing or self.end is None:
            return first, max(first, last)
        after = self.end.index(12 if same_year else 6) + 1
        return first, max(first + 1, min(after, last)) if first < last else first

    def months(self, as_of: Month) -> int:
        first, after = self.bounds(as_of)
        return after - first


def month_of(text: str) -> Month:
    """`2026-06` as a Month. Raises ValueError with what would be right."""
    year, dash, month = text.partition("-")
    if len(year) == 4 and year.isdecimal() and dash and month.isdecimal() and 1 <= int(month) <= 12:
        return Month(int(year), int(month))
    raise ValueError(f"a month is written as 2026-06, got {text!r}")


def union_months(spans: Iterable[Span], as_of: Month) -> int:
    """Months that at least one span covers."""
    total, reached = 0, -1
    for first, after in sorted(span.bounds(as_of) for span in spans):
        total += max(0, after - max(first, reached))
        reached = max(reached, after)
    return total


def spoken(months: int) -> str:
    """8 y 4 m; 7 m; 3 y."""
    years, rest = divmod(months, 12)
    return (
        " ".join(part for part in (f"{years} y" if years else "", f"{rest} m" if rest else "") if part)
        or "0 m"
    )
