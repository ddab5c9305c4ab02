"""The bank as a list that can be narrowed down."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from otherside.question.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the reader looks for; an empty word means anything."""

    level: str = ""
    kind: str = ""
    language: str = ""
    tag: str = ""

    @property
    def is_any(self) -> bool:
        return not (self.level or self.kind or self.language or self.tag)

    def fits(self, problem: Problem) -> bool:
        return (
            self.level in {"", *problem.levels}
            and self.kind in {"", problem.kind}
            and self.language in {"", *problem.languages}
            and self.tag in {"", *problem.tags}
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What there is to choose from, from the problems of the bank."""

    level: tuple[str, ...]
    kind: tuple[str, ...]
    language: tuple[str, ...]
    tag: tuple[str, ...]


def choices(problems: Iterable[Problem]) -> Choices:
    """Kinds, tags and languages in alphabetical order; levels from the first to the most experienced."""
    found: dict[str, set[str]] = {field.name: set() for field in fields(Choices)}
    for problem in problems:
        found["level"].update(problem.levels)
        found["kind"].add(problem.kind)
        found["language"].update(problem.languages)
        found["tag"].update(problem.tags)
    order = ("junior", "mid-senior", "senior")
    return Choices(
        level=tuple(level for level in order if level in found["level"]),
        kind=tuple(sorted(found["kind"])),
        language=tuple(sorted(found["language"])),
        tag=tuple(sorted(found["tag"])),
    )


def narrowed(problems: Iterable[Problem], wish: Wish) -> tuple[Problem, ...]:
    """Those that fit, by title."""
    return tuple(sorted((p for p in problems if wish.fits(p)), key=lambda p: p.title.lower()))
