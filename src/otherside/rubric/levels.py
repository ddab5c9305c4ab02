"""The levels an opening can have, from the first to the most experienced."""

from dataclasses import dataclass

from otherside.kernel.errors import Invalid


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level. `lower` is the id of the level that *one level down* means, None at the bottom."""

    id: str
    title: str
    lower: str | None
    expects: str


LEVELS: tuple[Level, ...] = (
    Level(
        id="junior",
        title="Junior",
        lower=None,
        expects="Solves a small problem with some help, in clean working code, and learns within the hour.",
    ),
    Level(
        id="mid-senior",
        title="Mid-senior",
        lower="junior",
        expects="Solves a whole problem with little help, weighs two ways of doing it, and owns the result.",
    ),
    Level(
        id="senior",
        title="Senior",
        lower="mid-senior",
        expects="Clears up what is unknown before building, stands questions on choices, shapes a system.",
    ),
)

LEVEL_IDS: tuple[str, ...] = tuple(level.id for level in LEVELS)


def level_of(level_id: str) -> Level:
    """The level with this id. Raises Invalid, which names the known ones."""
    for level in LEVELS:
        if level.id == level_id:
            return level
    raise Invalid(f"There is no level {level_id!r}; the levels are {', '.join(LEVEL_IDS)}.")


def level_above(level_id: str) -> Level | None:
    """The level for which this one is one level down; None at the top."""
    level_of(level_id)
    return next((level for level in LEVELS if level.lower == level_id), None)
