"""Acknowledgements: they ride on what goes out anyway, or leave by themselves a little later, spread over
time.
"""

from collections.abc import Callable
from typing import Protocol

from otherside.relay.limits import ACK_EVERY_MS, ACK_SLOTS

STEP_S = ACK_EVERY_MS / 1000 / ACK_SLOTS


class Settling(Protocol):
    """Somebody whose frames were settled. `ack_due` is taken back by whatever is sent to them."""

    ack_due: bool
    acks: bool
    closed: bool

    def send(self, data: bytes) -> None: ...


class Acks:
    """All sent in one sweep made stalls of 50 ms at two thousand rooms; sixteen slots do not."""

    def __init__(self, later: Callable[[float, Callable[[], None]], object]) -> None:
        self._later = later
        self._slots: list[list[Settling]] = [[] for _ in range(ACK_SLOTS)]
        self._slot = 0
        self._sweeping = False

    def owe(self, batch: list[Settling]) -> None:
        """Each of `batch` has something settled that it was not told yet."""
        slot = self._slots[(self._slot - 1) % ACK_SLOTS]
        for session in batch:
            if not session.ack_due and session.acks and not session.closed:
                session.ack_due = True
                slot.append(session)
        if slot and not self._sweeping:
            self._sweeping = True
            self._later(STEP_S, self._sweep)

    def _sweep(self) -> None:
        self._slot = (self._slot + 1) % ACK_SLOTS
        due, self._slots[self._slot] = self._slots[self._slot], []
        for session in due:
            if session.ack_due and not session.closed:
                session.send(b"")
        if any(self._slots):
            self._later(STEP_S, self._sweep)
        else:
            self._sweeping = False
