"""Queueing a run, leasing it to a runner, and ending it. Who may ask for a run is the caller's to decide."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta

import msgspec
from django.db import connection, transaction
from django.db.models import F, Q

from otherside.bus import wake as bus
from otherside.kernel.clock import utc_now
from otherside.kernel.errors import LimitReached
from otherside.run import limits
from otherside.run.access import job_of, waiting_in
from otherside.run.job import Job, Outcome
from otherside.run.models import Run, Runner, Source
from otherside.run.request import RunRequest
from otherside.run.state import ATTEMPTS_MAX, State
from otherside.run.wire import LanguageHere

__all__ = [
    "RunRequest", "cancel", "claim_stopped", "end", "enqueue", "extend", "give_back", "lease",
    "meet_runner", "reap",
]  # fmt: skip

BELL = "run"  # rung when a run waits

RUNNER_KEPT_FOR = timedelta(days=7)  # each start of a runner has a name, and a row, of its own


def enqueue(request: RunRequest, *, at: datetime | None = None) -> str:
    """Queue `request` and return its run's id. Raises LimitReached when too many of the interview wait, or
    were run in all: each keeps its files.
    """
    with transaction.atomic():
        limits.RUNS.check(Run.objects.filter(log_id=request.log_id).count() + 1, "This interview")
        waiting = waiting_in(request.log_id)
        if waiting >= int(limits.WAITING):
            raise LimitReached(
                f"{waiting} runs of this interview are waiting already: {limits.WAITING.reached}"
            )
        run = Run.objects.create(
            log_id=request.log_id,
            actor=request.actor,
            doc=request.doc,
            language=request.language,
            mode=request.mode,
            entry=request.entry,
            files=_keep(request.files),
            extra_files=_keep(request.extra_files),
            stdin=request.stdin,
            tests=msgspec.to_builtins(request.tests),
            created_at=at or utc_now(),
        )
        transaction.on_commit(_ring)
    return run.id


def _ring() -> None:
    bus.wake(BELL)


def _keep(files: Mapping[str, str]) -> dict[str, str]:
    hashes = {path: hashlib.sha256(_utf8(text)).hexdigest() for path, text in files.items()}
    Source.objects.bulk_create(
        [Source(hash=hashes[path], text=text) for path, text in files.items()], ignore_conflicts=True
    )
    return hashes


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", errors="replace")


def lease(
    runner: str, languages: Collection[str], *, until: datetime
) -> tuple[Run, Job, dict[str, str]] | None:
    """The oldest waiting run in one of `languages` for `runner`, its job, and the member's files; None where
    nothing waits. Two callers never get the same one."""
    with transaction.atomic():
        waiting = Run.objects.filter(
            state=State.QUEUED.value, language__in=languages, stop_asked_by=None
        ).order_by("created_at", "id")
        if connection.features.has_select_for_update_skip_locked:
            waiting = waiting.select_for_update(skip_locked=True)
        run = waiting.first()
        if run is None:
            return None
        run.state, run.runner, run.lease_until = State.LEASED.value, runner, until
        run.attempts += 1
        run.save(update_fields=["state", "runner", "lease_until", "attempts"])
    return run, *job_of(run)


def cancel(run_id: str, *, actor: int) -> bool:
    """Nobody wants this run any more: the gateway stops it, or reports it where it still waits. False where
    it is done or somebody asked already."""
    with transaction.atomic():
        asked = Run.objects.filter(id=run_id, stop_asked_by=None).exclude(state=State.DONE.value)
        changed = asked.update(stop_asked_by=actor) == 1
        if changed:
            transaction.on_commit(_ring)
    return changed


def claim_stopped(*, at: datetime) -> list[Run]:
    """Runs that were stopped while they waited, for the caller to report and end; nobody else gets them
    for a while."""
    waiting = Run.objects.filter(state=State.QUEUED.value, stop_asked_by__isnull=False)
    claimed = []
    for run in waiting:
        mine = waiting.filter(id=run.id).update(
            state=State.LEASED.value, runner="", lease_until=at + timedelta(seconds=30)
        )
        if mine:
            claimed.append(run)
    return claimed


def extend(runner: str, runs: Collection[str], *, until: datetime) -> frozenset[str]:
    """Keep up the leases of `runs`; those that `runner` still holds. Others were given away or are done."""
    held = Run.objects.filter(id__in=runs, runner=runner, state=State.LEASED.value)
    held.update(lease_until=until)
    return frozenset(held.values_list("id", flat=True))


def end(run_id: str, outcome: Outcome, *, at: datetime) -> bool:
    """Record how a run ended. False where it is done already: the first outcome stands."""
    changed = (
        Run.objects.filter(id=run_id)
        .exclude(state=State.DONE.value)
        .update(state=State.DONE.value, outcome=_summary(outcome), done_at=at, lease_until=None, stdin="")
    )
    return changed == 1


def _summary(outcome: Outcome) -> dict[str, object]:
    """Without what was printed: that is in the log, where erasure finds it."""
    return {
        "outcome": outcome.outcome,
        "exit_code": outcome.exit_code,
        "signal": outcome.signal,
        "wall_ms": outcome.wall_ms,
        "cpu_ms": outcome.cpu_ms,
        "memory_bytes": outcome.memory_bytes,
        "promise": outcome.promise,
        "passed": sum(result.passed for result in outcome.tests),
        "tests": len(outcome.tests),
    }


def give_back(runs: Collection[str], *, at: datetime) -> list[Run]:
    """The runner of `runs` is lost. Those that may be run again are queued; the others are returned, for the
    caller to report and end."""
    return _release(Q(id__in=runs), at)


def reap(*, at: datetime) -> list[Run]:
    """`give_back` for every lease that has ended."""
    return _release(Q(lease_until__lt=at), at)


def _release(which: Q, at: datetime) -> list[Run]:
    leased = Run.objects.filter(which, state=State.LEASED.value)
    again = leased.filter(attempts__lt=ATTEMPTS_MAX).update(
        state=State.QUEUED.value, runner="", lease_until=None
    )
    if again:
        transaction.on_commit(_ring)
    # Held a little longer by nobody, so that whoever reports them is alone with it.
    lost = list(leased.filter(attempts__gte=ATTEMPTS_MAX))
    leased.filter(attempts__gte=ATTEMPTS_MAX).update(lease_until=at + timedelta(seconds=30), runner="")
    return lost


def meet_runner(
    name: str, slots: int, promise: str, languages: Sequence[LanguageHere], *, at: datetime
) -> None:
    """Remember what a runner can do, for the rooms that offer languages; those long gone are forgotten."""
    Runner.objects.filter(seen_at__lt=at - RUNNER_KEPT_FOR).delete()
    Runner.objects.update_or_create(
        name=name,
        defaults={
            "slots": slots,
            "promise": promise[:400],
            "languages": msgspec.to_builtins(languages),
            "seen_at": at,
        },
    )


def see_runner(name: str, *, at: datetime) -> None:
    Runner.objects.filter(name=name).update(seen_at=at)


def forget_runner(name: str) -> None:
    """It hung up."""
    Runner.objects.filter(name=name).update(seen_at=F("seen_at") - timedelta(days=1))


def forget_runs(log_id: str) -> int:
    """Delete an interview's runs and the files that no other run needs. Returns how many runs there were."""
    with transaction.atomic():
        mine = Run.objects.filter(log_id=log_id)
        hashes = {h for run in mine for h in (*run.files.values(), *run.extra_files.values())}
        for other in Run.objects.exclude(log_id=log_id).values_list("files", "extra_files").iterator():
            if not hashes:
                break
            for files in other:
                hashes.difference_update(files.values())
        Source.objects.filter(hash__in=hashes).delete()
        count, _ = mine.delete()
    return count
