"""What every driver keeps: names are rung, and whoever listens to them wakes up.

A ring carries nothing: it says that looking is worth while; what is to be done lies in rows, where it is
claimed. It may come late, twice or, when a driver is in trouble, not at all, so listeners look now and then
anyway.
Rings before `listen` are not heard; rings after it are, and several of one name come as one.
"""

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Protocol

NAME = re.compile(r"^[a-z][a-z0-9_]{0,30}$")


def check_name(name: str) -> str:
    """The name itself. Raises ValueError for one that a driver could not carry: it is ours, so loudly."""
    if NAME.fullmatch(name) is None:
        raise ValueError(f"a bus name is lower-case letters, digits and _, at most 31; got {name!r}")
    return name


class Ear(Protocol):
    """Hears some names, from its making to its closing. For one thread."""

    def wait(self, timeout_s: float) -> frozenset[str]:
        """The names that were rung since the last call; waits for the first of them, at most so long."""

    def close(self) -> None: ...


class Bus(Protocol):
    def ring(self, name: str) -> None:
        """Wake whoever listens to `name`. Returns at once, and does not raise where it fails: it warns."""

    def listen(self, *names: str) -> AbstractContextManager[Ear]:
        """An ear for `names`. Raises Unavailable where the driver cannot listen now."""

    def close(self) -> None: ...


Listening = Iterator[Ear]
