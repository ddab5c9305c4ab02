"""The bus of this process. Configured once, at the start; before that a ring is not heard by anybody."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from otherside.bus.contract import Bus, Ear
from otherside.bus.local import LocalBus

_make: list[Callable[[], Bus]] = []
_made: list[Bus] = []


def open_bus(database_url: str | None, folder: Path) -> Bus:
    """PostgreSQL where that is the database, else sockets in `folder`."""
    if database_url is None:
        return LocalBus(folder)
    from otherside.bus.postgres import PostgresBus  # its driver takes long to import

    return PostgresBus(database_url)


def configure(make: Callable[[], Bus]) -> None:
    """`make` is called at the first use, so that commands that ring nobody open nothing."""
    forget()
    _make[:] = [make]


def forget() -> None:
    """Undoes `configure`. For tests."""
    for bus in _made:
        bus.close()
    _made.clear()
    _make.clear()


def _bus() -> Bus:
    if not _made:
        assert _make, "bus.wake is not configured"
        _made.append(_make[0]())
    return _made[0]


def wake(name: str) -> None:
    """Wake whoever listens to `name`, here or elsewhere."""
    if _make:
        _bus().ring(name)


def listen(*names: str) -> AbstractContextManager[Ear]:
    return _bus().listen(*names)
