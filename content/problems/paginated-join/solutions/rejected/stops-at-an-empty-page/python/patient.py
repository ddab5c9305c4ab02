from collections.abc import Callable, Iterator
from typing import TypeVar

from api import Page
from clock import Clock
from errors import TooManyCalls, Unavailable

PAUSES_MS = (100, 200)  # after the first and the second failure
R = TypeVar("R")


def patient(clock: Clock, call: Callable[[], R]) -> R:
    """What `call` gives: waits while there are too many calls, and tries three times. Raises Unavailable."""
    failures = 0
    while True:
        try:
            return call()
        except TooManyCalls as refused:
            clock.sleep_ms(refused.retry_after_ms)
        except Unavailable:
            if failures == len(PAUSES_MS):
                raise
            clock.sleep_ms(PAUSES_MS[failures])
            failures += 1


def pages(clock: Clock, page_at: Callable[[str], Page]) -> Iterator[Page]:
    """All pages of a list, in order. Raises Unavailable."""
    cursor = ""
    while True:
        page = patient(clock, lambda: page_at(cursor))
        if not page.items:
            return
        yield page
        cursor = page.next
        if not cursor:
            return


class OutOfTime(Exception):
    """A wait would end too late."""


class Deadline(Clock):
    """The same time, but sleeps only until `until_ms`."""

    def __init__(self, clock: Clock, until_ms: int) -> None:
        self.clock = clock
        self.until_ms = until_ms

    def now_ms(self) -> int:
        return self.clock.now_ms()

    def sleep_ms(self, ms: int) -> None:
        if self.now_ms() + ms > self.until_ms:
            raise OutOfTime
        self.clock.sleep_ms(ms)
