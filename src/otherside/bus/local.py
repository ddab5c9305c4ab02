"""One machine: every ear is a UNIX datagram socket in a folder, and a ring is an empty datagram to each.

No process in the middle that could be down. Sockets of dead listeners are removed by whoever rings next.
"""

import contextlib
import itertools
import logging
import os
import select
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from otherside.bus.contract import Ear, check_name
from otherside.bus.sockets import reach
from otherside.kernel.errors import Unavailable

log = logging.getLogger(__name__)
_numbers = itertools.count()


class LocalBus:
    """Implements Bus in `folder`, which only its owner may enter."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)

    def ring(self, name: str) -> None:
        check_name(name)
        for path in self._folder.glob(f"{name}.*"):
            try:
                with reach(path) as address, socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as voice:
                    voice.setblocking(False)
                    voice.sendto(name.encode(), address)
            except (ConnectionRefusedError, FileNotFoundError):
                # Its listener is dead.
                path.unlink(missing_ok=True)
            except BlockingIOError:
                pass  # an ear that is full has something to wake up for already
            except OSError as error:
                log.warning("ring=%s ear=%s failed=%s", name, path.name, error)

    @contextmanager
    def listen(self, *names: str) -> Iterator[Ear]:
        ear = _LocalEar(self._folder, names)
        try:
            yield ear
        finally:
            ear.close()

    def close(self) -> None:
        """Nothing is held."""


class _LocalEar:
    def __init__(self, folder: Path, names: tuple[str, ...]) -> None:
        self._sockets: dict[socket.socket, Path] = {}
        try:
            for name in names:
                path = folder / f"{check_name(name)}.{os.getpid()}-{time.monotonic_ns()}-{next(_numbers)}"
                ear = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
                self._sockets[ear] = path
                ear.setblocking(False)
                with reach(path) as address:
                    ear.bind(address)
        except OSError as error:
            self.close()
            raise Unavailable(f"Listening in {folder} failed: {error.strerror}.") from error

    def wait(self, timeout_s: float) -> frozenset[str]:
        heard: set[str] = set()
        ready, _, _ = select.select(list(self._sockets), [], [], max(0.0, timeout_s))
        for ear in ready:
            with contextlib.suppress(BlockingIOError):
                while True:
                    heard.add(ear.recv(64).decode(errors="replace"))
        return frozenset(heard)

    def close(self) -> None:
        for ear, path in self._sockets.items():
            ear.close()
            path.unlink(missing_ok=True)
        self._sockets.clear()
