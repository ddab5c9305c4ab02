"""The kinds a round can be of, and the rounds that an opening of a level starts with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundKind:
    """One kind of hour. `offered` is whether it can be held today; plan has the segments of it."""

    id: str
    title: str
    what: str
    offered: bool


KINDS: tuple[RoundKind, ...] = (
    RoundKind(
        id="coding",
        title="Coding",
        what="One problem in fifteen to twenty minutes, then a second half that follows from it.",
        offered=True,
    ),
    RoundKind(
        id="project",
        title="Project",
        what="The candidate explains a project of their own, with timed questions.",
        offered=True,
    ),
    RoundKind(
        id="design", title="Design", what="A system from scratch, on a canvas that runs.", offered=False
    ),
    RoundKind(id="incident", title="Incident", what="A real fault in a small live system.", offered=False),
)

FIRST_ROUNDS: dict[str, tuple[tuple[str, str, int], ...]] = {
    "junior": (("First coding", "coding", 60), ("Your project", "project", 60)),
    "mid-senior": (
        ("First coding", "coding", 60),
        ("Second coding", "coding", 60),
        ("Your project", "project", 60),
    ),
    "senior": (
        ("First coding", "coding", 60),
        ("Your project", "project", 60),
        ("Second coding", "coding", 60),
    ),
}


def title_of(kind: str) -> str:
    """What people call the kind; its id where it is unknown, so that old rows still show."""
    return next((each.title for each in KINDS if each.id == kind), kind)
