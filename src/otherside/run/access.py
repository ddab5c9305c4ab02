"""Finding runs and runners. Rooms reach a run only through its interview, which its own app authorises."""

from collections.abc import Iterable
from datetime import datetime, timedelta

import msgspec

from otherside.kernel.errors import NotFound
from otherside.run.job import Job
from otherside.run.models import Run, Runner, Source
from otherside.run.state import State
from otherside.run.tests import Test
from otherside.run.wire import LanguageHere

RUNNER_SEEN_WITHIN = timedelta(seconds=60)
RUNNERS_READ = 256  # as many as a gateway takes


def waiting_in(log_id: str) -> int:
    """Runs of an interview that are not done."""
    return Run.objects.filter(log_id=log_id).exclude(state=State.DONE.value).count()


def run_named(run_id: str) -> Run:
    """For the gateway, which is told of runs by the runners it leased them to. Raises NotFound."""
    run = Run.objects.filter(id=run_id).first()
    if run is None:
        raise NotFound(f"There is no run {run_id!r}.")
    return run


def access_run(run_id: str, log_id: str) -> Run:
    """A run of an interview that is already authorised. Raises NotFound for those of others, too."""
    run = Run.objects.filter(id=run_id, log_id=log_id).first()
    if run is None:
        raise NotFound(f"There is no run {run_id!r} here.")
    return run


def stops_asked() -> frozenset[str]:
    """Runs that are going on and that nobody wants any more."""
    asked = Run.objects.filter(state=State.LEASED.value, stop_asked_by__isnull=False)
    return frozenset(asked.values_list("id", flat=True))


def job_of(run: Run) -> tuple[Job, dict[str, str]]:
    """The job of a row, and the member's own files, with their texts."""
    hashes = {*run.files.values(), *run.extra_files.values()}
    texts = dict(Source.objects.filter(hash__in=hashes).values_list("hash", "text"))
    own = {path: texts[hashed] for path, hashed in run.files.items()}
    extra = {path: texts[hashed] for path, hashed in run.extra_files.items()}
    job = Job(
        language=run.language,
        files={**own, **extra},
        entry=run.entry,
        stdin=run.stdin,
        tests=msgspec.convert(run.tests, tuple[Test, ...]),
    )
    return job, own


def runners(at: datetime) -> list[Runner]:
    """Those that are there now."""
    return list(Runner.objects.filter(seen_at__gte=at - RUNNER_SEEN_WITHIN).order_by("name"))


def languages_offered(at: datetime) -> dict[str, LanguageHere]:
    """Language → what the runners say of it; one that runs somewhere wins. Empty with no runner."""
    return _offered(runners(at))


def languages_known(at: datetime) -> dict[str, LanguageHere]:
    """`languages_offered`; with no runner there, what the last one said. Empty before the first one came."""
    rows = list(Runner.objects.order_by("-seen_at")[:RUNNERS_READ])
    there = [runner for runner in rows if runner.seen_at >= at - RUNNER_SEEN_WITHIN]
    return _offered(there or rows[:1])


def _offered(rows: Iterable[Runner]) -> dict[str, LanguageHere]:
    offered: dict[str, LanguageHere] = {}
    for runner in rows:
        for language in msgspec.convert(runner.languages, list[LanguageHere]):
            if language.id not in offered or (language.runs and not offered[language.id].runs):
                offered[language.id] = language
    return offered
