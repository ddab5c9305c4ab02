"""What the files of a package say of each other and is not so."""

from collections.abc import Iterator

from otherside.question.limits import TESTS
from otherside.question.problem import Problem, Solution


def complaints_about(problem: Problem) -> list[str]:
    """Every reference that leads nowhere, each with file, line and remedy."""
    said = [*_tests(problem), *_languages(problem)]
    for solution in problem.solutions:
        said += _solution(problem, solution)
    if all(solution.accepted for solution in problem.solutions):
        said.append("solutions/rejected:1: there is no rejected solution; add a typical mistake.")
    return said


def _tests(problem: Problem) -> Iterator[str]:
    names = [test.name for test in problem.tests_at(problem.last_revision)]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f"tests:1: two tests are called {name!r}; rename one."
    if len(names) > int(TESTS):
        yield f"tests:1: {len(names)} tests, more than {int(TESTS)}; each is a process of its own."
    base = {test.name for test in problem.tests}
    for name in problem.easing.keeps:
        if name not in base:
            yield f"easing/easing.yaml:1: keeps {name!r}, but no test is called so."


def _languages(problem: Problem) -> Iterator[str]:
    for language, entry in problem.entry.items():
        if not problem.starter.get(language):
            yield f"case.yaml:1: declares {language}, but starter/{language}/ is missing; add it."
        have = {**problem.starter.get(language, {}), **problem.harness.get(language, {})}
        if entry not in have:
            yield (
                f"case.yaml:1: {language} starts with {entry!r}, which is neither in harness/{language}/ "
                f"nor in starter/{language}/; add it."
            )
        if not any(s.accepted and s.revision is None and language in s.files for s in problem.solutions):
            yield (
                f"case.yaml:1: declares {language}, but no accepted solution holds in every revision; "
                f"add solutions/accepted/<name>/{language}/."
            )
    trees = [("starter", problem.starter), ("harness", problem.harness)]
    trees += [(f"escalations/…-{step.id}/harness", step.harness) for step in problem.escalations]
    for place, tree in trees:
        for language in tree:
            if language not in problem.entry:
                yield f"{place}/{language}:1: case.yaml does not declare this language; add it there."


def _solution(problem: Problem, solution: Solution) -> Iterator[str]:
    kind = "accepted" if solution.accepted else "rejected"
    place = f"solutions/{kind}/{solution.name}/solution.yaml:1"
    for language in solution.files:
        if language not in problem.entry:
            yield f"{place}: has {language}, which case.yaml does not declare; add it there."
    if not solution.files:
        yield f"{place}: has no files; add a folder named after a language."
    if solution.revision is not None and solution.revision > problem.last_revision:
        yield (
            f"{place}: speaks of revision {solution.revision}, but there are "
            f"{problem.last_revision} escalations; correct it."
        )
        return
    if solution.accepted:
        if solution.approach not in {approach.id for approach in problem.approaches}:
            yield (
                f"{place}: follows {solution.approach!r}, but interviewer/questions.yaml has no such "
                f"approach; take one of {', '.join(approach.id for approach in problem.approaches)}."
            )
        return
    known = {test.name for test in problem.tests_at(solution.revision or 0)}
    for name in solution.fails:
        if name not in known:
            yield f"{place}: fails {name!r}, but no test is called so."
    if solution.outcome == "ok" and not solution.fails:
        yield f"{place}: says neither which tests it fails nor with what outcome; state the reason."
