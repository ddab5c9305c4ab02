from dataclasses import dataclass


@dataclass(frozen=True)
class Hunk:
    """Changes with some lines around them, and where they are in both texts."""

    before_start: int  # counted from 1; of the line above where there are none
    before_count: int
    after_start: int
    after_count: int
    edits: list[tuple[str, str]]
