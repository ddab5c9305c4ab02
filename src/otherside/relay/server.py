"""The doors' side of the relay: what to build, what to give uvicorn, what to start and stop.

In the process that carries pages and relay on one port:

    relay = Relay(
        store=store,                      # open_store(url or path); migrated by start()
        key=settings.RELAY_KEY,           # bytes; the one that tickets are signed with
        token=service_token,              # text; other processes show it on the socket
        socket_path=data_dir / "relay.sock",
        origins=frozenset({base_url}),    # pages that may connect; empty: only pages of the same host
        owner="relay",                    # a name for this place, the same after a restart
    )
    config = uvicorn.Config(app, ws=relay.protocol_class(), loop="uvloop", http="httptools", ws_... not
    needed) server = uvicorn.Server(config)
    await relay.start()                   # on the loop that the server will run on, before it listens
    await server.serve()                  # on SIGTERM uvicorn closes our connections with 4500
    await relay.stop()                    # writes what is left, gives every interview back

`relay.start()` raises OwnedElsewhere while another living process of the same `owner` has the log; a dead
one's interviews are taken over by its epoch. Alone, without pages: `await relay.serve(host, port)`.

Every process that writes or reads (this one, too) configures the client once:

    relay.client.configure(Remote(store, socket_path, token), in_transaction=...)

and the worker calls `fold_log(store, index)` every few seconds. TLS and X-Forwarded-* are the door's.
Raise the process's limit of open files before many people come.
"""

import asyncio
import gc
import random
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

from otherside.kernel.errors import DomainError
from otherside.log.fold import Folded, fold
from otherside.log.journal import JournalIndex
from otherside.log.sequencer import Head, Sequencer
from otherside.log.sqlite import SqliteStore
from otherside.log.store import Owner, Store
from otherside.relay.connection import Connection
from otherside.relay.content import read_content
from otherside.relay.documents import SNAPSHOT
from otherside.relay.hub import Hub
from otherside.relay.journal import Batch, ThreadJournal
from otherside.relay.limits import COMMIT_EVERY_MS, COMMIT_SOON_MS
from otherside.relay.room import Content
from otherside.relay.service import Caller, listen

OWNER = "relay"
# Keystrokes leave no cycles behind; looking for some every 700 objects costs two parts in a hundred.
COLLECT_AFTER = (20_000, 20, 20)


def utc_ms() -> int:
    return time.time_ns() // 1_000_000


def open_store(where: str | Path) -> Store:
    """The log's store: PostgreSQL for an URL, else a SQLite file. Its tables are there afterwards."""
    store: Store
    if str(where).startswith(("postgresql://", "postgres://")):
        from otherside.log.postgres import PostgresStore  # its driver takes long to import

        store = PostgresStore(str(where))
    else:
        store = SqliteStore(Path(where))
    store.migrate()
    return store


def fold_log(store: Store, index: JournalIndex, *, everything: bool = False) -> Folded:
    """One round of folding, documents' states included. For the worker."""
    return fold(store, index, now_ms=utc_ms(), snapshot=SNAPSHOT, everything=everything)


class _Owning:
    """The sequencer as the hub asks for it: everything here runs in the journal's thread."""

    def __init__(self, sequencer: Sequencer) -> None:
        self.sequencer = sequencer

    def claim(self, log_ids: list[str]) -> dict[str, Head | DomainError]:
        return self.sequencer.claim(log_ids)

    def release(self, log_ids: list[str]) -> None:
        self.sequencer.release(log_ids)

    def renew(self) -> None:
        """A fresh epoch after a failed commit."""
        store, owner = self.sequencer.store, self.sequencer.owner
        store.let_go(owner.name)
        self.sequencer.owner = store.register(owner.name)


class Relay:
    """Everything the relay has in one process. See above for how a door uses it."""

    def __init__(
        self,
        *,
        store: Store,
        key: bytes,
        token: str,
        socket_path: Path | None,
        origins: frozenset[str] = frozenset(),
        owner: str = OWNER,
    ) -> None:
        self.store = store
        self.key = key
        self.token = token
        self.socket_path = socket_path
        self.origins = origins
        self.owner_name = owner
        self.connections: set[Connection] = set()
        self.hub: Hub
        self._callers: set[Caller] = set()
        self._calls: asyncio.Server | None = None
        self._server: asyncio.Server | None = None
        self._beat: asyncio.Task[None] | None = None

    def protocol_class(self) -> type[Connection]:
        """The class for uvicorn's `ws=`, or for `loop.create_server`."""
        return type("RelayConnection", (Connection,), {"relay": self})

    def allows_origin(self, origin: str, host: str) -> bool:
        """Whether a page of `origin` may connect. No origin: no browser, and the ticket alone decides."""
        if not origin:
            return True
        if self.origins:
            return origin in self.origins
        return urlsplit(origin).netloc == host

    async def start(self) -> None:
        """Takes the place of a dead predecessor and is ready for connections. Raises OwnedElsewhere."""
        loop = asyncio.get_running_loop()
        self.index = JournalIndex(self.store)
        owner: Owner = await asyncio.to_thread(self.store.register, self.owner_name)
        sequencer = Sequencer(self.store, owner, utc_ms, self.index)
        self._owning = _Owning(sequencer)
        self._readers = ThreadPoolExecutor(1, thread_name_prefix="relay-read")
        self._journal = ThreadJournal(
            loop,
            sequencer,
            settled=self._settled,
            lost=self._lost,
            every_s=COMMIT_EVERY_MS / 1000,
            soon_s=COMMIT_SOON_MS / 1000,
        )
        self.hub = Hub(
            journal=self._journal,
            owning=self._owning,
            load=self._load,
            later=loop.call_later,
            utc_ms=utc_ms,
            chance=random.SystemRandom(),
        )
        if self.socket_path is not None:
            self._calls, self._callers = await listen(self.hub, self.token, self.socket_path)
        self._beat = loop.create_task(self._tick())
        gc.freeze()  # what start-up made lives for ever; the collector need not look at it again
        gc.set_threshold(*COLLECT_AFTER)

    def _settled(self, batch: Batch) -> None:
        self.hub.settled(batch)

    def _lost(self, error: BaseException, batch: Batch) -> None:
        self.hub.lost(error, batch)

    def _load(self, head: Head, then: Callable[[Content | BaseException], None]) -> None:
        loop = asyncio.get_running_loop()
        answer = loop.run_in_executor(self._readers, self._read, head.log_id)
        answer.add_done_callback(lambda done: then(done.result()))

    def _read(self, log_id: str) -> Content | BaseException:
        try:
            return read_content(self.store, self.index, log_id)
        except Exception as error:  # noqa: BLE001 -- told to whoever wants to enter, and logged there
            return error

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(1.0)
            self.hub.tick()

    async def serve(self, host: str, port: int) -> int:
        """Listens without pages, for a relay process of its own; returns the port. `start` comes first."""
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(self.protocol_class(), host, port, backlog=4096)
        return int(self._server.sockets[0].getsockname()[1])

    async def stop(self) -> None:
        """Sends everybody away, writes what is left, and gives the interviews back."""
        if self._server is not None:
            self._server.close()
        if self._beat is not None:
            self._beat.cancel()
        self.hub.stop()
        for connection in list(self.connections):
            connection.shutdown()
        if self._calls is not None:
            self._calls.close()
        await self._journal.stop()
        for caller in list(self._callers):
            caller.close()
        self._readers.shutdown()
        await asyncio.to_thread(self.store.retire, self._owning.sequencer.owner)
        if self.socket_path is not None:
            self.socket_path.unlink(missing_ok=True)
