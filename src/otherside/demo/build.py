"""Builds the demo's data anew: a copy of an empty, migrated database, the company and its logs."""

import hashlib
import json
import shutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import Self

import msgspec
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections, transaction

from otherside.demo.cards import hand_in
from otherside.demo.company import Company, build
from otherside.demo.documents import upload
from otherside.demo.recording import LOBBY_MS, Execute, Recorder, Scene, write_log
from otherside.demo.story import HOUR
from otherside.interview.models import Interview, Member
from otherside.live.access import parts_of
from otherside.log.store import Store
from otherside.plan.actions import make_plan
from otherside.plan.edits import replace_question
from otherside.plan.models import StoredPlan
from otherside.plan.segments import PROBLEM as PROBLEM_SEGMENT
from otherside.plan.segments import Plan, to_rows
from otherside.process.connect import log_store
from otherside.question.edge import load_bank
from otherside.run.edge import execute, open_environment
from otherside.run.job import Job, Outcome

PROBLEM = "rate-limiter"


def build_demo(at: datetime) -> Company:
    """Everything of the demo, dated from `at`; what was in its folder before is gone."""
    _empty_rows()
    store = _empty_log()
    try:
        with (
            _Outcomes(settings.CONFIGURATION.data_dir / "outcomes.json") as outcomes,
            transaction.atomic(),  # one wait for the disk instead of a hundred
        ):
            company = build(at)
            for seed, row in enumerate((company.finished, company.due)):
                _record(store, row, outcomes.execute, seed)
            plan_with_problem(company.live)
            hand_in(company.finished, company.people)
            upload(company, at)
    finally:
        store.close()
    return company


def _empty_rows() -> None:
    """The database as it is after migrating; kept beside, so that only the first start has to migrate."""
    path = Path(connection.settings_dict["NAME"])
    connections.close_all()
    for ending in ("", "-wal", "-shm"):
        Path(f"{path}{ending}").unlink(missing_ok=True)
    template = path.with_name(f"template-{_migrations()}.sqlite3")
    if template.exists():
        shutil.copyfile(template, path)
        return
    for old in path.parent.glob("template-*.sqlite3"):
        old.unlink()
    call_command("migrate", verbosity=0, interactive=False)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(template)])


def _migrations() -> str:
    found = hashlib.sha256()
    for path in sorted(Path(__file__).parent.parent.glob("*/migrations/*.py")):
        found.update(path.read_bytes())
    return found.hexdigest()[:16]


def _empty_log() -> Store:
    for path in settings.CONFIGURATION.data_dir.glob("log.sqlite3*"):
        path.unlink()
    return log_store(settings.CONFIGURATION)


def _record(store: Store, interview: Interview, run: Execute, seed: int) -> None:
    """The story as the log of an interview that has ended."""
    plan = plan_with_problem(interview)
    problem = load_bank().problem(PROBLEM)
    assert interview.began_at is not None, "the hour is over"
    members = list(Member.objects.filter(interview=interview).order_by("number"))
    candidate = next(member.number for member in members if member.is_candidate)
    scene = Scene(
        log_id=interview.log_id,
        lead=1,
        candidate=candidate,
        others=tuple(member.number for member in members if member.number not in {1, candidate}),
        plan=plan,
        parts=parts_of(interview),
        problem=problem,
        opened_at=interview.began_at - timedelta(milliseconds=LOBBY_MS),
    )
    write_log(store, scene, Recorder(scene, run, seed).record(HOUR))


def record_story(store: Store, interview: Interview, *, seed: int) -> None:
    """The story, for whoever builds a company of their own; outcomes are kept beside."""
    with _Outcomes(settings.CONFIGURATION.data_dir / "outcomes.json") as outcomes:
        _record(store, interview, outcomes.execute, seed)


def plan_with_problem(interview: Interview) -> Plan:
    """The rules' plan with the story's problem first: what an interviewer does who wants that one."""
    plan = make_plan(interview, None, at=interview.created_at)
    assert plan is not None, "a coding round can be planned"
    first = next(part for part in plan.segments if part.kind == PROBLEM_SEGMENT)
    if first.question != PROBLEM:
        for part in plan.segments:
            if part.question == PROBLEM:
                plan = replace_question(plan, part.id, None)
        plan = replace_question(plan, first.id, PROBLEM, load_bank().problem(PROBLEM).title)
        StoredPlan.objects.filter(interview=interview).update(segments=to_rows(plan.segments))
    return plan


class _Outcomes:
    """What the sandbox said of each job, kept between starts: the same files come out the same way."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.known: dict[str, Outcome] = {}
        if path.exists():
            self.known = {k: msgspec.convert(v, Outcome) for k, v in json.loads(path.read_bytes()).items()}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.path.write_bytes(msgspec.json.encode(self.known))

    def execute(self, job: Job) -> Outcome:
        name = hashlib.sha256(
            msgspec.json.encode([job.language, dict(job.files), job.stdin, job.tests])
        ).hexdigest()
        if name not in self.known:
            with open_environment() as environment:
                self.known[name] = execute(job, environment)
        return self.known[name]
