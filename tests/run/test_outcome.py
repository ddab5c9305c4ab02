"""From ends of processes to the outcome of a job."""

from otherside.log.limits import BODY_BYTES_MAX
from otherside.run.entries import RUN_FINISHED, RUN_JUDGED, RunStarted, finished, judged
from otherside.run.job import Outcome
from otherside.run.limits import ALL_FILES_BYTES, LOGGED_OUTPUT, TESTS
from otherside.run.outcome import combine, not_compiled
from otherside.run.tests import Test, judge
from otherside.sandbox.environment import Ended


def ended(kind: str = "ok", **fields: object) -> Ended:
    values = {
        "exit_code": 0 if kind == "ok" else None, "signal": None, "stdout": b"", "stderr": b"", "wall_ms": 10,
        "cpu_ms": 5, "memory_bytes": 100,
    }  # fmt: skip
    return Ended(kind=kind, **{**values, **fields})  # type: ignore[arg-type]


def test_one_run_is_its_process() -> None:
    outcome = combine([ended("nonzero", exit_code=3, stdout=b"=> 1\n\xff", stderr=b"oops")], (), (), "full")
    assert (outcome.outcome, outcome.exit_code, outcome.promise) == ("nonzero", 3, "full")
    assert (outcome.stdout, outcome.stderr) == ("=> 1\n�", "oops")


def test_of_several_tests_the_first_that_failed_tells() -> None:
    ends = [
        ended(stdout=b"a\n=> 1\n"),
        ended("wall-limit", wall_ms=99),
        ended("signal", signal=11, memory_bytes=999),
    ]
    tests = tuple(judge(Test(name="t", input="", expected="1"), e.stdout.decode(), e.kind) for e in ends)
    outcome = combine(ends, tests, (), "")
    assert (outcome.outcome, outcome.signal) == ("wall-limit", None)
    assert (outcome.wall_ms, outcome.memory_bytes) == (99, 999)
    assert outcome.stdout == "a\n"
    assert [result.passed for result in outcome.tests] == [True, False, False]


def test_what_does_not_compile_fails_every_test_and_says_why() -> None:
    tests = [Test(name="a", input="", expected=""), Test(name="b", input="", expected="", hidden=True)]
    outcome = not_compiled(
        ended("nonzero", exit_code=1, stdout=b"out ", stderr=b"main.cpp:1: error"), tests, ""
    )
    assert outcome.outcome == "compile-error"
    assert outcome.stderr == "out main.cpp:1: error"
    assert [(r.name, r.passed) for r in (*outcome.tests, *outcome.hidden)] == [("a", False), ("b", False)]
    assert [r.name for r in outcome.hidden] == ["b"]


def test_a_compiler_at_its_limit_says_which() -> None:
    outcome = not_compiled(ended("memory-limit"), (), "")
    assert outcome.outcome == "compile-error"
    assert "memory-limit" in outcome.stderr


def test_our_failure_stays_ours_in_the_compile_step() -> None:
    outcome = not_compiled(ended("sandbox-error", detail="bwrap: no"), (), "")
    assert (outcome.outcome, outcome.stderr) == ("sandbox-error", "bwrap: no")


def test_the_log_keeps_both_ends_of_much_output() -> None:
    text = "a" * 500_000 + "the end"
    body = finished(RunStarted("r", "doc:q1", "python", "input"), {}, "", Outcome(outcome="ok", stdout=text))
    assert len(body.stdout) < LOGGED_OUTPUT.value + 100
    assert body.stdout.endswith("the end")
    assert RUN_FINISHED.new(body, track="run").kind == "run.finished"


def test_even_the_largest_outcome_fits_into_one_entry() -> None:
    """Every character at its dearest, in as many tests as there may be."""
    text = "\x01" * 300_000
    test = Test(name="t" * 80, input="", expected=text)
    many = tuple(judge(test, text, "ok") for _ in range(TESTS.value))
    outcome = Outcome(outcome="ok", stdout=text, stderr=text, tests=many, hidden=many)
    files = {"main.py": "\x01" * (ALL_FILES_BYTES.value // 6)}
    body = finished(RunStarted("r", "doc:q1", "python", "visible"), files, "", outcome)
    assert len(RUN_FINISHED.new(body, track="run").body) < int(BODY_BYTES_MAX)
    assert len(RUN_JUDGED.new(judged("r", many), track="judge").body) < int(BODY_BYTES_MAX)
