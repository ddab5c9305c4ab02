"""The kinds a round can be of, and the rounds that an opening of a level starts with."""

from dataclasses import dataclass

from otherside.kernel.errors import Invalid


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundKind:
    """One kind of hour; plan has the segments of it.

    `missing` says what it would need and is not there; empty where it can be held today.
    """

    id: str
    title: str
    what: str
    missing: str = ""

    @property
    def offered(self) -> bool:
        return not self.missing


KINDS: tuple[RoundKind, ...] = (
    RoundKind(
        id="coding",
        title="Coding",
        what="One problem in fifteen to twenty minutes, then a second half that follows from it.",
    ),
    RoundKind(
        id="project",
        title="Project",
        what="The candidate explains a project of their own, with timed questions.",
    ),
    RoundKind(
        id="design",
        title="Design",
        what="A system from scratch, on a canvas that runs.",
        missing="It needs the architecture lab, which this version does not have yet. Take a project round.",
    ),
    RoundKind(
        id="incident",
        title="Incident",
        what="A real fault in a small live system.",
        missing="It needs the incident lab, which this version does not have yet. Take a coding round.",
    ),
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


def round_kind(kind_id: str) -> RoundKind:
    """The kind with this id, where it can be held. Raises Invalid, which says why it cannot."""
    for kind in KINDS:
        if kind.id == kind_id:
            if not kind.offered:
                raise Invalid(f"A round of kind {kind.title.lower()} cannot be planned. {kind.missing}")
            return kind
    offered = ", ".join(kind.id for kind in KINDS if kind.offered)
    raise Invalid(f"There is no round of kind {kind_id!r}; rounds that can be held are {offered}.")


def title_of(kind: str) -> str:
    """What people call the kind; its id where it is unknown, so that old rows still show."""
    return next((each.title for each in KINDS if each.id == kind), kind)
