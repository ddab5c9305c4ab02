"""What a run of a problem needs besides the candidate's files."""

from collections.abc import Mapping

from otherside.kernel.errors import Invalid
from otherside.question.limits import RUN_FILES
from otherside.question.problem import Problem
from otherside.run.tests import Test

INPUT, VISIBLE = "input", "visible"


def request(
    problem: Problem, language: str, files: Mapping[str, str], mode: str, revision: int
) -> tuple[dict[str, str], str, tuple[Test, ...], tuple[Test, ...]]:
    """(extra_files, entry, visible, hidden) for a run of `files` at this revision of the statement.

    The harness lies over the candidate's files, so nobody can replace it. A starter file that the document
    has lost is given back, since nothing would compile without it. Mode "input" brings no tests.
    """
    problem.check_language(language)
    problem.check_revision(revision)
    if mode not in {INPUT, VISIBLE}:
        raise Invalid(f"A run is {INPUT!r} or {VISIBLE!r}, not {mode!r}.")
    RUN_FILES.check(len(files), "The work")
    lost = {path: text for path, text in problem.starter[language].items() if path not in files}
    extra = {**lost, **problem.harness_at(language, revision)}
    tests = problem.tests_at(revision) if mode == VISIBLE else ()
    return (
        extra,
        problem.entry[language],
        tuple(test for test in tests if not test.hidden),
        tuple(test for test in tests if test.hidden),
    )
