"""Runs the proofs of a package in the sandbox."""

from collections.abc import Callable, Sequence
from pathlib import Path

from otherside.kernel.clock import monotonic_ms
from otherside.kernel.errors import DomainError
from otherside.question.edge.folder import load_package, record_proof
from otherside.question.problem import Problem
from otherside.question.proving import Finding, Report
from otherside.question.talks import Review
from otherside.question.verify import Proof, Seen, judge, proofs
from otherside.run.edge import execute, load_languages
from otherside.run.job import Job, Outcome
from otherside.sandbox.environment import Environment

DETAIL_CHARS = 2_000
OnFinding = Callable[[Finding], None]


def prove(
    folder: Path, environment: Environment, languages: Sequence[str] = (), on_finding: OnFinding | None = None
) -> Report:
    """Every proof of the package in `folder`, in `languages` or in all that it declares.

    Never raises for a bad package: the report says what is wrong. A language whose toolchain this host
    lacks is named as missing, and the report then does not hold.
    """
    try:
        package = load_package(folder)
        declared = package.languages if isinstance(package, Problem | Review) else ()
        if isinstance(package, Problem | Review):
            for language in languages:
                package.check_language(language)
    except DomainError as error:
        return Report(place=str(folder), package=None, refused=str(error))
    wanted = tuple(languages) if languages and declared else declared
    known = load_languages()
    runs = [language for language in wanted if language in known and known[language].runs]
    findings: list[Finding] = []
    for proof in proofs(package, runs):
        begun = monotonic_ms()
        why = judge(proof, seen(proof, environment))
        findings.append(Finding(proof=proof, why=why, wall_ms=monotonic_ms() - begun))
        if on_finding is not None:
            on_finding(findings[-1])
    return Report(
        place=str(folder), package=package, findings=tuple(findings),
        missing=tuple(language for language in wanted if language not in runs),
    )  # fmt: skip


def seen(proof: Proof, environment: Environment) -> Seen:
    """What the sandbox made of one proof."""
    job = Job(language=proof.language, files=proof.files, entry=proof.entry, tests=proof.tests)
    outcome = execute(job, environment)
    results = (*outcome.tests, *outcome.hidden)
    return Seen(
        outcome=_outcome(outcome),
        passed={result.name: result.passed for result in results},
        detail=_detail(outcome),
    )


def _outcome(outcome: Outcome) -> str:
    """The first that did not end well, hidden tests as well: a job's own outcome leaves them out."""
    if outcome.outcome != "ok":
        return outcome.outcome
    return next((result.outcome for result in outcome.hidden if result.outcome != "ok"), "ok")


def _detail(outcome: Outcome) -> str:
    bad = next((result for result in (*outcome.tests, *outcome.hidden) if not result.passed), None)
    said = f"{bad.name!r} expected {bad.expected!r}, got {bad.actual!r}. " if bad is not None else ""
    return (said + outcome.stderr.strip())[:DETAIL_CHARS]


def record(folder: Path, report: Report) -> None:
    """Notes in the package in which languages this content was proven, and with which versions."""
    if not isinstance(report.package, Problem | Review):
        return
    known = load_languages()
    record_proof(folder, report.package, {name: known[name].version for name in report.proven()})
