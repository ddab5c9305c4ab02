"""Starts the processes of one machine, restarts what dies, ends all of them together. Holds no rule."""

import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from otherside.cli.fork import Fork, die_with_parent, is_alone

logger = logging.getLogger("otherside.serve")

FIRST_WAIT_S = 0.2
LONGEST_WAIT_S = 20.0  # a host that cannot run code would otherwise fill its log
HEALTHY_S = 30.0  # after this long a process has earned a quick restart again
STOP_WAIT_S = 10.0


@dataclass(frozen=True, slots=True)
class Program:
    """One child: its name, its words and the whole of its environment.

    `main` is what the command would do, where this process has imported it: a fork calls that and is there at
    once. Without `main`, and where forking is not safe, the command is started.
    """

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    main: Callable[[], int] | None = None


class Process(Protocol):
    """What subprocess.Popen and Fork have in common."""

    @property
    def pid(self) -> int: ...
    def poll(self) -> int | None: ...
    def wait(self, timeout: float | None = None) -> int: ...
    def terminate(self) -> None: ...
    def kill(self) -> None: ...


@dataclass(slots=True)
class Child:
    program: Program
    process: Process | None = None
    started_s: float = 0.0
    wait_s: float = FIRST_WAIT_S
    restart_at_s: float = field(default=0.0)


class Supervisor:
    """`run` returns when asked to stop by SIGTERM or SIGINT, after every child has ended."""

    def __init__(self, programs: Sequence[Program]) -> None:
        self.children = [Child(program) for program in programs]
        self.stopping = False

    def start(self) -> None:
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, self._stop)
        for child in self.children:
            self._start(child)

    def run(self) -> None:
        try:
            while not self.stopping:
                self.look_after_all()
                time.sleep(0.05)
        finally:
            # A fork's parent waits for it as it exits: whatever ended the loop, they must not outlive it.
            self._end()

    def look_after_all(self) -> None:
        """Starts again what has ended, when its wait is over."""
        for child in self.children:
            self._look_after(child)

    def _stop(self, *_: object) -> None:
        self.stopping = True

    def _start(self, child: Child) -> None:
        child.process = _process(child.program)
        child.started_s = time.monotonic()
        child.restart_at_s = 0.0
        logger.info("started %s pid=%d", child.program.name, child.process.pid)

    def _look_after(self, child: Child) -> None:
        now = time.monotonic()
        if child.process is not None:
            code = child.process.poll()
            if code is None:
                return
            if now - child.started_s > HEALTHY_S:
                child.wait_s = FIRST_WAIT_S
            logger.warning("%s ended code=%d, again in %.1f s", child.program.name, code, child.wait_s)
            child.process = None
            child.restart_at_s = now + child.wait_s
            child.wait_s = min(child.wait_s * 2, LONGEST_WAIT_S)
        elif now >= child.restart_at_s:
            self._start(child)

    def _end(self) -> None:
        running = [child.process for child in self.children if child.process is not None]
        for process in running:
            process.terminate()
        deadline = time.monotonic() + STOP_WAIT_S
        for process in running:
            try:
                process.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                logger.warning("pid=%d did not end in %.0f s and is killed", process.pid, STOP_WAIT_S)
                process.kill()
                process.wait()


def _process(program: Program) -> Process:
    if program.main is not None and is_alone():
        return Fork(program.name, program.main)
    return subprocess.Popen(
        program.command,
        env=dict(program.environment),
        stdin=subprocess.DEVNULL,
        preexec_fn=die_with_parent,  # noqa: PLW1509 - one thread here, so nothing can hold a lock
        start_new_session=True,  # Ctrl-C reaches the supervisor alone, which ends them in order
    )


RUNNER_KEEPS = ("PATH", "LANG", "LC_ALL", "TZ", "TMPDIR", "HOME")


def python(*words: str) -> list[str]:
    return [sys.executable, *words]


def runner_environment(extra: Mapping[str, str]) -> dict[str, str]:
    """What the runner may know: where programs are, and how to reach the gateway."""
    return {key: os.environ[key] for key in RUNNER_KEEPS if key in os.environ} | dict(extra)
