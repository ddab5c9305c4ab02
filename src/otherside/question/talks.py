"""What is asked without a problem to solve: a review, a walkthrough, the facts of an opening."""

from collections.abc import Mapping
from dataclasses import dataclass

from otherside.kernel.errors import NotFound
from otherside.question.change import Change
from otherside.question.problem import Hint, Question
from otherside.run.tests import Test


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """What every package says of itself. `hash` covers every file of it but its proof."""

    id: str
    uuid: str
    version: str
    hash: str
    title: str
    summary: str
    kind: str
    tags: tuple[str, ...]
    licence: str
    credits: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Envelope):
    """A colleague's change, read together. `mended` lies over `change.after` and passes every test."""

    levels: tuple[str, ...]
    minutes: int
    statement: str
    change: Change
    mended: Mapping[str, str]
    entry: Mapping[str, str]
    around: Mapping[str, str]  # the files that the change leaves alone
    harness: Mapping[str, str]
    tests: tuple[Test, ...]
    hints: tuple[Hint, ...]
    questions: Mapping[str, tuple[Question, ...]]
    anchors: Mapping[str, Mapping[int, str]]
    guide: str
    proven: Mapping[str, str]

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self.entry)

    def check_language(self, language: str) -> None:
        if language not in self.entry:
            raise NotFound(f"{self.title} is a change in {self.change.language}, not in {language!r}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One step of a walkthrough: how long, what to ask, and what a good answer holds."""

    id: str
    minutes: int
    ask: str
    listen_for: str
    follow_ups: Mapping[str, tuple[Question, ...]]
    signal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Walkthrough(Envelope):
    """The candidate's own work, told in timed steps. `board`: a whiteboard is at hand."""

    levels: tuple[str, ...]
    minutes: int
    statement: str
    board: bool
    prompts: tuple[Prompt, ...]
    anchors: Mapping[str, Mapping[int, str]]
    guide: str

    @property
    def languages(self) -> tuple[str, ...]:
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetFact:
    topic: str
    ask: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactSheet(Envelope):
    """What candidates ask about an opening, with answers to start from. [Brackets] are to be filled in."""

    facts: tuple[SheetFact, ...]

    @property
    def levels(self) -> tuple[str, ...]:
        return ()

    @property
    def languages(self) -> tuple[str, ...]:
        return ()

    @property
    def text(self) -> str:
        """The sheet as the starting text of an opening: a line for each fact."""
        return "\n".join(f"{fact.ask} {' '.join(fact.answer.split())}" for fact in self.facts) + "\n"
