"""A problem of the bank as frozen values: what the candidate works on, and what the interviewer knows."""

from collections.abc import Mapping
from dataclasses import dataclass

from otherside.kernel.errors import NotFound
from otherside.question.change import Change
from otherside.run.tests import Test

EASED = -1  # the revision of a statement that was made easier; 0 is the original, n the first n escalations


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    step: int
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Withheld on purpose: told when the candidate asks for it."""

    id: str
    ask: str
    answer: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    ask: str
    listen_for: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Approach:
    """A way candidates go, how one recognises it, and what to challenge it with, by level.

    `choice` says what who goes this way has decided, for the ledger of choices; empty where the package does
    not say.
    """

    id: str
    name: str
    seen: str
    choice: str
    questions: Mapping[str, tuple[Question, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """What the interviewer holds against the candidate for the sake of seeing how they disagree."""

    claim: str
    defensible: str
    good_answer: str
    weak_answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Escalation:
    """A change that makes the problem harder. `harness` lies over the problem's own, by language."""

    id: str
    title: str
    minutes: int
    when: str
    markdown: str
    tests: tuple[Test, ...]
    harness: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Easing:
    """A change that makes it easier. `keeps` names the tests that still count."""

    title: str
    when: str
    markdown: str
    keeps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """A solution that proves the package. `files` by language; a rejected one names what must fail."""

    name: str
    title: str
    accepted: bool
    revision: int | None  # None: must hold in every revision
    outcome: str
    fails: tuple[str, ...]
    note: str
    approach: str | None
    files: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One package, read and checked. `hash` covers every file of it."""

    id: str
    uuid: str
    version: str
    hash: str
    title: str
    summary: str
    kind: str
    levels: tuple[str, ...]
    minutes: int
    tags: tuple[str, ...]
    licence: str
    credits: tuple[str, ...]
    sources: tuple[str, ...]
    statement: str
    starter: Mapping[str, Mapping[str, str]]
    harness: Mapping[str, Mapping[str, str]]
    entry: Mapping[str, str]
    tests: tuple[Test, ...]
    escalations: tuple[Escalation, ...]
    easing: Easing
    hints: tuple[Hint, ...]
    facts: tuple[Fact, ...]
    approaches: tuple[Approach, ...]
    anchors: Mapping[str, Mapping[int, str]]
    guide: str
    solutions: tuple[Solution, ...]
    review: Change | None  # a colleague's change to this very problem
    disagree: Disagreement | None
    proven: Mapping[str, str]  # language → its version when `case verify` proved this very content

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self.entry)

    @property
    def last_revision(self) -> int:
        return len(self.escalations)

    def tests_at(self, revision: int) -> tuple[Test, ...]:
        """The tests that count once the first `revision` escalations were given; EASED: those the easing
        keeps.
        """
        self.check_revision(revision)
        if revision == EASED:
            return tuple(test for test in self.tests if test.name in self.easing.keeps)
        more = tuple(test for step in self.escalations[:revision] for test in step.tests)
        return self.tests + more

    def harness_at(self, language: str, revision: int) -> dict[str, str]:
        """The harness files of `language`, each escalation's laid over those before it."""
        self.check_revision(revision)
        files = dict(self.harness[language])
        for step in self.escalations[: max(revision, 0)]:
            files.update(step.harness.get(language, {}))
        return files

    def check_revision(self, revision: int) -> None:
        if not EASED <= revision <= self.last_revision:
            raise NotFound(
                f"{self.title} has no revision {revision}: "
                f"it goes from {EASED} (easier) to {self.last_revision}."
            )

    def check_language(self, language: str) -> None:
        if language not in self.entry:
            raise NotFound(
                f"{self.title} is not offered in {language!r}; choose one of {', '.join(self.entry)}."
            )
