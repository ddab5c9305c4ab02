"""The bank as a list that can be narrowed down."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from otherside.question.bank import Package


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

    def fits(self, package: Package) -> bool:
        return (
            self.level in {"", *package.levels}
            and self.kind in {"", package.kind}
            and self.language in {"", *package.languages}
            and self.tag in {"", *package.tags}
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What there is to choose from, from the packages of the bank."""

    level: tuple[str, ...]
    kind: tuple[str, ...]
    language: tuple[str, ...]
    tag: tuple[str, ...]


def choices(packages: Iterable[Package]) -> Choices:
    """Kinds, tags and languages in alphabetical order; levels from the first to the most experienced."""
    found: dict[str, set[str]] = {field.name: set() for field in fields(Choices)}
    for package in packages:
        found["level"].update(package.levels)
        found["kind"].add(package.kind)
        found["language"].update(package.languages)
        found["tag"].update(package.tags)
    order = ("junior", "mid-senior", "senior")
    return Choices(
        level=tuple(level for level in order if level in found["level"]),
        kind=tuple(sorted(found["kind"])),
        language=tuple(sorted(found["language"])),
        tag=tuple(sorted(found["tag"])),
    )


def narrowed(packages: Iterable[Package], wish: Wish) -> tuple[Package, ...]:
    """Those that fit, by title."""
    return tuple(sorted((p for p in packages if wish.fits(p)), key=lambda p: p.title.lower()))
