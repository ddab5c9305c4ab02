"""A large company for measuring: 200 openings, 20,000 candidates, 60,000 interviews, logs for 200 of them."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from typing import TypeVar

from django.conf import settings
from django.core.management import call_command
from django.db import connection, models, transaction

from otherside.accounts.models import User
from otherside.demo.build import record_story
from otherside.demo.cards import CARDS, card_fields
from otherside.hiring.models import Application, Candidate, Opening, Round
from otherside.hiring.stages import Stage
from otherside.interview.models import Interview, Member, PanelMember
from otherside.interview.state import State
from otherside.kernel.clock import utc_now
from otherside.process.connect import log_store
from otherside.rubric.edge import load_rubric
from otherside.scorecard.models import Scorecard

PEOPLE, OPENINGS, CANDIDATES, LOGS = 300, 200, 20_000, 200
APPLICATIONS = 30_000  # two interviews each
BATCH = 2_000
LEVELS = ("junior", "mid-senior", "senior")
FIRST = (
    "Ada",
    "Bo",
    "Chi",
    "Dana",
    "Elif",
    "Farid",
    "Gita",
    "Henrik",
    "Inga",
    "Jun",
    "Kofi",
    "Lena",
    "Mira",
    "Noor",
)
LAST = (
    "Adler",
    "Brandt",
    "Chen",
    "Diaz",
    "Eek",
    "Fofana",
    "Garcia",
    "Haddad",
    "Ito",
    "Jansen",
    "Kamau",
    "Lund",
)

Row = TypeVar("Row", bound=models.Model)


def build_large() -> None:
    """Fills the demo's folder, saying how far it is. The same rows for the same day."""
    say(f"tables in {settings.CONFIGURATION.data_dir}")
    for path in Path(settings.CONFIGURATION.data_dir).glob("*.sqlite3*"):
        path.unlink()
    call_command("migrate", verbosity=0, interactive=False)
    at = utc_now()
    random = Random(7)
    with transaction.atomic():
        people = _people()
        openings, rounds = _openings(people, at)
        applications = _applications(openings, at, random)
        interviews = _interviews(applications, rounds, at, random)
        panels = _panels(interviews, people, random)
        _cards(interviews, panels)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # what `serve` sees to on a database in use
    store = log_store(settings.CONFIGURATION)
    ended = [row for row in interviews if row.state == State.ENDED][:LOGS]
    for done, row in enumerate(ended, start=1):
        record_story(store, row, seed=done)
        if done % 50 == 0:
            say(f"{done} of {LOGS} logs")
    store.close()


def say(text: str) -> None:
    print(f"· {text}", flush=True)  # noqa: T201 - the command's progress


def _batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while batch := list(islice(rows, BATCH)):
        yield batch


def _create(model: type[Row], rows: Iterator[Row], what: str) -> list[Row]:
    made: list[Row] = []
    for batch in _batches(rows):
        made += model._default_manager.bulk_create(batch)  # noqa: SLF001 - Django's own name for it
    say(f"{len(made):,} {what}")
    return made


def _people() -> list[User]:
    rows = (
        User(
            email=f"person{n}@example.org",
            name=f"{FIRST[n % len(FIRST)]} {LAST[n % len(LAST)]} {n}",
            is_interviewer=True,
            is_recruiter=n % 12 == 0,
            is_hiring_manager=n % 6 == 1,
            is_administrator=n == 2,
            password="!",  # noqa: S106 - nobody signs in with it
        )
        for n in range(PEOPLE)
    )
    return _create(User, rows, "people")


def _openings(people: list[User], at: datetime) -> tuple[list[Opening], dict[int, list[Round]]]:
    managers = [person for person in people if person.is_hiring_manager]
    recruiters = [person for person in people if person.is_recruiter]
    rows = (
        Opening(
            title=f"Backend engineer {n}",
            team=f"Team {n % 25}",
            level=LEVELS[n % 3],
            hiring_manager=managers[n % len(managers)],
            recruiter=recruiters[n % len(recruiters)],
            is_open=n % 4 != 0,
            created_at=at - timedelta(days=n),
        )
        for n in range(OPENINGS)
    )
    openings = _create(Opening, rows, "openings")
    planned = (
        Round(opening=opening, ordinal=ordinal, name=name, kind=kind, minutes=60)
        for opening in openings
        for ordinal, (name, kind) in enumerate(
            [("Coding", "coding"), ("Current project", "project")], start=1
        )
    )
    rounds: dict[int, list[Round]] = {}
    for row in _create(Round, planned, "rounds"):
        rounds.setdefault(row.opening_id, []).append(row)
    return openings, rounds


def _applications(openings: list[Opening], at: datetime, random: Random) -> list[Application]:
    people = (
        Candidate(
            name=f"{FIRST[n % len(FIRST)]} {LAST[n // 7 % len(LAST)]} {n}",
            email=f"c{n}@example.net",
            email_normal=f"c{n}@example.net",
            phone=f"+3161{n:07d}",
            phone_normal=f"3161{n:07d}",
            created_at=at - timedelta(minutes=20 * n),
        )
        for n in range(CANDIDATES)
    )
    candidates = _create(Candidate, people, "candidates")
    stages = [stage.value for stage in Stage if stage is not Stage.CLOSED]
    rows = (
        Application(
            candidate=candidates[n % CANDIDATES],
            opening=openings[(n * 7 + n // CANDIDATES) % OPENINGS],
            stage=random.choice(stages),
            stage_since=at - timedelta(days=n % 60),
            created_at=at - timedelta(days=n % 400),
        )
        for n in range(APPLICATIONS)
    )
    return _create(Application, rows, "applications")


def _interviews(
    applications: list[Application], rounds: dict[int, list[Round]], at: datetime, random: Random
) -> list[Interview]:
    def rows() -> Iterator[Interview]:
        for application in applications:
            for number, of_round in enumerate(rounds[application.opening_id]):
                ended = number == 0 or application.pk % 10 != 0
                days = random.randint(1, 700) if ended else -random.randint(0, 30)
                starts_at = at - timedelta(days=days, minutes=random.randint(0, 600))
                yield Interview(
                    application=application,
                    round=of_round,
                    state=(State.ENDED if ended else State.SCHEDULED).value,
                    starts_at=starts_at,
                    opened_at=starts_at if ended else None,
                    began_at=starts_at if ended else None,
                    ended_at=starts_at + timedelta(hours=1) if ended else None,
                    created_at=starts_at - timedelta(days=3),
                )

    return _create(Interview, rows(), "interviews")


def _panels(interviews: list[Interview], people: list[User], random: Random) -> dict[int, list[User]]:
    panels = {row.pk: random.sample(people, 2) for row in interviews}
    seats = (
        PanelMember(
            interview=row,
            user=person,
            is_lead=number == 0,
            card_in_at=row.ended_at if row.ended_at is not None and row.pk % 10 else None,
        )
        for row in interviews
        for number, person in enumerate(panels[row.pk])
    )
    _create(PanelMember, seats, "seats on panels")
    members = (
        Member(
            interview=row, number=number, user=person, is_candidate=person is None, name=f"member {number}"
        )
        for row in interviews
        for number, person in enumerate([*panels[row.pk], None], start=1)
    )
    _create(Member, members, "member numbers")
    return panels


def _cards(interviews: list[Interview], panels: dict[int, list[User]]) -> None:
    rubric = load_rubric()
    fields = [card_fields(judged, {"recommendation": what, "why": why}) for _, judged, what, why in CARDS]
    rows = (
        Scorecard(
            interview=row,
            author=person,
            level="mid-senior",
            rubric_version=rubric.version,
            fields=fields[(row.pk + number) % len(fields)],
            version=1,
            created_at=row.ended_at,
            changed_at=row.ended_at,
            submitted_at=row.ended_at,
        )
        for row in interviews
        if row.ended_at is not None and row.pk % 10
        for number, person in enumerate(panels[row.pk])
    )
    _create(Scorecard, rows, "scorecards")
