"""One page of a long list, without counting the list."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

T_co = TypeVar("T_co", covariant=True)
Item = TypeVar("Item")

PAGE_NUMBER_MAX = 10_000


class Sliceable(Protocol[T_co]):
    """A queryset or a list: whatever gives `rows[from:to]`."""

    def __getitem__(self, index: slice, /) -> Iterable[T_co]: ...


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """The items of page `number` (from 1), and whether there are more behind them."""

    items: tuple[Item, ...]
    number: int
    has_more: bool

    @property
    def before(self) -> int | None:
        return self.number - 1 if self.number > 1 else None

    @property
    def after(self) -> int | None:
        return self.number + 1 if self.has_more else None


def page_of(rows: Sliceable[Item], number: str | None, size: int) -> Page[Item]:
    """Page `number` of `rows`; what is not a number is page 1. One item more than `size` is read, never
    all.
    """
    page = int(number) if number is not None and number.isdecimal() and len(number) < 6 else 1
    page = min(max(page, 1), PAGE_NUMBER_MAX)
    start = (page - 1) * size
    found = tuple(rows[start : start + size + 1])
    return Page(found[:size], page, len(found) > size)
