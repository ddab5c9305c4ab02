from dataclasses import dataclass

from records import Row


@dataclass(frozen=True)
class Slice:
    rows: list[Row]
    resume: str  # with this, the next slice goes on
    finished: bool
