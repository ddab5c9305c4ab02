"""A small company with a day in it: for pages that need more than one hour. Rows only."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from otherside.accounts.models import User
from otherside.hiring.models import Application, Opening, Round
from otherside.interview.models import Interview, Member, PanelMember
from otherside.interview.state import State
from tests.support import cast


@dataclass(frozen=True)
class Company:
    """Alice and Bob interview, Rosa recruits and Priya decides for `opening`, whose candidates are of every kind."""

    opening: Opening
    rounds: list[Round]
    applications: dict[str, Application]
    interviews: dict[str, Interview]


def hour(
    application: Application,
    of: Round,
    panel: list[User],
    starts_at: datetime | None,
    state: State,
    **fields: object,
) -> Interview:
    row = Interview.objects.create(
        application=application,
        round=of,
        state=state.value,
        starts_at=starts_at,
        created_at=cast.NOW,
        **fields,
    )
    for number, user in enumerate(panel, start=1):
        PanelMember.objects.create(interview=row, user=user, is_lead=number == 1)
        Member.objects.create(interview=row, number=number, user=user, name=user.name)
    Member.objects.create(
        interview=row, number=len(panel) + 1, is_candidate=True, name=application.candidate.name
    )
    return row


def company(alice: User, bob: User, rosa: User, priya: User, *, now: datetime) -> Company:
    """Dated around `now`: a card overdue, all cards in, going on, late, soon, later, planned without a time."""
    opening = cast.opening(
        hiring_manager=priya, recruiter=rosa, created_at=now - timedelta(days=34),
        facts="Team of six in two time zones. Python and PostgreSQL. On call one week in six, paid.",
    )  # fmt: skip
    rounds = [
        Round.objects.create(opening=opening, ordinal=n, name=name, kind=kind)
        for n, (name, kind) in enumerate(
            (("First coding", "coding"), ("Your project", "project"), ("Second coding", "coding")), start=1
        )
    ]
    stages = {
        "Farid Haddad": "interviewing", "Wanjiru Kamau": "deciding", "Luca Brandt": "interviewing",
        "Dana Okonjo": "interviewing", "Sofia Petrov": "interviewing", "Henrik Vale": "interviewing",
        "Amara Nwosu": "interviewing", "Elif Demir": "new", "Peter Slade": "closed",
    }  # fmt: skip
    applications = {}
    for number, (name, stage) in enumerate(stages.items()):
        address = f"{name.split(' ')[0].lower()}@example.net"
        who = cast.candidate(name=name, email=address, email_normal=address, created_at=now)
        since = now - timedelta(days=number + 1)
        closing = "withdrew" if stage == "closed" else ""
        applications[name] = cast.application(
            who, opening, stage=stage, stage_since=since, created_at=since, closing=closing
        )
    hours = _hours(applications, rounds, alice, bob, now)
    return Company(opening, rounds, applications, hours)


def _hours(
    applications: dict[str, Application], rounds: list[Round], alice: User, bob: User, now: datetime
) -> dict[str, Interview]:
    def ago(minutes: int) -> datetime:
        return now - timedelta(minutes=minutes)

    first, second, third = rounds
    done = {"began_at": ago(250), "ended_at": ago(190)}
    hours = {
        "overdue": hour(applications["Farid Haddad"], first, [alice], ago(250), State.ENDED, **done),
        "decided": hour(applications["Wanjiru Kamau"], first, [bob, alice], ago(240), State.ENDED, **done),
        "late": hour(applications["Luca Brandt"], first, [bob], ago(12), State.SCHEDULED),
        "running": hour(
            applications["Dana Okonjo"], first, [alice, bob], ago(12), State.GOING_ON, began_at=ago(11)
        ),
        "soon": hour(applications["Sofia Petrov"], first, [alice], ago(-18), State.SCHEDULED),
        "later": hour(applications["Henrik Vale"], second, [alice, bob], ago(-60 * 30), State.SCHEDULED),
        "timeless": hour(applications["Amara Nwosu"], third, [bob], None, State.PLANNED),
    }
    PanelMember.objects.filter(interview=hours["decided"]).update(card_in_at=ago(60))
    return hours
