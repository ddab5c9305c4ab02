"""What proves a package: which jobs must run, and what each outcome must be. Running them is the caller's."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from otherside.question.bank import Package
from otherside.question.change import Change
from otherside.question.problem import Problem, Solution
from otherside.question.talks import Review
from otherside.run.tests import Test


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """One job to run. `must_fail` is None where every test must pass, else the exact set that must not.

    A starter has `must_fail_some`: it compiles, and at least one visible test fails. `must_compile` is all
    that is asked of the code before a colleague's change.
    """

    what: str
    language: str
    revision: int
    files: dict[str, str]
    entry: str
    tests: tuple[Test, ...]
    outcome: str = "ok"
    must_fail: frozenset[str] | None = None
    must_fail_some: bool = False
    must_compile: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a run gave: how the job ended, whether each test passed by its name, and what came."""

    outcome: str
    passed: dict[str, bool]
    detail: str = ""


def proofs(package: Package, languages: Sequence[str] | None = None) -> Iterator[Proof]:
    """Every job for `languages` (by default all). What holds no code has none: reading it proves it."""
    if isinstance(package, Problem):
        yield from _problem(package, languages)
    elif isinstance(package, Review) and (languages is None or package.change.language in languages):
        yield from _review(package)


def _problem(problem: Problem, languages: Sequence[str] | None) -> Iterator[Proof]:
    """Starter, accepted, then rejected solutions, then the colleague's change."""
    for language in problem.entry if languages is None else languages:
        problem.check_language(language)
        yield _starter(problem, language)
        for solution in sorted(problem.solutions, key=lambda s: not s.accepted):
            if language not in solution.files:
                continue
            last = problem.last_revision if solution.revision is None else solution.revision
            for revision in range(last + 1) if solution.accepted else (last,):
                yield _solution(problem, solution, language, revision)
        if problem.review is not None and problem.review.language == language:
            change = problem.review
            below = {**problem.starter[language], **problem.harness_at(language, problem.last_revision)}
            above = problem.harness_at(language, change.revision)
            tests = problem.tests_at(change.revision)
            yield from _change(change, problem.entry[language], below, above, tests)


def _review(review: Review) -> Iterator[Proof]:
    change = review.change
    entry, above = review.entry[change.language], dict(review.harness)
    yield from _change(change, entry, dict(review.around), above, review.tests)
    yield Proof(
        what="review/mended", language=change.language, revision=0, entry=entry, tests=review.tests,
        files={**review.around, **change.after, **review.mended, **above},
    )  # fmt: skip


def _change(
    change: Change, entry: str, below: dict[str, str], above: dict[str, str], tests: tuple[Test, ...]
) -> Iterator[Proof]:
    """What was there before compiles; what the change makes of it fails what its findings say, and no
    more.
    """
    gone = set(change.before) - set(change.after)
    kept = {path: text for path, text in below.items() if path not in gone}
    for what, base, tree, must_fail in (
        ("review/before", below, change.before, None), ("review/after", kept, change.after, change.must_fail),
    ):  # fmt: skip
        yield Proof(
            what=what, language=change.language, revision=change.revision, entry=entry, tests=tests,
            files={**base, **tree, **above}, must_fail=must_fail, must_compile=must_fail is None,
        )  # fmt: skip


def _starter(problem: Problem, language: str) -> Proof:
    return Proof(
        what="starter", language=language, revision=0, entry=problem.entry[language],
        files={**problem.starter[language], **problem.harness_at(language, 0)},
        tests=tuple(test for test in problem.tests if not test.hidden), must_fail_some=True,
    )  # fmt: skip


def _solution(problem: Problem, solution: Solution, language: str, revision: int) -> Proof:
    # What later escalations bring lies below: a solution of the whole problem may name a type of theirs, and
    # would not compile against the earlier harness without it.
    files = {
        **problem.starter[language],
        **problem.harness_at(language, problem.last_revision),
        **solution.files[language],
        **problem.harness_at(language, revision),
    }
    return Proof(
        what=f"{'accepted' if solution.accepted else 'rejected'}/{solution.name}", language=language,
        revision=revision, entry=problem.entry[language], files=files, tests=problem.tests_at(revision),
        outcome=solution.outcome, must_fail=None if solution.accepted else frozenset(solution.fails),
    )  # fmt: skip


def judge(proof: Proof, seen: Seen) -> str | None:
    """Why `seen` does not prove it, with what to look at, or None where it does."""
    failed = frozenset(test.name for test in proof.tests if not seen.passed.get(test.name, False))
    if proof.must_compile:
        return _judge_before(seen)
    if proof.must_fail_some:
        return _judge_starter(seen, failed)
    if proof.must_fail is None:
        if seen.outcome == "ok" and not failed:
            return None
        return f"ends with {seen.outcome}, fails {_names(failed)}. {seen.detail}".strip()
    return _judge_rejected(proof, seen, failed, proof.must_fail)


def _judge_before(seen: Seen) -> str | None:
    """It may be wrong, and slow: that may be why the colleague changes it."""
    if seen.outcome in {"compile-error", "sandbox-error"}:
        return f"it ends with {seen.outcome}; what was there before must compile. {seen.detail}".strip()
    return None


def _judge_starter(seen: Seen, failed: frozenset[str]) -> str | None:
    if seen.outcome not in {"ok", "nonzero", "signal"}:
        return f"the starter ends with {seen.outcome}; it must compile and run. {seen.detail}".strip()
    return None if failed else "the starter passes every visible test already; there is nothing to do."


def _judge_rejected(
    proof: Proof, seen: Seen, failed: frozenset[str], must_fail: frozenset[str]
) -> str | None:
    if proof.outcome not in {"ok", seen.outcome} or (seen.outcome != proof.outcome and not must_fail):
        return f"ends with {seen.outcome}, not {proof.outcome} as stated. {seen.detail}".strip()
    if seen.outcome == "compile-error":
        stated = proof.outcome == "compile-error"
        return None if stated else f"does not compile, which is not its reason. {seen.detail}".strip()
    if not must_fail or failed == must_fail:
        return None
    more, less = failed - must_fail, must_fail - failed
    parts = [f"also fails {_names(more)}"] if more else []
    parts += [f"passes {_names(less)}, which it should fail"] if less else []
    return "; ".join(parts) + "; mend the solution, the tests, or its solution.yaml."


def _names(names: frozenset[str]) -> str:
    return ", ".join(repr(name) for name in sorted(names)) or "no test"
