from job import Job


class JobStore:
    """All jobs, in the order in which they were added."""

    def __init__(self) -> None:
        self.jobs: dict[str, Job] = {}

    def add(self, job: Job) -> None:
        self.jobs[job.id] = job

    def get(self, job_id: str) -> Job:
        return self.jobs[job_id]

    def in_state(self, state: str) -> list[Job]:
        return [job for job in self.jobs.values() if job.state == state]
