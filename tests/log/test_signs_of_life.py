"""Who owns, as files tell it: asking whether somebody lives never keeps an owner from beginning."""

import fcntl
import threading
from pathlib import Path

import pytest

from otherside.log.sqlite import SqliteStore
from tests.log.support import sqlite_store


def test_looking_does_not_stand_in_the_way(tmp_path: Path) -> None:
    """Whoever looks whether an owner lives has its file locked for an instant."""
    store = sqlite_store(tmp_path)
    assert store.hold("relay")
    (path,) = tmp_path.glob("*-owner-*")
    store.let_go("relay")
    looking = path.open("w")
    fcntl.flock(looking, fcntl.LOCK_SH)
    threading.Timer(0.03, looking.close).start()
    assert store.hold("relay")
    store.close()


def test_a_file_that_goes_while_it_is_being_locked_is_not_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An owner that goes takes its file away; whoever had it open already must not hold what nobody sees."""
    store, other = sqlite_store(tmp_path), SqliteStore(tmp_path / "log.sqlite3")
    flock, calls = fcntl.flock, []

    def slow(descriptor: int, how: int) -> None:
        if not calls:
            (path,) = tmp_path.glob("*-owner-*")
            path.unlink()
        calls.append(how)
        flock(descriptor, how)

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(fcntl, "flock", slow)
        assert store.hold("relay")
    assert len(calls) == 2
    assert other.is_alive("relay")
    assert not other.hold("relay")
    store.let_go("relay")
    assert not other.is_alive("relay")
    other.close()
    store.close()
