"""From what was seen to what is said of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otherside.sandbox.verdict import Observed, Stop, decide

RIGHT = "ready\nbegun\n"


def observed(status: str = RIGHT + "exit 0\n", **fields: object) -> Observed:
    values = {
        "code": 0, "stopped": None, "out_of_memory_kills": 0, "refused_forks": 0, "disk_was_full": False,
    }  # fmt: skip
    return Observed(status=status, **{**values, **fields})  # type: ignore[arg-type]


def said(number: int, words: str = "") -> str:
    return f"{RIGHT}{words}exit {number}\n"


@pytest.mark.parametrize(
    ("given_", "kind", "exit_code", "signal"),
    [
        (observed(), "ok", 0, None),
        (observed(said(3)), "nonzero", 3, None),
        (observed(said(137, "Killed\n")), "signal", None, 9),
        (observed(said(137)), "nonzero", 137, None),  # exit(137) is no signal
        (observed(said(139, "Segmentation fault\n")), "signal", None, 11),
        (observed(said(141)), "signal", None, 13),  # the shell keeps silent about SIGPIPE
        (observed(said(153, "File size limit exceeded\n")), "file-limit", None, 25),
        (observed(said(152, "CPU time limit exceeded\n")), "cpu-limit", None, 24),
        (observed(said(1), disk_was_full=True), "file-limit", 1, None),
        (observed(disk_was_full=True), "ok", 0, None),
        (observed(said(1), refused_forks=4), "process-limit", 1, None),
        (observed(refused_forks=4), "ok", 0, None),
        (observed(out_of_memory_kills=1), "memory-limit", None, None),
        (observed(said(137, "Killed\n"), out_of_memory_kills=1), "memory-limit", None, None),
        (observed(RIGHT, code=137), "signal", None, 9),  # kill(-1) took the wrapper too
        (observed("bwrap: No permissions\n", code=1), "sandbox-error", None, None),
        (observed("ready\n/usr/bin/tar: short read\n", code=99), "sandbox-error", None, None),
        (observed("", code=1), "sandbox-error", None, None),
    ],
)
def test_verdicts(given_: Observed, kind: str, exit_code: int | None, signal: int | None) -> None:
    verdict = decide(given_)
    assert (verdict.kind, verdict.exit_code, verdict.signal) == (kind, exit_code, signal)


@pytest.mark.parametrize(
    ("stopped", "kind"),
    [("wall", "wall-limit"), ("cpu", "cpu-limit"), ("output", "output-limit"), ("memory", "memory-limit")],
)
def test_what_the_supervisor_stopped_has_neither_code_nor_signal(stopped: Stop, kind: str) -> None:
    verdict = decide(observed(RIGHT, code=137, stopped=stopped))
    assert (verdict.kind, verdict.exit_code, verdict.signal) == (kind, None, None)


def test_our_failure_names_its_cause() -> None:
    assert "No permissions" in decide(observed("bwrap: No permissions\n", code=1)).detail


@given(
    st.text(max_size=200), st.integers(0, 255), st.sampled_from([None, "wall", "cpu", "output", "memory"]),
    st.integers(0, 2), st.booleans(),
)  # fmt: skip
def test_whatever_a_program_writes_there_is_some_verdict(
    status: str, code: int, stopped: Stop | None, kills: int, full: bool
) -> None:
    """Never an exception, never a code and a signal at once, and never ours once it had begun."""
    verdict = decide(
        observed(RIGHT + status, code=code, stopped=stopped, out_of_memory_kills=kills, disk_was_full=full)
    )
    assert verdict.exit_code is None or verdict.signal is None
    assert verdict.kind != "sandbox-error"
    assert verdict.kind != "ok" or (verdict.exit_code == 0 and stopped is None and not kills)
