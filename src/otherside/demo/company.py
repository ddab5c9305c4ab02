"""The demo company: people, openings, applications, interviews; dated so that it is always today."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from otherside.accounts.models import User
from otherside.hiring.models import Application, Candidate, Opening, Round
from otherside.hiring.stages import Closing, Stage
from otherside.interview.models import Interview, Member, PanelMember
from otherside.interview.state import State
from otherside.schedule.actions import announce

CALL = "https://meet.example.org/otherside-demo"


@dataclass(frozen=True, slots=True)
class Company:
    """What the rest of the demo is built on."""

    people: dict[str, User]
    live: Interview  # Dana's first round, waiting in its lobby
    finished: Interview  # Henrik's, with its three cards
    due: Interview  # Farid's, whose card Alice owes
    applications: dict[str, Application]


PEOPLE: dict[str, tuple[str, dict[str, object]]] = {
    "alice": ("Alice Lindqvist", {"is_interviewer": True, "is_hiring_manager": True}),
    "bob": ("Bob Marchetti", {"is_interviewer": True}),
    "mei": ("Mei-Lin Chao", {"is_interviewer": True}),
    "tomasz": ("Tomasz Wrona", {"is_interviewer": True}),
    "priya": ("Priya Raman", {"is_hiring_manager": True}),
    "rosa": ("Rosa Keller", {"is_recruiter": True}),
    "ada": ("Ada Quist", {"is_administrator": True}),
}

FACTS = """Team: six engineers and a designer; payments for about 40,000 shops.
Stack: Python and Go, PostgreSQL, Kafka; one repository.
On call: one week in six, paid; about two pages a week.
Pay: band on the opening's page; the recruiter talks about it in the first call.
Where: Utrecht or remote within four hours of it.
"""


def build(at: datetime) -> Company:
    """Rows of the whole company. `at` is now; everything else is before or after it."""
    people = {
        key: User.objects.create_user(f"{key}@example.org", name, None, **roles)
        for key, (name, roles) in PEOPLE.items()
    }
    openings = _openings(people, at)
    applications = _applications(openings, at)
    rounds = {
        key: list(Round.objects.filter(opening=row).order_by("ordinal")) for key, row in openings.items()
    }
    alice, bob, mei, tomasz = (people[key] for key in ("alice", "bob", "mei", "tomasz"))
    hour = at.replace(minute=0, second=0, microsecond=0)
    finished = interview(
        applications["henrik"],
        rounds["platform"][0],
        [bob, mei, tomasz],
        hour - timedelta(hours=20),
        State.ENDED,
    )
    due = interview(
        applications["farid"], rounds["payments"][0], [alice, bob], hour - timedelta(hours=3), State.ENDED
    )
    live = interview(applications["dana"], rounds["payments"][0], [alice, bob], hour, State.SCHEDULED)
    sofia = interview(
        applications["sofia"],
        rounds["payments"][0],
        [alice, tomasz],
        hour + timedelta(hours=4),
        State.SCHEDULED,
    )
    wanjiru = interview(
        applications["wanjiru"],
        rounds["payments"][0],
        [mei, alice],
        hour + timedelta(days=1),
        State.SCHEDULED,
    )
    for row in (finished, due, live, sofia, wanjiru):
        announce(row, row.created_at)
    sofia.starts_at = hour + timedelta(hours=2)
    sofia.save(update_fields=["starts_at"])
    announce(sofia, at - timedelta(hours=5))  # moved: calendars move it too
    return Company(people, live, finished, due, applications)


def _openings(people: dict[str, User], at: datetime) -> dict[str, Opening]:
    rosa = people["rosa"]
    made = {
        "payments": Opening.objects.create(
            title="Senior backend engineer", team="Payments", level="senior", hiring_manager=people["priya"],
            recruiter=rosa, facts=FACTS, created_at=at - timedelta(days=34),
        ),
        "platform": Opening.objects.create(
            title="Backend engineer", team="Platform", level="mid-senior", hiring_manager=people["alice"],
            recruiter=rosa, facts=FACTS, created_at=at - timedelta(days=21),
        ),
        "data": Opening.objects.create(
            title="Junior backend engineer", team="Data", level="junior", hiring_manager=people["priya"],
            recruiter=rosa, facts=FACTS, created_at=at - timedelta(days=6),
        ),
    }  # fmt: skip
    for opening in made.values():
        for ordinal, (name, kind) in enumerate(
            [("Coding", "coding"), ("Current project", "project")], start=1
        ):
            Round.objects.create(opening=opening, ordinal=ordinal, name=name, kind=kind, minutes=60)
    return made


APPLICANTS: tuple[tuple[str, str, str, Stage, int], ...] = (
    # key, name, opening, stage, days in it
    ("dana", "Dana Okonjo", "payments", Stage.INTERVIEWING, 13),
    ("farid", "Farid Haddad", "payments", Stage.INTERVIEWING, 11),
    ("sofia", "Sofia Petrov", "payments", Stage.INTERVIEWING, 9),
    ("wanjiru", "Wanjiru Kamau", "payments", Stage.INTERVIEWING, 16),
    ("amara", "Amara Nwosu", "payments", Stage.NEW, 2),
    ("peter", "Peter Slade", "payments", Stage.CLOSED, 20),
    ("henrik", "Henrik Vale", "platform", Stage.DECIDING, 1),
    ("elif", "Elif Demir", "platform", Stage.NEW, 1),
    ("luca", "Luca Brandt", "data", Stage.NEW, 3),
    ("noor", "Noor Aziz", "data", Stage.NEW, 1),
)


def _applications(openings: dict[str, Opening], at: datetime) -> dict[str, Application]:
    made = {}
    for key, name, opening, stage, days in APPLICANTS:
        since = at - timedelta(days=days)
        email = f"{key}@example.net"
        person = Candidate.objects.create(
            name=name, email=email, email_normal=email, time_zone="Europe/Amsterdam", created_at=since
        )
        made[key] = Application.objects.create(
            candidate=person,
            opening=openings[opening],
            stage=stage.value,
            stage_since=since,
            closing=next(iter(Closing)).value if stage is Stage.CLOSED else "",
            created_at=since,
        )
    return made


def interview(
    application: Application, of_round: Round, panel: list[User], starts_at: datetime, state: State
) -> Interview:
    """An interview with its panel (the first leads) and member numbers; a past one has its times."""
    ended = state is State.ENDED
    row = Interview.objects.create(
        application=application,
        round=of_round,
        state=state.value,
        starts_at=starts_at,
        minutes=of_round.minutes,
        call_url=CALL,
        opened_at=starts_at - timedelta(minutes=6) if ended else None,
        began_at=starts_at if ended else None,
        ended_at=starts_at + timedelta(minutes=of_round.minutes) if ended else None,
        created_at=starts_at - timedelta(days=3),
    )
    for number, person in enumerate(panel, start=1):
        PanelMember.objects.create(interview=row, user=person, is_lead=number == 1)
        Member.objects.create(interview=row, number=number, user=person, name=person.name)
    name = application.candidate.name
    Member.objects.create(interview=row, number=len(panel) + 1, is_candidate=True, name=name)
    return row
