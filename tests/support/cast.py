"""Plain factory functions with keyword overrides. Rows only: rules are tested without them."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from django.test import Client

from otherside.accounts.models import User
from otherside.hiring.models import Application, Candidate, Opening, Round
from otherside.interview.models import Interview, Member, PanelMember
from otherside.interview.state import State

__all__ = ["ClientFor", "Interview", "User", "application", "candidate", "interview", "opening", "person"]

ClientFor = Callable[[User], Client]

NOW = datetime(2026, 6, 10, 14, 0, tzinfo=UTC)


def person(name: str, **fields: object) -> User:
    """Somebody of the company; the e-mail address comes from the first name."""
    fields.setdefault("email", f"{name.split(' ', maxsplit=1)[0].lower()}@example.org")
    return User.objects.create(name=name, **fields)


def opening(*, hiring_manager: User, recruiter: User, **fields: object) -> Opening:
    values = {"title": "Senior backend engineer", "team": "Payments", "level": "senior", "created_at": NOW}
    return Opening.objects.create(hiring_manager=hiring_manager, recruiter=recruiter, **{**values, **fields})


def candidate(**fields: object) -> Candidate:
    values = {
        "name": "Dana Okonjo",
        "email": "dana@example.net",
        "email_normal": "dana@example.net",
        "created_at": NOW,
    }
    return Candidate.objects.create(**{**values, **fields})


def application(of: Candidate, at: Opening, **fields: object) -> Application:
    values = {"stage": "interviewing", "stage_since": NOW, "created_at": NOW}
    return Application.objects.create(candidate=of, opening=at, **{**values, **fields})


def interview(
    *,
    panel: Sequence[User],
    hiring_manager: User,
    recruiter: User,
    state: State = State.SCHEDULED,
    **fields: object,
) -> Interview:
    """An interview of Dana with its own opening, round one, the panel's and Dana's member numbers (lead is 1, Dana last)."""
    job = opening(hiring_manager=hiring_manager, recruiter=recruiter)
    first = Round.objects.create(opening=job, ordinal=1, name="Coding", kind="coding")
    dana = candidate()
    values = {"starts_at": NOW + timedelta(hours=1), "created_at": NOW}
    row = Interview.objects.create(
        application=application(dana, job), round=first, state=state.value, **{**values, **fields}
    )
    for number, user in enumerate(panel, start=1):
        PanelMember.objects.create(interview=row, user=user, is_lead=number == 1)
        Member.objects.create(interview=row, number=number, user=user, name=user.name)
    Member.objects.create(interview=row, number=len(panel) + 1, is_candidate=True, name=dana.name)
    return row
