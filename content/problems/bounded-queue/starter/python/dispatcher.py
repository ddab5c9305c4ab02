from clock import Clock
from job import Job
from settings import Settings
from stats import Stats
from work_queue import WorkQueue


class Dispatcher:
    """Runs up to `workers` jobs at the same time; the others wait."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self.settings = settings
        self.clock = clock
        self.stats = Stats()
        self.queue = WorkQueue()
        self.running: list[tuple[int, Job]] = []  # (done at, job)

    def submit(self, job: Job) -> None:
        self.stats.accepted += 1
        self.queue.push(job)
        self._start()

    def next_done_ms(self) -> int | None:
        """When the first of the running jobs is done, or None if nothing runs."""
        return min((done_ms for done_ms, _ in self.running), default=None)

    def finish(self) -> list[Job]:
        """Jobs that are done by now, in the order in which they were started. Their workers take the next ones."""
        now_ms = self.clock.now_ms()
        done = [job for done_ms, job in self.running if done_ms <= now_ms]
        self.running = [(done_ms, job) for done_ms, job in self.running if done_ms > now_ms]
        self.stats.done += len(done)
        self._start()
        return done

    def waiting(self) -> int:
        return self.queue.size()

    def _start(self) -> None:
        while len(self.running) < self.settings.workers:
            job = self.queue.pop()
            if job is None:
                return
            self.running.append((self.clock.now_ms() + job.work_ms, job))
