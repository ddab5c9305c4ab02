"""What may become of a case: opened, answered by the candidate, closed; never decided by a machine."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from otherside.integrity.limits import COMMENT_DAYS
from otherside.kernel.errors import Conflict, Invalid


class Outcome(StrEnum):
    """How a case ends."""

    NOTHING = "nothing"  # explained, or nothing to it
    TALKED = "talked"  # unusual, talked about, no consequence
    CHEATED = "cheated"  # a person is convinced, and says why

    @property
    def label(self) -> str:
        return {
            Outcome.NOTHING: "Nothing to it",
            Outcome.TALKED: "Talked about, no consequence",
            Outcome.CHEATED: "The work was not their own",
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseState:
    """A case as the rules see it."""

    opened_at: datetime
    opened_by: int
    commented_at: datetime | None = None
    closed_at: datetime | None = None
    outcome: Outcome | None = None


def may_close_at(case: CaseState) -> datetime:
    """When it may be closed at the earliest: once the candidate has commented, or had the days for it."""
    if case.commented_at is not None:
        return case.commented_at
    return case.opened_at + timedelta(days=int(COMMENT_DAYS))


def check_close(case: CaseState, reason: str, at: datetime) -> None:
    """Refuses with Conflict or Invalid what may not be; says nothing where it may."""
    if case.closed_at is not None:
        raise Conflict(f"This case was closed already: {case.outcome.label if case.outcome else ''}.")
    if not reason.strip():
        raise Invalid("Closing a case wants a reason: what was weighed, and what the candidate said to it.")
    earliest = may_close_at(case)
    if at < earliest:
        raise Conflict(
            f"The candidate has not commented yet. They have until {earliest:%Y-%m-%d %H:%M} UTC; "
            "a case may be closed before that only once they have."
        )
