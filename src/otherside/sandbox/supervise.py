"""Watching one started sandbox to its end: output, clocks, memory, disk; then its death, for certain."""

import contextlib
import ctypes
import os
import select
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from otherside.sandbox.environment import GoesOn, Limits, OnOutput, Stream
from otherside.sandbox.kept import Kept
from otherside.sandbox.launch import HOME, TMPFS
from otherside.sandbox.spawn import Started
from otherside.sandbox.verdict import Stop

POLL_MS = 10
READ_BYTES = 65536
STATUS_BYTES_MAX = 16384
DEATH_WITHIN_S = 10.0
SYS_FSCONFIG, SYS_FSPICK = 431, 433  # the same on every architecture
FSCONFIG_SET_STRING, FSCONFIG_CMD_RECONFIGURE = 1, 7


class Meter(Protocol):
    """What a run has used: the control group's counters, or what /proc shows where there is none."""

    def cpu_ms(self) -> int: ...

    def over_memory(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Caller:
    """Whoever asked for the run: what it hears of it, and whether it still wants it."""

    on_output: OnOutput | None
    goes_on: GoesOn | None


@dataclass(slots=True)
class Watched:
    """What came of it. `status` is the status channel's text."""

    stopped: Stop | None
    code: int
    status: str
    wall_ms: int
    disk_was_full: bool


def limit_names(pid: int, files_max: int) -> bool:
    """Ceiling on the number of files in each tmpfs of the sandbox. False where this user may not set it."""
    libc = ctypes.CDLL(None, use_errno=True)
    for place in TMPFS:
        picked = libc.syscall(SYS_FSPICK, -100, f"/proc/{pid}/root{place}".encode(), 1)
        if picked < 0:
            return False
        try:
            if libc.syscall(
                SYS_FSCONFIG, picked, FSCONFIG_SET_STRING, b"nr_inodes", str(files_max).encode(), 0
            ) or libc.syscall(SYS_FSCONFIG, picked, FSCONFIG_CMD_RECONFIGURE, None, None, 0):
                return False
        finally:
            os.close(picked)
    return True


class Supervisor:
    """Watches `started`, whose gate is open. One object a run, used from one thread."""

    def __init__(self, started: Started, limits: Limits, meter: Meter, kept: Kept, caller: Caller) -> None:
        self._started = started
        self._limits = limits
        self._meter = meter
        self._kept = kept
        self._on_output = caller.on_output
        self._goes_on = caller.goes_on
        self._status = bytearray()
        self._stopped: Stop | None = None
        self._disk_was_full = False
        self._disks = self._open_disks()
        self._outer = os.pidfd_open(started.outer_pid)
        self._inner = os.pidfd_open(started.inner_pid)

    def _open_disks(self) -> list[int]:
        disks = []
        for place in (HOME, "/tmp"):  # noqa: S108 - the sandbox's own
            with contextlib.suppress(OSError):
                where = f"/proc/{self._started.inner_pid}/root{place}"
                disks.append(os.open(where, os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC))
        return disks

    def watch(self) -> Watched:
        """Until bubblewrap has ended and nothing of the sandbox lives; also where `on_output` raises."""
        try:
            return self._watch()
        except BaseException:
            self._kill()
            raise

    def _watch(self) -> Watched:
        began = time.monotonic()
        deadline = began + self._limits.wall_ms_max / 1000
        readers: dict[int, Callable[[], bool]] = {
            self._started.stdout: lambda: self._read("stdout", self._started.stdout),
            self._started.stderr: lambda: self._read("stderr", self._started.stderr),
            self._started.status: self._read_status,
        }
        poller = select.poll()
        for descriptor in (*readers, self._outer):
            poller.register(descriptor, select.POLLIN)
        ended = False
        while not ended and self._stopped is None:
            wait_ms = min(POLL_MS, (deadline - time.monotonic()) * 1000)
            for descriptor, _ in poller.poll(max(0, wait_ms)):
                if descriptor == self._outer:
                    ended = True
                elif not readers[descriptor]():
                    poller.unregister(descriptor)
            self._look(time.monotonic() >= deadline and not ended)
        wall_ms = round((time.monotonic() - began) * 1000)
        code = self._end()
        for read in readers.values():
            # What lay in the pipes when it ended. Nobody is left who could add to it.
            while read():
                pass
        if self._kept.full and self._stopped is None:
            self._stopped = "output"
        return Watched(
            self._stopped, code, self._status.decode(errors="replace"), wall_ms, self._disk_was_full
        )

    def _look(self, late: bool) -> None:
        if self._kept.full:
            self._stopped = "output"
        elif self._meter.over_memory():
            self._stopped = "memory"
        elif self._meter.cpu_ms() > self._limits.cpu_ms_max:
            self._stopped = "cpu"
        elif late:
            self._stopped = "wall"
        elif self._goes_on is not None and not self._goes_on():
            self._stopped = "wish"
        for disk in self._disks:
            room = os.fstatvfs(disk)
            if room.f_bavail == 0 or room.f_ffree == 0 < room.f_files:
                self._disk_was_full = True

    def _read(self, stream: Stream, descriptor: int) -> bool:
        """Take one chunk; False when there is nothing now or ever."""
        try:
            chunk = os.read(descriptor, READ_BYTES)
        except BlockingIOError:
            return False
        if not chunk:
            return False
        within = self._kept.add(stream, chunk)
        if within and self._on_output is not None:
            self._on_output(stream, within)
        return True

    def _read_status(self) -> bool:
        try:
            chunk = os.read(self._started.status, READ_BYTES)
        except BlockingIOError:
            return False
        self._status = (self._status + chunk)[-STATUS_BYTES_MAX:]
        return bool(chunk)

    def _end(self) -> int:
        """Kill what lives; bubblewrap's exit code once pid 1, and with it every process inside, is dead."""
        if self._stopped is not None:
            self._kill()
        if not select.select([self._inner], [], [], DEATH_WITHIN_S)[0]:
            raise TimeoutError(f"pid 1 of the sandbox did not die within {DEATH_WITHIN_S:g} s")
        return reap(self._started.outer_pid)

    def _kill(self) -> None:
        """Pid 1, with which the kernel ends every process inside."""
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._inner, signal.SIGKILL)

    def close(self) -> None:
        for descriptor in (*self._disks, self._outer, self._inner):
            os.close(descriptor)


def reap(pid: int) -> int:
    """Exit code of our child as a shell would say it."""
    _, status = os.waitpid(pid, 0)
    code = os.waitstatus_to_exitcode(status)
    return code if code >= 0 else 128 - code
