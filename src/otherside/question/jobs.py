"""What a run of a problem needs besides the candidate's files."""

from collections.abc import Mapping

from otherside.kernel.errors import Invalid, NotFound
from otherside.question.limits import RUN_FILES
from otherside.question.problem import Problem
from otherside.question.talks import Review
from otherside.run.tests import Test

INPUT, VISIBLE = "input", "visible"


def request(
    problem: Problem | Review, language: str, files: Mapping[str, str], mode: str, revision: int
) -> tuple[dict[str, str], str, tuple[Test, ...], tuple[Test, ...]]:
    """(extra_files, entry, visible, hidden) for a run of `files` at this revision of the statement.

    The extra files lie over the candidate's, so nobody can replace the harness. Starter files are not added:
    who moved a class to another file would then have it twice. Mode "input" brings no tests.
    """
    problem.check_language(language)
    if isinstance(problem, Problem):
        problem.check_revision(revision)
        harness, known = problem.harness_at(language, revision), problem.tests_at(revision)
    elif revision:
        raise NotFound(f"{problem.title} has no revision {revision}: a review stays as it is.")
    else:
        harness, known = dict(problem.harness), problem.tests
    if mode not in {INPUT, VISIBLE}:
        raise Invalid(f"A run is {INPUT!r} or {VISIBLE!r}, not {mode!r}.")
    RUN_FILES.check(len(files), "The work")
    tests = known if mode == VISIBLE else ()
    return (
        harness,
        problem.entry[language],
        tuple(test for test in tests if not test.hidden),
        tuple(test for test in tests if test.hidden),
    )
