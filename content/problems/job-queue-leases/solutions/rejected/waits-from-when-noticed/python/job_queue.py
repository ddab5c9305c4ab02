from collections import Counter

from clock import Clock
from job import Job
from settings import Settings
from store import JobStore


class JobQueue:
    """Gives jobs to workers: each customer in turn, the oldest first."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self.store = JobStore()
        self.settings = settings
        self.clock = clock
        self.served: dict[str, int] = {}  # customer to the number of the take
        self.takes = 0

    def add(self, job_id: str) -> None:
        self.store.add(Job(job_id))

    def add_later(self, job_id: str, at_ms: int) -> None:
        self.store.add(Job(job_id, not_before_ms=at_ms))

    def add_for(self, job_id: str, customer: str) -> None:
        self.store.add(Job(job_id, customer=customer))

    def take(self, worker: str) -> str | None:
        """The id of a job that this worker has from now on, or None if none is waiting."""
        self._let_go_of_lapsed()
        running = Counter(job.customer for job in self.store.in_state("running"))
        job = min(
            (job for job in self.store.in_state("waiting") if self._is_due(job)),
            key=lambda job: (running[job.customer], self.served.get(job.customer, -1)),
            default=None,
        )
        if job is None:
            return None
        self.takes += 1
        self.served[job.customer] = self.takes
        job.state, job.worker = "running", worker
        job.tries += 1
        self._renew(job)
        return job.id

    def heartbeat(self, job_id: str, worker: str) -> bool:
        """The worker is still at it. False if it does not have the job any more."""
        if not self._has(job_id, worker):
            return False
        self._renew(self.store.get(job_id))
        return True

    def done(self, job_id: str, worker: str) -> bool:
        if not self._has(job_id, worker):
            return False
        self.store.get(job_id).state = "done"
        return True

    def fail(self, job_id: str, worker: str) -> bool:
        if not self._has(job_id, worker):
            return False
        self._give_back(self.store.get(job_id), self.clock.now_ms())
        return True

    def counts(self) -> dict[str, int]:
        """How many jobs are in each state, for the dashboard."""
        self._let_go_of_lapsed()
        counts = {state: len(self.store.in_state(state)) for state in ("waiting", "running", "done", "dead")}
        counts["delayed"] = sum(not self._is_due(job) for job in self.store.in_state("waiting"))
        counts["waiting"] -= counts["delayed"]
        return counts

    def _is_due(self, job: Job) -> bool:
        return job.not_before_ms <= self.clock.now_ms()

    def _has(self, job_id: str, worker: str) -> bool:
        self._let_go_of_lapsed()
        job = self.store.get(job_id)
        return job.state == "running" and job.worker == worker

    def _renew(self, job: Job) -> None:
        if self.settings.lease_ms:
            job.lease_until_ms = self.clock.now_ms() + self.settings.lease_ms

    def _let_go_of_lapsed(self) -> None:
        for job in self.store.in_state("running"):
            if job.lease_until_ms is not None and job.lease_until_ms <= self.clock.now_ms():
                self._give_back(job, self.clock.now_ms())

    def _give_back(self, job: Job, at_ms: int) -> None:
        """The try is over without being done: it waits again, or is put aside."""
        if self.settings.max_tries and job.tries >= self.settings.max_tries:
            job.state = "dead"
            return
        job.state = "waiting"
        job.not_before_ms = at_ms + self.settings.backoff_ms * 2 ** (job.tries - 1)
