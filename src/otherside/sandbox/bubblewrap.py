"""The first engine: bubblewrap for the walls, libseccomp for the system calls, control groups for the limits.

Why this one, and what it leaves to a later engine: docs/decisions/0007-first-sandbox-engine.md.
"""

import contextlib
import os
import queue
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from otherside.sandbox import cgroup, launch, seccomp, spawn, supervise, tools
from otherside.sandbox.cgroup import Counts, Group
from otherside.sandbox.environment import Build, Command, Ended, GoesOn, HostUnfit, Limits, OnOutput
from otherside.sandbox.host import Findings, look
from otherside.sandbox.kept import Kept
from otherside.sandbox.meters import GroupMeter, TreeMeter
from otherside.sandbox.supervise import Caller, Supervisor, Watched
from otherside.sandbox.tools import Tools
from otherside.sandbox.verdict import Observed, decide

# Above every range that Debian, systemd or container tools hand out.
FIRST_UID = 1_990_000_000
UIDS_A_PROCESS = 64


class BubblewrapEnvironment:
    """Implements Environment. Safe to call from several threads; more than `slots` at once wait in line."""

    def __init__(self, findings: Findings, slots: int) -> None:
        if not 1 <= slots <= UIDS_A_PROCESS:
            raise ValueError(f"slots must be from 1 to {UIDS_A_PROCESS}, got {slots}")
        self._findings = findings
        self._bwrap = findings.bwrap
        self._trees = findings.trees
        self._slots: queue.SimpleQueue[int] = queue.SimpleQueue()
        for slot in range(slots):
            self._slots.put(slot)
        self._tools = Tools(os.getpid())
        self._first_uid = FIRST_UID + os.getpid() % 65536 * UIDS_A_PROCESS if os.geteuid() == 0 else None

    @property
    def promise(self) -> str:
        return self._findings.promise

    def run(
        self,
        command: Command,
        limits: Limits,
        on_output: OnOutput | None = None,
        goes_on: GoesOn | None = None,
    ) -> Ended:
        slot = self._slots.get()
        try:
            return self._run(command, limits, Caller(on_output, goes_on), slot)
        except OSError as error:
            return _failed(f"{type(error).__name__}: {error}")
        finally:
            self._slots.put(slot)

    def close(self) -> None:
        self._tools.close()

    def _run(self, command: Command, limits: Limits, caller: Caller, slot: int) -> Ended:
        group = self._make_group(limits)
        try:
            uid = None if self._first_uid is None else self._first_uid + slot
            if uid is not None:
                binds = {inside: self._tools.place(host) for inside, host in command.binds.items()}
                command = replace(command, binds=binds)
            started = spawn.start(command, self._ceilings(limits), limits, self._bwrap, uid)
            try:
                ended = self._watch(started, limits, caller, group)
                return ended if started.build is None else _with_build(ended, started)
            finally:
                _close(started)
        finally:
            if group is not None:
                group.remove()

    def _ceilings(self, limits: Limits) -> tuple[str, ...]:
        return launch.ceilings(
            limits, count_processes="pids" not in self._trees, count_memory="memory" not in self._trees
        )

    def _make_group(self, limits: Limits) -> Group | None:
        if not self._trees:
            return None
        group = Group(self._trees, cgroup.new_name())
        try:
            group.limit(memory_bytes=limits.memory_bytes_max, processes=limits.processes_max)
        except OSError:
            group.remove()
            raise
        return group

    def _watch(self, started: spawn.Started, limits: Limits, caller: Caller, group: Group | None) -> Ended:
        kept = Kept(limits.output_bytes_max)
        try:
            if not self._bring_to_gate(started, limits, group):
                return _failed(_abandon(started))
            tree = TreeMeter(started.inner_pid, limits.memory_bytes_max)
            measured = group is not None and {"memory", "cpuacct"} <= self._trees.keys()
            meter = GroupMeter(group) if measured and group is not None else tree
            with contextlib.closing(Supervisor(started, limits, meter, kept, caller)) as supervisor:
                spawn.open_gate(started)
                watched = supervisor.watch()
        except BaseException:
            # Whoever listened to the output failed, or something of ours did. Nothing of it may stay.
            _abandon(started)
            raise
        counts = group.counts() if group is not None else Counts(tree.cpu_ms(), tree.memory_bytes, 0, 0)
        return _ended(watched, counts, kept)

    @staticmethod
    def _bring_to_gate(started: spawn.Started, limits: Limits, group: Group | None) -> bool:
        """Into its group and behind all walls; False where bubblewrap ended instead."""
        if not spawn.wait_for_first_gate(started):
            return False
        if group is not None:
            group.add(started.inner_pid)
        spawn.open_gate(started)
        if not spawn.wait_for_second_gate(started):
            return False
        supervise.limit_names(started.inner_pid, limits.files_max)
        return True


def _ended(watched: Watched, counts: Counts, kept: Kept) -> Ended:
    verdict = decide(
        Observed(
            status=watched.status,
            code=watched.code,
            stopped=watched.stopped,
            out_of_memory_kills=counts.out_of_memory_kills,
            refused_forks=counts.refused_forks,
            disk_was_full=watched.disk_was_full,
        )
    )
    return Ended(
        kind=verdict.kind,
        exit_code=verdict.exit_code,
        signal=verdict.signal,
        stdout=kept.text("stdout"),
        stderr=kept.text("stderr"),
        wall_ms=watched.wall_ms,
        cpu_ms=counts.cpu_ms,
        memory_bytes=counts.memory_bytes,
        detail=verdict.detail,
    )


def _failed(detail: str) -> Ended:
    return Ended(
        kind="sandbox-error", exit_code=None, signal=None, stdout=b"", stderr=b"",
        wall_ms=0, cpu_ms=0, memory_bytes=0, detail=detail,
    )  # fmt: skip


def _with_build(ended: Ended, started: spawn.Started) -> Ended:
    """`ended` with its build, then the caller's to close; a command that failed has none."""
    if started.build is None or ended.kind != "ok":
        return ended
    spawn.seal(started.build)
    build = Build(started.build, os.fstat(started.build).st_size)
    started.build = None
    return replace(ended, build=build)


def _abandon(started: spawn.Started) -> str:
    """End a sandbox that did not get to its command; what it said."""
    for pid in (started.inner_pid, started.outer_pid):
        if pid:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
    try:
        code = supervise.reap(started.outer_pid)
    except ChildProcessError:  # its code was taken before the failure
        code = -1
    said = started.said
    with contextlib.suppress(BlockingIOError):
        said += os.read(started.status, supervise.STATUS_BYTES_MAX)
    return f"bubblewrap ended with {code}: {said.decode(errors='replace').strip() or 'it said nothing'}"


def _close(started: spawn.Started) -> None:
    for descriptor in (started.stdout, started.stderr, started.status, started.info, *started.gates):
        os.close(descriptor)
    if started.build is not None:
        os.close(started.build)


@contextmanager
def open_engine(slots: int = 1) -> Iterator[BubblewrapEnvironment]:
    """The engine of this host, after sweeping what a crashed one left. Raises HostUnfit with every cause."""
    findings = look()
    if findings.refusals:
        raise HostUnfit(" ".join(f"{f.cause} {f.remedy}" for f in findings.refusals))
    seccomp.program()
    cgroup.sweep(findings.trees)
    tools.sweep()
    environment = BubblewrapEnvironment(findings, slots)
    try:
        yield environment
    finally:
        environment.close()
