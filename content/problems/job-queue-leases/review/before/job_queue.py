from collections import Counter

from clock import Clock
from job import Job
from settings import Settings
from store import JobStore


class JobQueue:
    """Gives jobs to workers, the oldest first."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self.store = JobStore()
        self.settings = settings
        self.clock = clock
        self.leases: dict[str, int] = {}  # running job to the moment when its lease is over
        self.tries: Counter[str] = Counter()

    def add(self, job_id: str) -> None:
        self.store.add(Job(job_id))

    def take(self, worker: str) -> str | None:
        """The id of a job that this worker has from now on, or None if none is waiting."""
        self._let_go_of_lapsed()
        waiting = self.store.in_state("waiting")
        if not waiting:
            return None
        job = waiting[0]
        job.state = "running"
        job.worker = worker
        self.tries[job.id] += 1
        self._renew(job.id)
        return job.id

    def heartbeat(self, job_id: str, worker: str) -> bool:
        """The worker is still at it. False if it does not have the job any more."""
        if not self._has(job_id, worker):
            return False
        self._renew(job_id)
        return True

    def done(self, job_id: str, worker: str) -> bool:
        if not self._has(job_id, worker):
            return False
        self.store.get(job_id).state = "done"
        return True

    def fail(self, job_id: str, worker: str) -> bool:
        if not self._has(job_id, worker):
            return False
        self._give_back(self.store.get(job_id))
        return True

    def counts(self) -> dict[str, int]:
        """How many jobs are in each state, for the dashboard."""
        self._let_go_of_lapsed()
        return {state: len(self.store.in_state(state)) for state in ("waiting", "running", "done", "dead")}

    def _has(self, job_id: str, worker: str) -> bool:
        self._let_go_of_lapsed()
        job = self.store.get(job_id)
        return job.state == "running" and job.worker == worker

    def _renew(self, job_id: str) -> None:
        if self.settings.lease_ms:
            self.leases[job_id] = self.clock.now_ms() + self.settings.lease_ms

    def _let_go_of_lapsed(self) -> None:
        for job in self.store.in_state("running"):
            if job.id in self.leases and self.leases[job.id] <= self.clock.now_ms():
                self._give_back(job)

    def _give_back(self, job: Job) -> None:
        """The try is over without being done: it waits again, or is put aside."""
        limit = self.settings.max_tries
        job.state = "dead" if limit and self.tries[job.id] >= limit else "waiting"
