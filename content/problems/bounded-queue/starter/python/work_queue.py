from collections import deque

from job import Job


class WorkQueue:
    """Jobs that wait for a worker, first come, first served."""

    def __init__(self) -> None:
        self.jobs: deque[Job] = deque()

    def push(self, job: Job) -> None:
        self.jobs.append(job)

    def pop(self) -> Job | None:
        """The next job, or None."""
        return self.jobs.popleft() if self.jobs else None

    def size(self) -> int:
        return len(self.jobs)
