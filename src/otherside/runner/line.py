"""A runner's line to the gateway, and the runs it holds. Loses the line without losing a run."""

import asyncio
import contextlib
import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from otherside.bus.sockets import connect_stream
from otherside.kernel.clock import monotonic_ms
from otherside.kernel.errors import DomainError
from otherside.run import wire
from otherside.run.edge import execute, load_languages
from otherside.run.job import Outcome
from otherside.run.limits import STREAMED
from otherside.runner.configuration import RunnerConfiguration
from otherside.sandbox.environment import Environment, Stream

log = logging.getLogger(__name__)
FIRST_RETRY_S = 0.1
RETRY_S_MAX = 2.0
SAY_AFTER_MS = 3_000
SAY_EVERY_MS = 30_000
SILENT_AFTER_S = 30.0
GATHER_S = 0.02  # output that comes in drops is told in gulps


class GatewayRefused(DomainError):
    """The gateway does not want this runner; the reason is its own."""

    code = "gateway-refused"


class _Away:
    """Says that the gateway is away: not while everything is starting, and then now and then."""

    def __init__(self, gateway: str) -> None:
        self._gateway = gateway
        self._since_ms = monotonic_ms()
        self._say_at_ms = self._since_ms + SAY_AFTER_MS

    def note(self, error: OSError) -> None:
        now_ms = monotonic_ms()
        if now_ms >= self._say_at_ms:
            away_s = (now_ms - self._since_ms) // 1000
            log.warning("gateway=%s away for %d s, still dialling: %s", self._gateway, away_s, error)
            self._say_at_ms = now_ms + SAY_EVERY_MS


class _Held:
    """A run here: its output that is not told yet, and its outcome once it has one."""

    def __init__(self) -> None:
        self.pending: list[tuple[Stream, str]] = []
        self.told_chars = 0
        self.flushing: asyncio.TimerHandle | None = None
        self.finished: wire.Finished | None = None
        self.stopped = threading.Event()


class Runner:
    """All methods run in the event loop, jobs in threads."""

    def __init__(self, configuration: RunnerConfiguration, environment: Environment) -> None:
        self._configuration = configuration
        self._environment = environment
        self._pool = ThreadPoolExecutor(configuration.slots, thread_name_prefix="slot")
        self._held: dict[str, _Held] = {}
        self._writer: asyncio.StreamWriter | None = None

    async def dial(self) -> None:
        """For ever: dial, serve, and dial again when the line is lost. Raises GatewayRefused."""
        wait_s = FIRST_RETRY_S
        away = _Away(self._configuration.gateway)
        while True:
            try:
                reader, writer = await _connect(self._configuration.gateway)
            except OSError as error:
                away.note(error)
                await asyncio.sleep(wait_s)
                wait_s = min(RETRY_S_MAX, wait_s * 1.5)
                continue
            away = _Away(self._configuration.gateway)
            try:
                await self._serve(reader, writer)
            except (OSError, TimeoutError, asyncio.IncompleteReadError, wire.BadFrame) as error:
                log.info("line lost: %s", str(error) or type(error).__name__)
            finally:
                self._writer = None
                writer.close()
            wait_s = FIRST_RETRY_S
            await asyncio.sleep(wait_s)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(wire.encode(self._hello()))
        welcome = wire.from_gateway(await _read(reader))
        if isinstance(welcome, wire.Refused):
            raise GatewayRefused(f"The gateway refused this runner: {welcome.reason}")
        if not isinstance(welcome, wire.Welcome):
            raise wire.BadFrame("the first word is not Welcome")
        self._writer = writer
        log.info("gateway=%s welcome", self._configuration.gateway)
        for held in self._held.values():
            if held.finished is not None:
                self._say(held.finished)
        beating = asyncio.create_task(self._beat(welcome.beat_s))
        try:
            while True:
                self._hear(wire.from_gateway(await _read(reader)))
        finally:
            beating.cancel()

    def _hello(self) -> wire.Hello:
        languages = tuple(
            wire.LanguageHere(
                id=known.id,
                name=known.name,
                version=known.version,
                runs=known.runs,
                why=known.why,
                note=known.note,
            )
            for known in load_languages().values()
        )
        return wire.Hello(
            protocol=wire.PROTOCOL, token=self._configuration.token, runner=self._configuration.name,
            slots=self._configuration.slots, promise=self._environment.promise, languages=languages,
            holding=tuple(self._held),
        )  # fmt: skip

    async def _beat(self, every_s: float) -> None:
        while True:
            await asyncio.sleep(every_s)
            self._say(wire.Beat(tuple(self._held)))

    def _hear(self, message: wire.FromGateway) -> None:
        if isinstance(message, wire.Taken):
            self._held.pop(message.run, None)
        elif isinstance(message, wire.Lease):
            if message.run not in self._held:
                self._held[message.run] = _Held()
                loop = asyncio.get_running_loop()
                loop.run_in_executor(self._pool, self._run, message, self._held[message.run], loop)
        elif isinstance(message, wire.Stop):
            if message.run in self._held:
                self._held[message.run].stopped.set()
        elif not isinstance(message, wire.Still):
            raise wire.BadFrame(f"{type(message).__name__} at this point")

    def _say(self, message: wire.FromRunner) -> None:
        """Said into a lost line, it is lost; outcomes are said again to the next gateway."""
        if self._writer is not None and not self._writer.is_closing():
            self._writer.write(wire.encode(message))

    def _run(self, lease: wire.Lease, held: _Held, loop: asyncio.AbstractEventLoop) -> None:
        """In a slot's thread: one job from beginning to end. Whatever happens, an outcome is said."""

        def in_loop(method: Callable[..., None], *words: object) -> None:
            # The process is ending when the loop is closed: nobody is left to be told.
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(method, lease.run, *words)

        promise = self._environment.promise
        try:
            outcome = execute(
                lease.job,
                self._environment,
                partial(in_loop, self._output),
                partial(in_loop, self._visible),
                lambda: not held.stopped.is_set(),
            )
        except DomainError as error:
            outcome = Outcome(outcome="sandbox-error", stderr=str(error), promise=promise)
        except Exception:
            # Our own mistake must not pass for the program's, nor take the slot with it.
            log.exception("run=%s failed", lease.run)
            words = "Running it failed for a reason of our own; the runner's log has it."
            outcome = Outcome(outcome="sandbox-error", stderr=words, promise=promise)
        in_loop(self._finish, outcome)

    def _output(self, run: str, stream: Stream, text: str) -> None:
        held = self._held.get(run)
        if held is None or held.told_chars >= int(STREAMED):
            return
        text = text[: int(STREAMED) - held.told_chars]
        held.told_chars += len(text)
        held.pending.append((stream, text))
        if held.flushing is None:
            # The first word goes at once; what follows close behind is gathered.
            self._flush(run, held)
            held.flushing = asyncio.get_running_loop().call_later(GATHER_S, self._flush_again, run, held)

    def _flush(self, run: str, held: _Held) -> None:
        gulps: list[tuple[Stream, str]] = []
        for stream, text in held.pending:
            if gulps and gulps[-1][0] == stream:
                gulps[-1] = (stream, gulps[-1][1] + text)
            else:
                gulps.append((stream, text))
        held.pending.clear()
        for stream, text in gulps:
            self._say(wire.Output(run, stream, text))

    def _flush_again(self, run: str, held: _Held) -> None:
        held.flushing = None
        if held.pending:
            self._flush(run, held)
            held.flushing = asyncio.get_running_loop().call_later(GATHER_S, self._flush_again, run, held)

    def _visible(self, run: str, outcome: Outcome) -> None:
        held = self._held.get(run)
        if held is not None:
            self._flush(run, held)
            self._say(wire.Visible(run, outcome))

    def _finish(self, run: str, outcome: Outcome) -> None:
        held = self._held.get(run)
        if held is not None:
            self._flush(run, held)
            held.finished = wire.Finished(run, outcome)
            self._say(held.finished)

    def close(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)


async def _connect(address: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    kind, _, where = address.partition(":")
    if kind == "unix":
        return await asyncio.open_connection(sock=connect_stream(Path(where)))
    host, _, port = where.rpartition(":")
    return await asyncio.open_connection(host.strip("[]"), int(port))


async def _read(reader: asyncio.StreamReader) -> bytes:
    async with asyncio.timeout(SILENT_AFTER_S):
        header = await reader.readexactly(wire.HEADER_BYTES)
        return await reader.readexactly(wire.body_length(header))
