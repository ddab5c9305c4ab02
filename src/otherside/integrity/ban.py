"""What may become of a ban: proposed, confirmed by somebody else, appealed, decided by somebody uninvolved.

A ban is never for ever: it ends at the date at which it is looked at again, unless two people make a new one.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from otherside.integrity.limits import BAN_DAYS_MAX
from otherside.kernel.errors import Conflict, Invalid


class BanStage(StrEnum):
    PROPOSED = "proposed"
    IN_FORCE = "in-force"
    WITHDRAWN = "withdrawn"  # before it was confirmed
    LIFTED = "lifted"  # upon an appeal

    @property
    def label(self) -> str:
        return self.value.replace("-", " ").capitalize()


@dataclass(frozen=True, slots=True, kw_only=True)
class BanState:
    """A ban as the rules see it. `involved`: whoever opened or closed the case or sat on its panel."""

    stage: BanStage
    proposed_by: int
    confirmed_by: int | None
    review_on: date
    involved: frozenset[int] = frozenset()
    appealed_at: datetime | None = None
    appeal_decided_at: datetime | None = None

    @property
    def appeal_waits(self) -> bool:
        return self.appealed_at is not None and self.appeal_decided_at is None


def check_proposal(reason: str, evidence: Collection[int], review_on: date, today: date) -> None:
    """A ban wants a reason, evidence from the log, and a date within a year. Raises Invalid."""
    if not reason.strip():
        raise Invalid("A ban wants a reason in words: what was done, and why a talk was not enough.")
    if not evidence:
        raise Invalid("A ban wants evidence: choose at least one fact of the case.")
    latest = today + timedelta(days=int(BAN_DAYS_MAX))
    if not today < review_on <= latest:
        raise Invalid(
            f"The date of review is {review_on:%Y-%m-%d}; choose one after today and until {latest:%Y-%m-%d}."
        )


def confirm(ban: BanState, person: int) -> None:
    """A second person, who did not propose it. Raises Conflict."""
    if ban.stage is not BanStage.PROPOSED:
        raise Conflict(f"This ban is {ban.stage.label.lower()}; only a proposed one can be confirmed.")
    if person == ban.proposed_by:
        raise Conflict("You proposed this ban. A second person has to confirm it.")


def withdraw(ban: BanState) -> None:
    if ban.stage is not BanStage.PROPOSED:
        raise Conflict(f"This ban is {ban.stage.label.lower()}; only a proposed one can be withdrawn.")


def appeal(ban: BanState, text: str, today: date) -> None:
    """The candidate's own, without an account; once for each ban. Raises Conflict and Invalid."""
    if not in_force(ban, today):
        raise Conflict("There is no ban in force to appeal against.")
    if ban.appeal_waits:
        raise Conflict("Your appeal has been received and waits for its decision; nothing more is needed.")
    if ban.appeal_decided_at is not None:
        raise Conflict("Your appeal was decided; the reason stands above. Write to the recruiter instead.")
    if not text.strip():
        raise Invalid("Write what should be looked at again, in your own words.")


def may_decide(ban: BanState, person: int) -> bool:
    """Whether `person` had no part in it."""
    return person not in {ban.proposed_by, ban.confirmed_by, *ban.involved}


def decide_appeal(ban: BanState, person: int, reason: str) -> None:
    """Somebody uninvolved, with a reason that the candidate reads. Raises Conflict and Invalid."""
    if not ban.appeal_waits:
        raise Conflict("There is no appeal that waits for a decision.")
    if not may_decide(ban, person):
        raise Conflict(
            "You had a part in this case: you opened, closed, proposed, confirmed or sat on the panel. "
            "Somebody else decides."
        )
    if not reason.strip():
        raise Invalid("Say why, in words that the candidate will read.")


def in_force(ban: BanState, today: date) -> bool:
    """Whether it stands on `today`; at its date of review it ends."""
    return ban.stage is BanStage.IN_FORCE and today < ban.review_on
