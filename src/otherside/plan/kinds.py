"""The kinds of rounds, and which of them can be held today."""

from dataclasses import dataclass

from otherside.kernel.errors import Invalid


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundKind:
    """`missing` says what a round of this kind would need and is not there; empty where it is offered."""

    id: str
    title: str
    about: str
    missing: str = ""

    @property
    def offered(self) -> bool:
        return not self.missing


ROUND_KINDS: tuple[RoundKind, ...] = (
    RoundKind(id="coding", title="Coding", about="One problem in code, then a second half from how it went."),
    RoundKind(
        id="project",
        title="Project",
        about="A project from the résumé, explained and questioned, then a problem in code.",
    ),
    RoundKind(
        id="design",
        title="System design",
        about="A system from scratch, or a broken one repaired under load.",
        missing="It needs the architecture lab, which this version does not have yet. Take a project round.",
    ),
    RoundKind(
        id="incident",
        title="Live incident",
        about="A small real system with a real fault, found at the terminal.",
        missing="It needs the incident lab, which this version does not have yet. Take a coding round.",
    ),
)


def round_kind(kind_id: str) -> RoundKind:
    """The kind with this id, where it can be held. Raises Invalid, which says why it cannot."""
    for kind in ROUND_KINDS:
        if kind.id == kind_id:
            if not kind.offered:
                raise Invalid(f"A round of kind {kind.title.lower()} cannot be planned. {kind.missing}")
            return kind
    offered = ", ".join(kind.id for kind in ROUND_KINDS if kind.offered)
    raise Invalid(f"There is no round of kind {kind_id!r}; rounds that can be held are {offered}.")
