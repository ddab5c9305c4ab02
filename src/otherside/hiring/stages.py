"""The stages an application goes through, in order, and which may follow which."""

from enum import StrEnum

from otherside.kernel.errors import Conflict


class Stage(StrEnum):
    NEW = "new"
    INTERVIEWING = "interviewing"
    DECIDING = "deciding"
    OFFER = "offer"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        return self.value.capitalize()


class Closing(StrEnum):
    """Why an application is closed. Not the reason of a decision, which belongs to the decision."""

    HIRED = "hired"
    DECLINED = "declined"
    WITHDREW = "withdrew"
    FILLED = "filled"

    @property
    def label(self) -> str:
        return {
            Closing.HIRED: "Hired",
            Closing.DECLINED: "We declined",
            Closing.WITHDREW: "Candidate withdrew",
            Closing.FILLED: "Opening was filled",
        }[self]


FOLLOWS: dict[Stage, frozenset[Stage]] = {
    Stage.NEW: frozenset({Stage.INTERVIEWING, Stage.CLOSED}),
    Stage.INTERVIEWING: frozenset({Stage.DECIDING, Stage.CLOSED}),
    Stage.DECIDING: frozenset({Stage.INTERVIEWING, Stage.OFFER, Stage.CLOSED}),
    Stage.OFFER: frozenset({Stage.DECIDING, Stage.CLOSED}),
    Stage.CLOSED: frozenset({Stage.NEW, Stage.INTERVIEWING, Stage.DECIDING}),
}

# What the button says that moves an application on; closing has a form of its own.
VERBS: dict[Stage, str] = {
    Stage.NEW: "Back to new",
    Stage.INTERVIEWING: "Start interviewing",
    Stage.DECIDING: "Go to the decision",
    Stage.OFFER: "Make an offer",
    Stage.CLOSED: "Close",
}


def move(now: Stage, then: Stage) -> Stage:
    """`then`, where it may follow `now`. Raises Conflict, which names both, where it may not."""
    if then not in FOLLOWS[now]:
        raise Conflict(
            f"This application is in the stage {now.label.lower()}; "
            f"it cannot go to {then.label.lower()} from there."
        )
    return then
