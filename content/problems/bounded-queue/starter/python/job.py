from dataclasses import dataclass


@dataclass(frozen=True)
class Job:
    customer: str
    name: str
    work_ms: int  # how long it runs
