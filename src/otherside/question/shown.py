"""The one place that decides what a candidate may see of a problem."""

from collections.abc import Mapping
from dataclasses import dataclass

from otherside.question.problem import EASED, Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTest:
    name: str
    input: str
    expected: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A problem as its candidate sees it at one revision of the statement. Nothing else of it may reach
    them.
    """

    id: str
    revision: int
    title: str
    markdown: str
    minutes: int
    languages: tuple[str, ...]
    starter: Mapping[str, Mapping[str, str]]
    tests: tuple[ShownTest, ...]
    credits: tuple[str, ...]
    licence: str


def for_candidate(problem: Problem, revision: int = 0) -> Shown:
    """What the candidate may see: built from named public parts, never by leaving private ones out.

    `revision` counts the escalations given, in order; EASED is the easier form. Each is a section of its own
    below the statement, so what was there before stays where the candidate remembers it.
    """
    problem.check_revision(revision)
    sections = [problem.statement.strip()]
    if revision == EASED:
        sections.append(f"## {problem.easing.title}\n\n{problem.easing.markdown.strip()}")
    for step in problem.escalations[: max(revision, 0)]:
        sections.append(f"## {step.title}\n\n{step.markdown.strip()}")
    return Shown(
        id=problem.id,
        revision=revision,
        title=problem.title,
        markdown="\n\n".join(sections) + "\n",
        minutes=problem.minutes,
        languages=problem.languages,
        starter=problem.starter,
        tests=tuple(
            ShownTest(name=test.name, input=test.input, expected=test.expected)
            for test in problem.tests_at(revision)
            if not test.hidden
        ),
        credits=problem.credits,
        licence=problem.licence,
    )
