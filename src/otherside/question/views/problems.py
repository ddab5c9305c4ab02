"""A problem of the bank: as the interviewer knows it, as the candidate sees it, and what proves it."""

from collections.abc import Mapping

from otherside.question.problem import EASED, Problem
from otherside.question.shown import for_candidate
from otherside.question.views.common import anchors, change, lines, safe


def tabs(found: Problem) -> dict[str, str]:
    names = {"interviewer": "For you", "candidate": "The candidate sees", "proof": "Tests and solutions"}
    return {**names, "change": "A colleague's change"} if found.review is not None else names


def context(found: Problem, tab: str, asked: Mapping[str, str]) -> dict[str, object]:
    if tab == "change" and found.review is not None:
        return change(found.review)
    return {"interviewer": _interviewer, "candidate": _candidate, "proof": _proof}[tab](found, asked)


def _interviewer(found: Problem, _asked: Mapping[str, str]) -> dict[str, object]:
    return {
        "guide": safe(found.guide),
        "escalations": [(step, safe(step.markdown)) for step in found.escalations],
        "easing": safe(found.easing.markdown),
        "anchors": anchors(found.anchors),
        "approaches": [
            (approach, [(level, approach.questions[level]) for level in found.levels])
            for approach in found.approaches
        ],
    }


def _candidate(found: Problem, asked: Mapping[str, str]) -> dict[str, object]:
    revisions = _revisions(found)
    revision = next((r for r, _ in revisions if str(r) == asked.get("revision", "0")), 0)
    language = asked.get("language", "")
    if language not in found.languages:
        language = found.languages[0]
    seen = for_candidate(found, revision)
    return {
        "shown": seen,
        "statement": safe(seen.markdown),
        "revisions": revisions,
        "revision": revision,
        "language": language,
        "starter": lines(seen.starter[language]),
    }


def _revisions(found: Problem) -> list[tuple[int, str]]:
    steps = [(n, f"+ {step.title}") for n, step in enumerate(found.escalations, start=1)]
    return [(0, "As it begins"), *steps, (EASED, f"Easier: {found.easing.title}")]


def _proof(found: Problem, _asked: Mapping[str, str]) -> dict[str, object]:
    tests = [("The problem", found.tests), *((step.title, step.tests) for step in found.escalations)]
    return {
        "tests": tests,
        "solutions": [
            (solution, [(name, lines(files)) for name, files in solution.files.items()])
            for solution in found.solutions
        ],
    }
