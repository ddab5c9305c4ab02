"""How a command ended, decided from what was observed. Pure."""

import re
from dataclasses import dataclass
from typing import Literal

from otherside.sandbox.environment import Kind

Stop = Literal["wall", "cpu", "memory", "output", "wish"]
SIGINT, SIGPIPE, SIGXCPU, SIGXFSZ = 2, 13, 24, 25
# The wrapper's shell prints a line ("Killed", "Segmentation fault") for a child that died of a signal, but
# for these two: 130 and 141 are then read as signals, which a program can counterfeit to nobody's harm.
SILENT_SIGNALS = (SIGINT, SIGPIPE)
EXIT_LINE = re.compile(r"^exit (\d{1,3})$")
BEGUN = "begun"


@dataclass(frozen=True, slots=True, kw_only=True)
class Observed:
    """`stopped` is why the supervisor ended it, if it did; `code` is bubblewrap's own exit code."""

    status: str
    code: int
    stopped: Stop | None
    out_of_memory_kills: int
    refused_forks: int
    disk_was_full: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    kind: Kind
    exit_code: int | None
    signal: int | None
    detail: str = ""


def read_status(status: str, code: int) -> tuple[int | None, int | None, str] | None:
    """(exit code, signal, what the shell said), or None where the command was never begun.

    `status` is what came through the status channel: nothing but the wrapper writes there, unless the
    command found its way to it; then it only told lies about itself.
    """
    lines = status.splitlines()
    if BEGUN not in lines:
        return None
    lines = lines[lines.index(BEGUN) + 1 :]
    said = [line for line in lines if EXIT_LINE.fullmatch(line) is None]
    match = EXIT_LINE.fullmatch(lines[-1]) if lines else None
    if match is None:
        # The wrapper itself was ended, for instance by kill(-1).
        return (None, code - 128, "") if code > 128 else (code, None, "\n".join(said))
    number = int(match[1])
    if number > 128 and (said or number - 128 in SILENT_SIGNALS):
        return None, number - 128, ""
    return number, None, "\n".join(said)


STOPS: dict[Stop, Kind] = {
    "memory": "memory-limit",
    "output": "output-limit",
    "cpu": "cpu-limit",
    "wall": "wall-limit",
    "wish": "stopped",
}


def decide(observed: Observed) -> Verdict:
    """The verdict. A limit names itself before the code or signal that it led to."""
    if observed.out_of_memory_kills:
        return Verdict("memory-limit", None, None)
    if observed.stopped is not None:
        return Verdict(STOPS[observed.stopped], None, None)
    ended = read_status(observed.status, observed.code)
    if ended is None:
        said = observed.status.strip() or "it said nothing"
        return Verdict("sandbox-error", None, None, f"bubblewrap ended with {observed.code}: {said}")
    exit_code, signal, said = ended
    kind = _kind(observed, exit_code, signal)
    return Verdict(kind, exit_code, signal, said if kind == "nonzero" else "")


def _kind(observed: Observed, exit_code: int | None, signal: int | None) -> Kind:
    if signal == SIGXCPU:
        return "cpu-limit"
    if signal == SIGXFSZ:
        return "file-limit"
    if exit_code == 0:
        return "ok"
    if observed.disk_was_full:
        return "file-limit"
    if observed.refused_forks:
        return "process-limit"
    return "nonzero" if signal is None else "signal"
