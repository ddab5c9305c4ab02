"""The packages of the bank: complete enough to hold an hour with, and their proofs not older than their content."""

import uuid
from collections.abc import Iterator

import pytest

from otherside.question.edge import CONTENT, load_bank
from otherside.question.edge.folder import SHELVES
from otherside.question.edge.prove import prove
from otherside.question.problem import Problem
from otherside.question.talks import Review, Walkthrough
from otherside.run.edge import language_files, open_environment

PROBLEMS = load_bank().problems
REVIEWS = load_bank().reviews
WALKTHROUGHS = load_bank().walkthroughs
# Written before packages could carry a change, a disagreement and choices; they still want theirs.
WITHOUT_CHANGE = {
    "dependency-order", "log-aggregation", "paginated-join", "kv-transactions", "job-queue-leases",
    "consistent-hashing",
}  # fmt: skip
EVERY = pytest.mark.parametrize("found", PROBLEMS.values(), ids=PROBLEMS.keys())


def test_the_bank_is_read_whole() -> None:
    assert dict(load_bank().refused) == {}
    assert set(PROBLEMS) >= {"rate-limiter", "calendar-merge", "lru-expiry", "bank-transfers", "sql-revenue"}


def test_every_package_has_an_identity_of_its_own() -> None:
    packages = load_bank().packages
    assert len({uuid.UUID(found.uuid) for found in packages.values()}) == len(packages)


def test_there_are_talks_besides_the_problems() -> None:
    assert len(REVIEWS) >= 3
    assert len({found.change.language for found in REVIEWS.values()}) >= 3
    assert len(WALKTHROUGHS) >= 2
    assert "backend-engineer" in load_bank().fact_sheets


@EVERY
def test_a_problem_brings_its_moments(found: Problem) -> None:
    if found.id in WITHOUT_CHANGE:
        return
    assert found.review is not None
    assert len(found.review.findings) >= 4
    assert {"blocks", "should", "nice"} <= {finding.weight for finding in found.review.findings}
    assert found.disagree is not None
    assert all(approach.choice for approach in found.approaches)


@pytest.mark.parametrize("found", REVIEWS.values(), ids=REVIEWS.keys())
def test_a_review_holds_its_time(found: Review) -> None:
    assert set(found.proven) == set(found.languages)
    assert "working-together" in found.anchors
    assert len(found.change.findings) >= 5
    assert all(len(asked) >= 2 for asked in found.questions.values())
    assert len(found.guide.split()) > 150


@pytest.mark.parametrize("found", WALKTHROUGHS.values(), ids=WALKTHROUGHS.keys())
def test_a_walkthrough_holds_its_time(found: Walkthrough) -> None:
    assert found.board
    assert len(found.prompts) >= 5
    assert len(found.guide.split()) > 150


@EVERY
def test_a_problem_holds_an_hour(found: Problem) -> None:
    visible = [test for test in found.tests if not test.hidden]
    assert len(visible) >= 6
    assert len(found.tests) - len(visible) >= 8
    assert len(found.escalations) >= 2
    assert all(len(step.tests) >= 3 for step in found.escalations)
    assert len(found.hints) == 4
    assert len(found.facts) >= 4
    assert len(found.approaches) >= 3
    assert len(found.anchors) >= 3
    assert len(found.guide.split()) > 150
    rejected = [solution for solution in found.solutions if not solution.accepted]
    assert len(rejected) >= 2
    assert any("python" in s.files or "sql" in s.files for s in rejected)


@EVERY
def test_languages_are_known_and_as_promised(found: Problem) -> None:
    assert set(found.languages) <= set(language_files())
    if found.id == "sql-revenue":
        assert found.languages == ("sql",)
    else:
        wanted = {"python", "typescript", "java", "go"} | ({"cpp"} if found.kind == "coding" else set())
        assert wanted <= set(found.languages)


@EVERY
def test_a_change_is_to_code_of_several_files(found: Problem) -> None:
    if found.kind == "change":
        assert all(len(files) >= 5 for files in found.starter.values())


def test_no_sentence_was_left_to_fill_in() -> None:
    for shelf in SHELVES:
        for path in (CONTENT / shelf).rglob("*"):
            if path.is_file():
                assert "FILL IN" not in path.read_text(encoding="utf-8"), path


@EVERY
def test_the_recorded_proof_is_of_this_content(found: Problem) -> None:
    """`otherside case verify content/problems/* --record` writes it."""
    assert set(found.proven) == set(found.languages)


def pairs() -> Iterator[tuple[str, str]]:
    for found in PROBLEMS.values():
        for language in found.languages:
            yield f"problems/{found.id}", language
    for review in REVIEWS.values():
        yield f"reviews/{review.id}", review.change.language


@pytest.mark.sandbox
@pytest.mark.parametrize(("folder", "language"), list(pairs()))
def test_a_package_is_proven(folder: str, language: str) -> None:
    with open_environment() as environment:
        report = prove(CONTENT / folder, environment, [language])
    assert report.holds, report.summary() + "\n" + "\n".join(f.line() for f in report.findings if f.why)
