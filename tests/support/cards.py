"""Scorecards for tests: fields of a card, and cards that are in."""

from datetime import UTC, datetime

from otherside.accounts.models import User
from otherside.interview.models import Interview
from otherside.rubric.signals import SIGNAL_IDS
from otherside.scorecard import actions
from otherside.scorecard.models import Scorecard

AT = datetime(2026, 6, 10, 16, 0, tzinfo=UTC)
MET = dict.fromkeys(SIGNAL_IDS, 4)


def fields(
    ratings: dict[str, int] | None = None,
    *,
    recommendation: str = "yes",
    why: str = "Did it calmly.",
    **others: str,
) -> dict[str, str]:
    """The fields of a card that may go in: these ratings, each with a moment and words."""
    given = MET if ratings is None else ratings
    values = {f"value-{signal}": str(value) for signal, value in given.items()}
    values |= {f"words-{signal}": f"Said “{signal} matters here”." for signal in given}
    values |= {f"moments-{signal}": "12:04 said why" for signal in given}
    return {**values, "recommendation": recommendation, "why": why, **others}


def draft(interview: Interview, author: User, values: dict[str, str] | None = None) -> Scorecard:
    """A draft of `author`, as their page has it after saving."""
    card = actions.open_card(interview.pk, author, at=AT)
    return actions.save_draft(
        interview.pk, author, fields() if values is None else values, version=card.version, at=AT
    ).card


def card_in(interview: Interview, author: User, values: dict[str, str] | None = None) -> Scorecard:
    """A card of `author` that is in; the interview must have ended."""
    card = draft(interview, author, values)
    return actions.submit(interview.pk, author, version=card.version, at=AT)
