from clock import Clock
from job import Job
from settings import Settings
from store import JobStore


class JobQueue:
    """Gives jobs to workers, the oldest first."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self.store = JobStore()

    def add(self, job_id: str) -> None:
        self.store.add(Job(job_id))

    def take(self, worker: str) -> str | None:
        """The id of a job that this worker has from now on, or None if none is waiting."""
        waiting = self.store.in_state("waiting")
        if not waiting:
            return None
        job = waiting[0]
        job.state = "running"
        job.worker = worker
        return job.id

    def heartbeat(self, job_id: str, worker: str) -> bool:
        """The worker is still at it. Workers call it already; it does nothing yet."""
        return True

    def done(self, job_id: str, worker: str) -> bool:
        self.store.get(job_id).state = "done"
        return True

    def fail(self, job_id: str, worker: str) -> bool:
        self.store.get(job_id).state = "waiting"
        return True

    def counts(self) -> dict[str, int]:
        """How many jobs are in each state, for the dashboard."""
        return {state: len(self.store.in_state(state)) for state in ("waiting", "running", "done")}
