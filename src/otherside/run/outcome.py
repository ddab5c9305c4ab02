"""From how processes ended to the outcome of a job. Pure."""

from collections.abc import Sequence

from otherside.run.job import Outcome
from otherside.run.tests import Test, TestResult, own_output
from otherside.sandbox.environment import Ended

LIMIT_SENTENCES = {
    "memory-limit": "the compiler needed more memory than it may have",
    "wall-limit": "the compiler did not finish in time",
    "cpu-limit": "the compiler needed more CPU time than it may have",
    "output-limit": "the compiler printed more than it may",
    "file-limit": "the compiler wrote more than it may",
    "process-limit": "the compiler started more processes than it may",
    "signal": "the compiler was ended by a signal",
}


def combine(
    ends: Sequence[Ended], visible: tuple[TestResult, ...], hidden: tuple[TestResult, ...], promise: str
) -> Outcome:
    """The outcome of one run, or of the visible tests together. `ends` is in the order of running."""
    if not ends:
        return Outcome(outcome="ok", exit_code=0, promise=promise, tests=visible, hidden=hidden)
    bad = [ended for ended in ends if ended.kind != "ok"]
    telling = next((ended for ended in bad if ended.kind == "stopped"), bad[0] if bad else ends[-1])
    decoded = [(ended.stdout.decode(errors="replace"), _stderr(ended)) for ended in ends]
    tested = bool(visible or hidden)
    return Outcome(
        outcome=telling.kind,
        exit_code=telling.exit_code,
        signal=telling.signal,
        stdout="".join(own_output(out) if tested else out for out, _ in decoded),
        stderr="".join(err for _, err in decoded),
        wall_ms=max(ended.wall_ms for ended in ends),
        cpu_ms=max(ended.cpu_ms for ended in ends),
        memory_bytes=max(ended.memory_bytes for ended in ends),
        promise=promise,
        tests=visible,
        hidden=hidden,
    )


def _stderr(ended: Ended) -> str:
    text = ended.stderr.decode(errors="replace")
    return text + ended.detail if ended.kind == "sandbox-error" else text


def not_compiled(ended: Ended, tests: Sequence[Test], promise: str) -> Outcome:
    """The compiler said no, reached a limit or was stopped. Its words are on `stderr`; every test failed."""
    kind = ended.kind if ended.kind in {"sandbox-error", "stopped"} else "compile-error"
    words = ended.stdout.decode(errors="replace") + _stderr(ended)
    if ended.kind in LIMIT_SENTENCES:
        words += f"\n[{LIMIT_SENTENCES[ended.kind]}: {ended.kind}]\n"
    elif ended.kind == "nonzero" and ended.detail:
        words += ended.detail
    failed = [
        TestResult(name=test.name, passed=False, expected=test.expected, actual="", outcome=kind)
        for test in tests
    ]
    return Outcome(
        outcome=kind, exit_code=ended.exit_code, signal=ended.signal, stderr=words, wall_ms=ended.wall_ms,
        cpu_ms=ended.cpu_ms, memory_bytes=ended.memory_bytes, promise=promise,
        tests=tuple(r for r, test in zip(failed, tests, strict=True) if not test.hidden),
        hidden=tuple(r for r, test in zip(failed, tests, strict=True) if test.hidden),
    )  # fmt: skip


def not_run(test: Test) -> TestResult:
    return TestResult(name=test.name, passed=False, expected=test.expected, actual="", outcome="not-run")
