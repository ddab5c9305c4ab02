"""What happened with a problem so far, in plain figures. Whoever folds the log makes them; rules read them.

A figure that was not measured is None, never zero. Pauses stand outside of all of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from otherside.rubric.signals import (
    ADAPTING,
    CODE,
    COMMUNICATION,
    DEPTH,
    DESIGN,
    LEARNING,
    PROBLEM_SOLVING,
    WORKING_TOGETHER,
)

MINUTE_MS = 60_000
EARLY_SHARE = 0.6  # green before this much of the segment's time is early
NEARLY_OVER_MS = 2 * MINUTE_MS
MUCH_HELP_STEPS = 3

# What an hour at this level should have tested, the most telling first.
WANTED: Mapping[str, tuple[str, ...]] = {
    "junior": (WORKING_TOGETHER, LEARNING, CODE, COMMUNICATION, PROBLEM_SOLVING, ADAPTING),
    "mid-senior": (WORKING_TOGETHER, ADAPTING, DEPTH, CODE, COMMUNICATION, PROBLEM_SOLVING),
    "senior": (WORKING_TOGETHER, DEPTH, ADAPTING, DESIGN, COMMUNICATION, PROBLEM_SOLVING),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Observed:
    """`planned_ms` and `spent_ms` are of the problem; `left_ms` is the hour's before the last minutes.

    `green`: every visible test passed in the last run since the problem changed. `green_ms`: how far into the
    problem that was so first. `tested`: signals that had their moment; what came of it is not said.
    """

    question: str
    planned_ms: int
    spent_ms: int
    left_ms: int
    going_on: bool = True  # the part it was shown in is the one that goes on
    runs: int | None = None
    green: bool | None = None
    green_ms: int | None = None
    passed: int | None = None  # visible tests of the last run
    tests: int | None = None
    steps: tuple[int, ...] = ()  # of the ladder, shown or said
    improvised: int = 0
    facts: int = 0
    escalations: int = 0
    eased: bool = False
    solution_asked: bool = False
    choices_open: int = 0
    probes_open: tuple[str, ...] = ()
    tested: frozenset[str] = frozenset()
    ahead: frozenset[str] = frozenset()  # signals that a part of the plan still to come is made for

    @property
    def is_early(self) -> bool:
        """Green with 40 % of the problem's time or more to come, and not because it was made easier."""
        return (
            bool(self.green)
            and not self.eased
            and self.green_ms is not None
            and self.green_ms < EARLY_SHARE * self.planned_ms
            and self.spent_ms < self.planned_ms
        )

    @property
    def is_over(self) -> bool:
        """It can be closed: it is solved, or its time is all but over."""
        return bool(self.green) or self.spent_ms >= self.planned_ms - NEARLY_OVER_MS

    @property
    def help_given(self) -> int:
        return len(self.steps) + self.improvised

    @property
    def much_help(self) -> bool:
        """Enough that more of the same would test the interviewer."""
        return (
            self.eased or self.help_given >= MUCH_HELP_STEPS or any(s >= MUCH_HELP_STEPS for s in self.steps)
        )

    def untested(self, level: str) -> tuple[str, ...]:
        """What this level wants to see, has had no moment yet, and will have none by the plan."""
        return tuple(signal for signal in WANTED[level] if signal not in self.tested | self.ahead)
