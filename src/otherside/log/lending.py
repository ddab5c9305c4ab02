"""Connections that are lent for one use and come back: as many stay open as were ever in use at once.

One a thread would never come back: each page runs in a thread of its own, and would leave one behind.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Generic, Protocol, TypeVar


class Closing(Protocol):
    def close(self) -> None: ...


C = TypeVar("C", bound=Closing)


class Lending(Generic[C]):
    """`make` opens one; `is_good` says whether one that was used can be lent again. Safe from any thread."""

    def __init__(self, make: Callable[[], C], is_good: Callable[[C], bool] = lambda _: True) -> None:
        self._make = make
        self._is_good = is_good
        self._here = threading.local()
        self._lock = threading.Lock()
        self._open: set[C] = set()
        self._idle: list[C] = []

    def __len__(self) -> int:
        """How many are open, in use or not."""
        with self._lock:
            return len(self._open)

    @contextmanager
    def lend(self) -> Iterator[C]:
        """One for the block; inside `keep` the one that is kept. Raises what `make` raises."""
        kept: C | None = getattr(self._here, "kept", None)
        if kept is not None:
            yield kept
            return
        one = self._take()
        try:
            yield one
        finally:
            self._give_back(one)

    @contextmanager
    def keep(self) -> Iterator[C]:
        """The same one for everything that this thread does in the block."""
        with self.lend() as one:
            before = getattr(self._here, "kept", None)
            self._here.kept = one
            try:
                yield one
            finally:
                self._here.kept = before

    def drop_idle(self) -> None:
        """Closes those that nobody uses now: what broke one has broken them as well."""
        with self._lock:
            idle, self._idle = self._idle, []
            self._open.difference_update(idle)
        for one in idle:
            one.close()

    def close(self) -> None:
        """Closes all, those in use as well."""
        with self._lock:
            known, self._open, self._idle = self._open, set(), []
        for one in known:
            one.close()

    def _take(self) -> C:
        with self._lock:
            while self._idle:
                one = self._idle.pop()
                if self._is_good(one):
                    return one
                self._open.discard(one)
        one = self._make()
        with self._lock:
            self._open.add(one)
        return one

    def _give_back(self, one: C) -> None:
        with self._lock:
            if one in self._open and self._is_good(one):
                self._idle.append(one)
                return
            self._open.discard(one)
        one.close()
