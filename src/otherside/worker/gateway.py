"""The gateway that runners dial: gives them runs, takes what comes of them, misses them when they are gone.

Runners have no database; whatever they know of a run comes from here, and what they say of one is believed
only of those they hold. See otherside.run.wire for what is said.
"""

import asyncio
import contextlib
import hmac
import logging
import socket
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

from django.db import connections

from otherside.bus import wake as bus
from otherside.bus.sockets import bind_stream
from otherside.kernel.clock import utc_now
from otherside.kernel.errors import DomainError, Unavailable
from otherside.run import actions, wire
from otherside.run.access import job_of, run_named, stops_asked
from otherside.run.job import Outcome
from otherside.run.models import Run
from otherside.worker.telling import Telling

log = logging.getLogger(__name__)
T = TypeVar("T")
HELLO_WITHIN_S = 5.0
BEAT_S = 2.0
SILENT_AFTER_S = 4 * BEAT_S
LEASE_FOR = timedelta(seconds=5 * BEAT_S)
RETURN_WITHIN_S = 1.5  # a runner whose line broke may come back to what it holds
LOOK_EVERY_S = 1.0  # a ring may be lost
REAP_EVERY_S = 5.0
RUNNERS_MAX = 256
THREADS = 4
LOST = Outcome(
    outcome="sandbox-error",
    stderr="The machine that ran this was lost, and so was the next one. "
    "Nothing is said about the program; run it again.",
)  # fmt: skip
STOPPED = Outcome(outcome="stopped")


class Session:
    """A runner on the line."""

    def __init__(self, hello: wire.Hello, writer: asyncio.StreamWriter) -> None:
        self.name = hello.runner
        self.slots = hello.slots
        self.languages = frozenset(language.id for language in hello.languages if language.runs)
        self.holding: set[str] = set(hello.holding)
        self._writer = writer

    @property
    def is_free(self) -> bool:
        return len(self.holding) < self.slots and not self._writer.is_closing()

    def say(self, message: wire.FromGateway) -> None:
        """A line that is gone is noticed by its reader."""
        if not self._writer.is_closing():
            self._writer.write(wire.encode(message))

    def hang_up(self) -> None:
        self._writer.close()


class Gateway:
    """One a worker. All methods run in its event loop; rows and log are reached from threads."""

    def __init__(self, token: str) -> None:
        if len(token) < 20:
            raise ValueError("the runners' token needs at least 20 characters")
        self._token = token
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="gateway")
        self._sessions: dict[str, Session] = {}
        self._tellings: dict[str, Telling] = {}
        self._rung = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._connections = 0

    async def in_thread(self, work: Callable[[], T]) -> T:
        """`work` where blocking does not matter. A connection that failed or grew old is not used again."""

        def with_usable_connection() -> T:
            for connection in connections.all(initialized_only=True):
                if connection.vendor != "sqlite":
                    connection.close_if_unusable_or_obsolete()
            return work()

        return await asyncio.get_running_loop().run_in_executor(self._pool, with_usable_connection)

    def ring(self) -> None:
        """Something may be waiting. Safe from other threads through `call_soon_threadsafe`."""
        self._rung.set()

    # What goes on all the time.

    async def give_out(self) -> None:
        """Whenever rung, and now and then: leases for every free slot."""
        while True:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._rung.wait(), LOOK_EVERY_S)
            self._rung.clear()
            for session in list(self._sessions.values()):
                try:
                    while session.is_free and await self._lease_to(session):
                        pass
                except Exception:
                    # The database may be away for a while; the gateway outlives that.
                    log.exception("leasing to runner=%s failed", session.name)
            try:
                await self._stop()
            except Exception:
                log.exception("stopping failed")  # asked for again at the next look

    async def _stop(self) -> None:
        """What nobody wants any more: told to whoever runs it, or reported where it still waits."""
        for run in await self.in_thread(lambda: actions.claim_stopped(at=utc_now())):
            await self._report(run, STOPPED)
        for run_id in await self.in_thread(stops_asked):
            for session in self._sessions.values():
                if run_id in session.holding:
                    session.say(wire.Stop(run_id))

    async def _lease_to(self, session: Session) -> bool:
        found = await self.in_thread(
            partial(actions.lease, session.name, session.languages, until=utc_now() + LEASE_FOR)
        )
        if found is None:
            return False
        run, job, files = found
        session.holding.add(run.id)
        session.say(wire.Lease(run.id, job))
        self._tell(run, files)
        return True

    async def reap(self) -> None:
        """Leases that nobody keeps up: of runners that died while no gateway was there to see it."""
        while True:
            try:
                for run in await self.in_thread(lambda: actions.reap(at=utc_now())):
                    await self._report(run, LOST)
            except Exception:
                log.exception("reaping failed")
            await asyncio.sleep(REAP_EVERY_S)

    # One runner.

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """A connection, from its first byte to its last."""
        self._connections += 1
        session = None
        try:
            if self._connections > RUNNERS_MAX:
                return
            session = await self._meet(reader, writer)
            if session is not None:
                await self._listen(session, reader)
        except (wire.BadFrame, TimeoutError, asyncio.IncompleteReadError, OSError) as error:
            name = session.name if session is not None else "unknown"
            log.info("runner=%s line ended: %s", name, str(error) or type(error).__name__)
        finally:
            self._connections -= 1
            writer.close()
            if session is not None and self._sessions.get(session.name) is session:
                del self._sessions[session.name]
                self._start(self._miss(session))

    async def _meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> Session | None:
        async with asyncio.timeout(HELLO_WITHIN_S):
            hello = wire.from_runner(await _read(reader, wire.HELLO_BYTES_MAX))
        if not isinstance(hello, wire.Hello):
            raise wire.BadFrame("the first word is not Hello")
        session = Session(hello, writer)
        if not hmac.compare_digest(hello.token.encode(), self._token.encode()):
            session.say(wire.Refused("The token is not the gateway's; see OTHERSIDE_RUNNER_TOKEN."))
            return None
        if hello.protocol != wire.PROTOCOL:
            session.say(
                wire.Refused(f"Protocol {hello.protocol}; {wire.PROTOCOL} is spoken here. Update the runner.")
            )
            return None
        await self.in_thread(
            lambda: actions.meet_runner(
                hello.runner, hello.slots, hello.promise, hello.languages, at=utc_now()
            )
        )
        session.holding = set(await self._extend(session, hello.holding))
        session.say(wire.Welcome(BEAT_S))
        before = self._sessions.pop(session.name, None)
        if before is not None:
            before.hang_up()
        self._sessions[session.name] = session
        log.info("runner=%s slots=%s promise=%s", session.name, session.slots, hello.promise)
        self.ring()
        return session

    async def _extend(self, session: Session, runs: tuple[str, ...]) -> frozenset[str]:
        return await self.in_thread(partial(actions.extend, session.name, runs, until=utc_now() + LEASE_FOR))

    async def _listen(self, session: Session, reader: asyncio.StreamReader) -> None:
        while True:
            async with asyncio.timeout(SILENT_AFTER_S):
                message = wire.from_runner(await _read(reader, wire.FRAME_BYTES_MAX))
            if isinstance(message, wire.Beat):
                still = await self._extend(session, tuple(session.holding & set(message.holding)))
                session.say(wire.Still(tuple(sorted(still))))
                await self.in_thread(partial(actions.see_runner, session.name, at=utc_now()))
            elif isinstance(message, wire.Hello):
                raise wire.BadFrame("Hello was said already")
            else:
                await self._hear(session, message)

    async def _hear(self, session: Session, message: wire.Output | wire.Visible | wire.Finished) -> None:
        telling = self._tellings.get(message.run)
        if telling is None and message.run in session.holding:
            # From before this gateway's time.
            try:
                run = await self.in_thread(partial(run_named, message.run))
                _, files = await self.in_thread(partial(job_of, run))
                telling = self._tell(run, files)
            except DomainError:
                log.info("run=%s is not known any more", message.run)
        if telling is not None and message.run in session.holding:
            telling.put(message)
        elif isinstance(message, wire.Finished):
            session.say(wire.Taken(message.run))  # given to another, or done: it may be forgotten

    def _tell(self, run: Run, files: dict[str, str]) -> Telling:
        async def taken() -> None:
            self._tellings.pop(run.id, None)
            # Whoever holds it now: the runner may have dialled anew since.
            for other in self._sessions.values():
                if run.id in other.holding:
                    other.holding.discard(run.id)
                    other.say(wire.Taken(run.id))
            self.ring()

        telling = Telling(run, files, self.in_thread, taken)
        self._tellings[run.id] = telling
        return telling

    async def _miss(self, session: Session) -> None:
        """Its line is gone. What it does not come back to in a moment goes to another, or is reported."""
        await asyncio.sleep(RETURN_WITHIN_S)
        try:
            await self._give_back(session)
        except Exception:
            # The leases end by themselves, and `reap` finds them.
            log.exception("runner=%s runs not given back yet", session.name)

    async def _give_back(self, session: Session) -> None:
        back = self._sessions.get(session.name)
        left = session.holding - (back.holding if back is not None else set())
        if back is None:
            await self.in_thread(lambda: actions.forget_runner(session.name))
        if left:
            log.warning("runner=%s lost with runs=%s", session.name, ",".join(sorted(left)))
            for run_id in left:
                telling = self._tellings.pop(run_id, None)
                if telling is not None:
                    telling.task.cancel()
            for run in await self.in_thread(lambda: actions.give_back(left, at=utc_now())):
                await self._report(run, LOST)
            self.ring()

    async def _report(self, run: Run, outcome: Outcome) -> None:
        if run.id not in self._tellings:
            _, files = await self.in_thread(partial(job_of, run))
            self._tell(run, files).put(wire.Finished(run.id, outcome))

    def _start(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def close(self) -> None:
        for session in self._sessions.values():
            session.hang_up()
        for work in (*self._tasks, *(telling.task for telling in self._tellings.values())):
            work.cancel()
        # Connections belong to threads: each closes its own.
        all_there = threading.Barrier(THREADS)
        for _ in range(THREADS):
            self._pool.submit(_close_connections, all_there)
        self._pool.shutdown(wait=False)


async def _read(reader: asyncio.StreamReader, length_max: int) -> bytes:
    header = await reader.readexactly(wire.HEADER_BYTES)
    return await reader.readexactly(wire.body_length(header, length_max))


def _close_connections(all_there: threading.Barrier) -> None:
    with contextlib.suppress(threading.BrokenBarrierError):
        all_there.wait(THREADS)
    connections.close_all()


def _listener(address: str) -> socket.socket:
    """`unix:PATH`, or `tcp:HOST:PORT` for runners elsewhere in a private network: it is not encrypted."""
    kind, _, where = address.partition(":")
    if kind == "unix" and where:
        return bind_stream(Path(where))
    host, _, port = where.rpartition(":")
    if kind == "tcp" and host and port.isdecimal():
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host.strip("[]"), int(port)), family=family)
    raise ValueError(f"a gateway's address is unix:PATH or tcp:HOST:PORT, got {address!r}")


def _hear(ring: Callable[[], None], done: threading.Event) -> None:
    """In a thread of its own: pass the bus's rings on. A bus that is away is looked for again."""
    while not done.is_set():
        try:
            with bus.listen(actions.BELL) as ear:
                while not done.is_set():
                    if ear.wait(LOOK_EVERY_S):
                        ring()
        except Unavailable as error:
            log.warning("bus is away, looking every %s s meanwhile: %s", LOOK_EVERY_S, error)
            done.wait(LOOK_EVERY_S)


async def serve(address: str, token: str, *, stop: asyncio.Event | None = None) -> None:
    """Serve runners at `address` until `stop` is set or the task is cancelled. Django and the relay's client
    must be set up. What is half done when it ends is told again by the next one."""
    gateway = Gateway(token)
    loop = asyncio.get_running_loop()
    done = threading.Event()

    def ring() -> None:
        with contextlib.suppress(RuntimeError):  # the loop has ended, and with it whoever would look
            loop.call_soon_threadsafe(gateway.ring)

    ear = threading.Thread(target=_hear, args=(ring, done), name="bus", daemon=True)
    server = await asyncio.start_server(gateway.answer, sock=_listener(address))
    log.info("gateway=%s", address)
    ear.start()
    work = [asyncio.create_task(gateway.give_out()), asyncio.create_task(gateway.reap())]
    try:
        await (stop or asyncio.Event()).wait()
    finally:
        done.set()
        for task in work:
            task.cancel()
        server.close()
        gateway.close()
