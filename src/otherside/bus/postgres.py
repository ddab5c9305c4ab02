"""Many machines: NOTIFY rings and LISTEN hears. PostgreSQL is there anyway, and wakes in some 2 ms.

Rings go over a connection of their own, each its own transaction: a NOTIFY inside a longer one would be heard
only at its end, and commits with a NOTIFY in them wait for each other.
"""

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg import sql

from otherside.bus.contract import Ear, check_name
from otherside.kernel.errors import Unavailable

log = logging.getLogger(__name__)
PREFIX = "otherside_"
CONNECT_WITHIN_S = 5


class PostgresBus:
    """Implements Bus on the database at `url`."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._lock = threading.Lock()
        self._voice: psycopg.Connection[tuple[object, ...]] | None = None

    def ring(self, name: str) -> None:
        channel = PREFIX + check_name(name)
        with self._lock:
            for attempt in (1, 2):
                try:
                    if self._voice is None or self._voice.closed:
                        self._voice = _connect(self._url)
                    self._voice.execute("SELECT pg_notify(%s, '')", (channel,))
                    return
                except psycopg.Error as error:
                    self._hang_up()
                    if attempt == 2:
                        # Whoever waits looks now and then anyway.
                        log.warning("ring=%s failed=%s", name, error)

    @contextmanager
    def listen(self, *names: str) -> Iterator[Ear]:
        ear = _PostgresEar(self._url, names)
        try:
            yield ear
        finally:
            ear.close()

    def close(self) -> None:
        with self._lock:
            self._hang_up()

    def _hang_up(self) -> None:
        if self._voice is not None:
            self._voice.close()
            self._voice = None


def _connect(url: str) -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(
        url, autocommit=True, connect_timeout=CONNECT_WITHIN_S, application_name="otherside bus"
    )


class _PostgresEar:
    def __init__(self, url: str, names: tuple[str, ...]) -> None:
        self._url = url
        self._names = tuple(check_name(name) for name in names)
        self._connection: psycopg.Connection[tuple[object, ...]] | None = None
        try:
            self._open()
        except psycopg.Error as error:
            raise Unavailable(f"Listening to PostgreSQL failed: {error}") from error

    def _open(self) -> psycopg.Connection[tuple[object, ...]]:
        if self._connection is None:
            connection = _connect(self._url)
            for name in self._names:
                connection.execute(sql.SQL("LISTEN {}").format(sql.Identifier(PREFIX + name)))
            self._connection = connection
        return self._connection

    def wait(self, timeout_s: float) -> frozenset[str]:
        """As the contract says; after a lost line every name counts as rung, since one may have been."""
        try:
            found = self._open().notifies(timeout=max(0.0, timeout_s), stop_after=1)
            return frozenset(notify.channel.removeprefix(PREFIX) for notify in found)
        except psycopg.Error as error:
            log.warning("listening failed=%s", error)
            self.close()
            time.sleep(min(1.0, max(0.0, timeout_s)))
            return frozenset(self._names)

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
