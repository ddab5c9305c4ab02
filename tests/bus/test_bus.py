"""One contract, two drivers."""

import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from otherside.bus import wake
from otherside.bus.contract import Bus
from otherside.bus.local import LocalBus
from otherside.bus.postgres import PostgresBus
from otherside.bus.sockets import bind_stream, connect_stream
from otherside.kernel.errors import Unavailable
from tests.support import postgres


@pytest.fixture(scope="module")
def database() -> Iterator[str]:
    with postgres.server() as url:
        yield url


@pytest.fixture(params=["local", pytest.param("postgres", marks=pytest.mark.postgres)])
def bus(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Bus]:
    """Deeper than the kernel's 107 bytes for a socket's address."""
    opened: Bus
    if request.param == "local":
        opened = LocalBus(tmp_path / ("deep" * 30) / "bus")
    else:
        opened = PostgresBus(request.getfixturevalue("database"))
    yield opened
    opened.close()


def test_a_ring_is_heard_at_once(bus: Bus) -> None:
    with bus.listen("run") as ear:
        threading.Timer(0.1, bus.ring, ["run"]).start()
        at = time.monotonic()
        assert ear.wait(5) == {"run"}
        assert time.monotonic() - at < 2


def test_silence_ends_with_the_wait(bus: Bus) -> None:
    with bus.listen("run") as ear:
        at = time.monotonic()
        assert ear.wait(0.2) == frozenset()
        assert 0.15 < time.monotonic() - at < 3


def test_names_are_kept_apart(bus: Bus) -> None:
    with bus.listen("run") as ear:
        bus.ring("mail")
        assert ear.wait(0.2) == frozenset()


def test_one_ear_hears_several_names(bus: Bus) -> None:
    with bus.listen("run", "mail") as ear:
        bus.ring("mail")
        bus.ring("run")
        heard: set[str] = set()
        while heard != {"run", "mail"}:
            now = ear.wait(5)
            assert now
            heard |= now


def test_everybody_who_listens_hears_it(bus: Bus) -> None:
    with bus.listen("run") as one, bus.listen("run") as other:
        bus.ring("run")
        assert one.wait(5) == other.wait(5) == {"run"}


def test_a_ring_before_the_wait_is_not_lost(bus: Bus) -> None:
    with bus.listen("run") as ear:
        bus.ring("run")
        time.sleep(0.1)
        assert ear.wait(0) or ear.wait(5)


def test_rings_to_nobody_and_to_the_dead_do_no_harm(bus: Bus) -> None:
    bus.ring("run")
    with bus.listen("run"):
        pass
    bus.ring("run")


def test_a_thousand_rings_never_block(bus: Bus) -> None:
    """An ear that does not listen is full after a few; whoever rings goes on."""
    with bus.listen("run") as ear:
        at = time.monotonic()
        for _ in range(1000):
            bus.ring("run")
        assert time.monotonic() - at < 10
        assert ear.wait(5) == {"run"}


@pytest.mark.parametrize("name", ["", "Run", "a b", "../up", "x" * 32, "run;drop"])
def test_a_name_is_a_word(bus: Bus, name: str) -> None:
    with pytest.raises(ValueError, match="bus name"):
        bus.ring(name)
    with pytest.raises(ValueError, match="bus name"), bus.listen(name):
        pass


def test_sockets_of_the_dead_are_removed(tmp_path: Path) -> None:
    bus = LocalBus(tmp_path)
    dead = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    dead.bind(str(tmp_path / "run.dead"))
    dead.close()
    bus.ring("run")
    assert list(tmp_path.iterdir()) == []


def test_postgres_that_is_away() -> None:
    bus = PostgresBus("postgresql://nobody@127.0.0.1:1/none")
    bus.ring("run")  # warns
    with pytest.raises(Unavailable, match="Listening"), bus.listen("run"):
        pass


@pytest.mark.postgres
def test_a_lost_line_counts_as_a_ring(database: str) -> None:
    import psycopg

    bus = PostgresBus(database)
    with bus.listen("run") as ear, psycopg.connect(database, autocommit=True) as other:
        other.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'otherside bus'"
        )
        assert ear.wait(1) == {"run"}
        bus.ring("run")
        assert ear.wait(5) in ({"run"}, frozenset())
        bus.ring("run")
        assert ear.wait(5) == {"run"}
    bus.close()


def test_the_process_bus_is_made_at_its_first_use(tmp_path: Path) -> None:
    made = []

    def make() -> Bus:
        made.append(1)
        return wake.open_bus(None, tmp_path)

    before = list(wake._make)
    try:
        wake.forget()
        wake.wake("run")  # not configured: nobody to hear
        wake.configure(make)
        assert made == []
        with wake.listen("run") as ear:
            wake.wake("run")
            assert ear.wait(5) == {"run"}
        assert made == [1]
    finally:
        wake.forget()
        wake._make[:] = before


def test_a_stream_socket_is_its_owners_and_replaces_the_dead(tmp_path: Path) -> None:
    path = tmp_path / ("d" * 120) / "gateway"
    first = bind_stream(path)
    assert path.stat().st_mode & 0o777 == 0o600
    connect_stream(path).close()
    with pytest.raises(FileExistsError):
        bind_stream(path)
    first.close()
    bind_stream(path).close()
    with pytest.raises(OSError):
        connect_stream(path)
