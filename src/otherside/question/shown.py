"""The one place that decides what a candidate may see of a problem."""

from collections.abc import Mapping
from dataclasses import dataclass

from otherside.question.change import Change, FileDiff
from otherside.question.problem import EASED, Problem
from otherside.question.talks import Review, Walkthrough
from otherside.run.tests import Test


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
        tests=_visible(problem.tests_at(revision)),
        credits=problem.credits,
        licence=problem.licence,
    )


def _visible(tests: tuple[Test, ...]) -> tuple[ShownTest, ...]:
    return tuple(
        ShownTest(name=test.name, input=test.input, expected=test.expected)
        for test in tests
        if not test.hidden
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownChange:
    """A colleague's change as the candidate reads it: who asks for what, and the lines. No findings."""

    title: str
    by: str
    story: str
    language: str
    diff: tuple[FileDiff, ...]
    unified: str


def change_for_candidate(change: Change) -> ShownChange:
    """What the candidate may see of a change that is handed over for review."""
    return ShownChange(
        title=change.title,
        by=change.by,
        story=change.story,
        language=change.language,
        diff=change.diff,
        unified=change.unified(),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTalk:
    """A review or a walkthrough as its candidate sees it. A walkthrough has neither change, files nor tests.

    `files` is the code as it is after the change, with what lies around it.
    """

    id: str
    title: str
    markdown: str
    minutes: int
    change: ShownChange | None
    files: Mapping[str, str]
    tests: tuple[ShownTest, ...]
    board: bool


def talk_for_candidate(talk: Review | Walkthrough) -> ShownTalk:
    """Built from named public parts, like `for_candidate`. Its steps are not."""
    return ShownTalk(
        id=talk.id,
        title=talk.title,
        markdown=talk.statement.strip() + "\n",
        minutes=talk.minutes,
        change=change_for_candidate(talk.change) if isinstance(talk, Review) else None,
        files={**talk.around, **talk.change.after} if isinstance(talk, Review) else {},
        tests=_visible(talk.tests) if isinstance(talk, Review) else (),
        board=isinstance(talk, Walkthrough) and talk.board,
    )
