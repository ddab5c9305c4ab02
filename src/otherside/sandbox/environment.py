"""What an engine offers: run one command where it can harm nothing, and say how it ended.

    with open_engine(slots=2) as environment:
        ended = environment.run(Command(argv=("python3", "main.py"), files={"main.py": b"print(1)"}), limits)

A command sees a read-only /usr, a small /etc, an empty network and a private /w (its home, where the files
lie) and /tmp, all gone afterwards. What is kept of it is its output, and its /w as a sealed `Build` if asked.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

from otherside.kernel.errors import Unavailable

Kind = Literal[
    "ok",
    "nonzero",
    "signal",
    "memory-limit",
    "wall-limit",
    "cpu-limit",
    "output-limit",
    "file-limit",
    "process-limit",
    "sandbox-error",
    "stopped",
]
Stream = Literal["stdout", "stderr"]
OnOutput = Callable[[Stream, bytes], None]
GoesOn = Callable[[], bool]  # looked at every few milliseconds; False stops the command


class HostUnfit(Unavailable):
    """Candidates' code cannot be kept apart here, so nothing is run. `otherside doctor` says why."""

    code = "host-unfit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Ceilings for one command. Every field is required: a limit nobody chose is a bug."""

    wall_ms_max: int  # catches sleepers; the CPU clock does not see them
    cpu_ms_max: int  # user and system time of all its processes together
    memory_bytes_max: int  # all its processes, its files in /w and /tmp, and the cache it caused
    output_bytes_max: int  # stdout and stderr together; the command is killed when it is reached
    processes_max: int  # threads count too
    file_bytes_max: int  # each of /w, /tmp and /dev/shm, and any single file
    files_max: int  # names in each of them

    def __post_init__(self) -> None:
        for name in self.__slots__:
            if getattr(self, name) <= 0:
                raise ValueError(f"{name} must be positive, got {getattr(self, name)}")


class Build:
    """What a command left in /w, sealed: no later command can change it. `descriptor` is a memfd with a tar.

    Nobody unpacks it but a sandbox. Close it when the job is over.
    """

    def __init__(self, descriptor: int, size_bytes: int) -> None:
        self.descriptor = descriptor
        self.size_bytes = size_bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """`argv` is started in /w without a shell. `files` are put there first, or `build` is unpacked there."""

    argv: tuple[str, ...]
    files: Mapping[str, bytes] = field(default_factory=dict)
    build: Build | None = None
    stdin: bytes = b""
    env: Mapping[str, str] = field(default_factory=dict)
    binds: Mapping[str, str] = field(default_factory=dict)  # path inside → path of the host, read-only
    keeps_build: bool = False

    def __post_init__(self) -> None:
        for path in self.files:
            parts = path.split("/")
            if path.startswith("/") or any(part in {"", ".", ".."} for part in parts) or "\0" in path:
                raise ValueError(f"{path!r} does not stay below /w")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a command ended. `exit_code` and `signal` exclude each other; both are None where it was stopped.

    `stopped` is what somebody wished for. `sandbox-error` is our failure and says nothing about the command;
    `detail` then says what failed.
    """

    kind: Kind
    exit_code: int | None
    signal: int | None
    stdout: bytes
    stderr: bytes
    wall_ms: int
    cpu_ms: int
    memory_bytes: int
    detail: str = ""
    build: Build | None = None


class Environment(Protocol):
    """One way to run commands apart. Engines differ in what they can promise, never in what they mean."""

    @property
    def promise(self) -> str:
        """What this engine guarantees on this host, in one line that is kept with every run."""

    def run(
        self,
        command: Command,
        limits: Limits,
        on_output: OnOutput | None = None,
        goes_on: GoesOn | None = None,
    ) -> Ended:
        """Run `command` to its end, or until `goes_on` says no. Blocks; both are called from this thread."""

    def close(self) -> None:
        """Give back what the engine holds of the host."""
