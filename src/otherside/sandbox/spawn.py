"""Starting bubblewrap, and the moments before the command begins."""

import contextlib
import fcntl
import json
import os
import select
import signal
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from otherside.sandbox import launch, seccomp
from otherside.sandbox.environment import Command, Limits

FIRST_FREE = 400  # above the child's own numbers: 14 and one for each file
GATE_WITHIN_S = 10.0


def memfd(content: bytes, *, sealed: bool = False) -> int:
    descriptor = os.memfd_create("otherside", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    view = memoryview(content)
    while view:
        view = view[os.write(descriptor, view) :]
    os.lseek(descriptor, 0, os.SEEK_SET)
    if sealed:
        seal(descriptor)
    return descriptor


def seal(descriptor: int) -> None:
    """Nobody can change it any more, whoever holds it."""
    os.fchmod(descriptor, 0o444)
    everything = fcntl.F_SEAL_WRITE | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_SEAL
    fcntl.fcntl(descriptor, fcntl.F_ADD_SEALS, everything)


@dataclass(slots=True)
class Started:
    """A sandbox that waits at its gate. All descriptors are ours to close."""

    outer_pid: int  # bubblewrap outside: our child, whose exit code is the first sign of the end
    stdout: int
    stderr: int
    status: int
    info: int
    gates: list[int]
    build: int | None
    said: bytes = b""  # on the status channel, before the command
    inner_pid: int = 0  # pid 1 of the sandbox, as we see it


class _Hands:
    """What is on its way to the child: descriptors of ours, and the numbers that they get there."""

    def __init__(self) -> None:
        self.actions: list[tuple[int, int, int]] = []
        self._given: list[int] = []
        self._kept: list[int] = []

    def give(self, descriptor: int, number: int) -> None:
        # Out of the way first: a low source could be overwritten by another's number.
        high = fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, FIRST_FREE)
        os.close(descriptor)
        self._given.append(high)
        self.actions.append((os.POSIX_SPAWN_DUP2, high, number))

    def keep(self, descriptor: int) -> int:
        self._kept.append(descriptor)
        return descriptor

    def to_child(self, number: int) -> int:
        """A pipe that the child reads at `number`; our end."""
        theirs, ours = os.pipe2(os.O_CLOEXEC)
        self.give(theirs, number)
        return self.keep(ours)

    def from_child(self, number: int, owner: int | None = None) -> int:
        """A pipe that the child writes at `number`; our end. With `owner` it can be opened by name, too."""
        ours, theirs = os.pipe2(os.O_CLOEXEC)
        if owner is not None:
            os.fchown(theirs, owner, owner)
        self.give(theirs, number)
        return self.keep(ours)

    def let_go(self) -> None:
        """The child has its own by now."""
        for descriptor in self._given:
            os.close(descriptor)
        self._given.clear()

    def drop(self) -> None:
        """It came to nothing."""
        self.let_go()
        for descriptor in self._kept:
            os.close(descriptor)


def start(
    command: Command, ceiling_words: tuple[str, ...], limits: Limits, bwrap: str, uid: int | None
) -> Started:
    """Start bubblewrap for `command`, as user `uid` where we are root. Does not wait."""
    hands = _Hands()
    try:
        files = _give_files(hands, launch.contents(command.files))
        words = launch.arguments(command, limits, files)
        hands.give(memfd(b"".join(word.encode() + b"\0" for word in words)), launch.ARGUMENTS)
        hands.give(memfd(seccomp.program()), launch.FILTER)
        hands.give(memfd(command.stdin, sealed=True), launch.STDIN)
        if command.build is not None:
            anew = f"/proc/self/fd/{command.build.descriptor}"  # with a place of its own to read from
            hands.give(os.open(anew, os.O_RDONLY | os.O_CLOEXEC), launch.BUILD_IN)
        build = hands.keep(memfd(b"")) if command.keeps_build else None
        if build is not None:
            hands.give(os.dup(build), launch.BUILD_OUT)
        started = Started(
            outer_pid=0,
            stdout=hands.from_child(launch.STDOUT, uid),
            stderr=hands.from_child(launch.STDERR, uid),
            status=hands.from_child(launch.STATUS),
            info=hands.from_child(launch.INFORMATION),
            gates=[hands.to_child(launch.FIRST_GATE), hands.to_child(launch.SECOND_GATE)],
            build=build,
        )
        for descriptor in (started.stdout, started.stderr, started.status):
            os.set_blocking(descriptor, False)
        started.outer_pid = _spawn(launch.argv(command, ceiling_words, bwrap, uid), hands.actions)
    except OSError:
        hands.drop()
        raise
    hands.let_go()
    return started


def _give_files(hands: _Hands, contents: Mapping[str, bytes]) -> dict[str, int]:
    numbers = {path: number for number, path in enumerate(contents, start=launch.FIRST_FILE)}
    for path, number in numbers.items():
        hands.give(memfd(contents[path]), number)
    return numbers


def _spawn(argv: list[str], actions: list[tuple[int, int, int]]) -> int:
    # Whoever started us may have left descriptors open for his children; a command is not one of them.
    for descriptor in (int(entry.name) for entry in list(Path("/proc/self/fd").iterdir())):
        with contextlib.suppress(OSError):  # the listing's own is gone already
            if descriptor > 2:
                os.set_inheritable(descriptor, False)
    # Python ignores these two; the command must find them as any program does.
    usual = (signal.SIGPIPE, signal.SIGXFSZ)
    return os.posix_spawn(argv[0], argv, {}, file_actions=actions, setsigdef=usual, setsigmask=())


def wait_for_first_gate(started: Started) -> bool:
    """Read pid 1's number. False where bubblewrap ended before it got there; its status says why."""
    text = b""
    while not text.rstrip().endswith(b"}"):
        if not select.select([started.info], [], [], GATE_WITHIN_S)[0]:
            return False
        chunk = os.read(started.info, 4096)
        if not chunk:
            return False
        text += chunk
    started.inner_pid = int(json.loads(text)["child-pid"])
    return True


def wait_for_second_gate(started: Started) -> bool:
    """True once the wrapper says that it is ready; else `started.said` is what came instead."""
    while not started.said.endswith(b"ready\n"):
        if not select.select([started.status], [], [], GATE_WITHIN_S)[0]:
            return False
        chunk = os.read(started.status, 4096)
        if not chunk:
            return False
        started.said += chunk
    return True


def open_gate(started: Started) -> None:
    """Let it on to the next gate, or to its command."""
    gate = started.gates.pop(0)
    os.write(gate, b"\n")
    os.close(gate)
