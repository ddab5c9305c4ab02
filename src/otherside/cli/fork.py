"""A child made of this process: what the supervisor has imported is there, so it starts in milliseconds.

Programs import the same two thousand modules; importing them once instead of three times is most of what a
start takes. A fork copies one thread alone, so it is only for a process that has no other (`is_alone`).
"""

import ctypes
import gc
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path

PR_SET_PDEATHSIG, PR_SET_NAME = 1, 15
ENDS = (signal.SIGTERM, signal.SIGINT)


def is_alone() -> bool:
    """Whether this process has one thread, by the kernel's count: libraries have threads of their own."""
    return sum(1 for _ in Path("/proc/self/task").iterdir()) == 1


def die_with_parent() -> None:
    # A supervisor killed with -9 must not leave children that hold the port.
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


class Fork:
    """`main` in a child of its own; asked and ended in subprocess.Popen's words."""

    def __init__(self, name: str, main: Callable[[], int]) -> None:
        gc.freeze()  # what is shared stays shared: the collector would write to every page
        self._child = get_context("fork").Process(target=_become, args=(name, main), name=name)
        # Until the child has handlers of its own, it would take our signals with ours.
        signal.pthread_sigmask(signal.SIG_BLOCK, ENDS)
        try:
            self._child.start()
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDS)
        assert self._child.pid is not None, "it was started"
        self.pid: int = self._child.pid

    def poll(self) -> int | None:
        return self._child.exitcode

    def wait(self, timeout: float | None = None) -> int:
        """Raises subprocess.TimeoutExpired."""
        self._child.join(timeout)
        code = self._child.exitcode
        if code is None:
            raise subprocess.TimeoutExpired(self._child.name, timeout or 0.0)
        return code

    def terminate(self) -> None:
        self._child.terminate()

    def kill(self) -> None:
        self._child.kill()


def _become(name: str, main: Callable[[], int]) -> None:
    os.setsid()  # Ctrl-C reaches the supervisor alone, which ends them in order
    die_with_parent()
    ctypes.CDLL(None).prctl(PR_SET_NAME, f"otherside {name}"[:15].encode())
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDS)
    sys.exit(main())
