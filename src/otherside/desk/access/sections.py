"""What other apps say of an application, each for this reader; None where they have nothing to say."""

from datetime import datetime
from typing import Any

from otherside.accounts.models import User
from otherside.accounts.standing import Standing
from otherside.hiring.models import Application
from otherside.interview.matrix import may_read


def resume_section(application: Application, user: User, held: frozenset[Standing]) -> Any:
    del application, user
    if not may_read("resume", held):
        return None
    return None


def cards_section(application: Application, user: User) -> Any:
    from otherside.scorecard.access import cards_of, may_read_others

    if not may_read_others(application, user):
        return None
    return cards_of(application, user)


def decision_section(application: Application, user: User, held: frozenset[Standing]) -> Any:
    del application, user, held
    return None


def take_resume(application: Application, file: Any, user: User, *, at: datetime) -> None:
    """Hands an uploaded document to resume. Raises what it raises."""
    del application, file, user, at
