"""How far an application has come through its rounds, and for whom it waits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from otherside.desk.step import named
from otherside.hiring.stages import Stage
from otherside.interview.state import State


class Dot(StrEnum):
    """One round in the row of dots."""

    DONE = "done"
    NOW = "now"
    OPEN = "open"


class Waiting(StrEnum):
    """Whose move it is."""

    NOBODY = "nobody"
    RECRUITER = "recruiter"
    MANAGER = "hiring manager"
    PANEL = "panel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hour:
    """An interview that was planned for a round, as far as this needs to know."""

    id: int
    state: State
    starts_at: datetime | None
    cards_missing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundSeen:
    """A round of the application, with its interview where there is one that was not cancelled."""

    id: int
    ordinal: int
    name: str
    hour: Hour | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """`next` is a few words, `starts_at` the time they end with; `round_to_plan` the first without
    interview.
    """

    dots: tuple[Dot, ...]
    next: str
    starts_at: datetime | None
    waiting: Waiting
    waiting_for: str
    round_to_plan: int | None
    interview: int | None

    @property
    def words(self) -> str:
        """What a screen reader says for the dots."""
        done = self.dots.count(Dot.DONE)
        if Dot.NOW in self.dots:
            return f"In round {self.dots.index(Dot.NOW) + 1} of {len(self.dots)}"
        return f"{done} of {len(self.dots)} rounds done" if done else "No round done yet"


@dataclass(frozen=True, slots=True)
class _Move:
    """What comes next and whose move it is; the parts of a Progress that one rule decides."""

    words: str
    waiting: Waiting
    waiting_for: str = ""
    hour: Hour | None = None
    plan: bool = False


def progress(stage: Stage, rounds: Sequence[RoundSeen]) -> Progress:
    """Where an application stands. Rounds come in their order."""
    first_open = next((each for each in rounds if each.hour is None), None)
    move = _by_stage(stage) or _by_hours(rounds) or _without_hours(stage, rounds, first_open)
    scheduled = move.hour if move.words == "" else None
    return Progress(
        dots=tuple(_dot(each) for each in rounds),
        next=move.words,
        starts_at=scheduled.starts_at if scheduled is not None else None,
        waiting=move.waiting,
        waiting_for=move.waiting_for,
        round_to_plan=first_open.id if move.plan and first_open is not None else None,
        interview=move.hour.id if move.hour is not None else None,
    )


def _by_stage(stage: Stage) -> _Move | None:
    """Closed and offered applications have no hour to come."""
    if stage is Stage.CLOSED:
        return _Move("closed", Waiting.NOBODY)
    return _Move("offer", Waiting.RECRUITER) if stage is Stage.OFFER else None


def _by_hours(rounds: Sequence[RoundSeen]) -> _Move | None:
    """What runs, then what is owed, then what has no time, then what is to come."""
    for number, each in enumerate(rounds, start=1):
        if each.hour is not None and each.hour.state in {State.LOBBY, State.GOING_ON}:
            return _Move(f"round {number} now", Waiting.NOBODY, hour=each.hour)
    hours = [each.hour for each in rounds if each.hour is not None]
    owed = next((h for h in hours if h.state is State.ENDED and h.cards_missing), None)
    if owed is not None:
        whose = "card" if len(owed.cards_missing) == 1 else "cards"
        return _Move("cards to come", Waiting.PANEL, f"{named(owed.cards_missing)}'s {whose}", owed)
    timeless = next((h for h in hours if h.state is State.PLANNED), None)
    if timeless is not None:
        return _Move("find a time", Waiting.RECRUITER, hour=timeless)
    scheduled = next((h for h in hours if h.state is State.SCHEDULED), None)
    return _Move("", Waiting.NOBODY, hour=scheduled) if scheduled is not None else None


def _without_hours(stage: Stage, rounds: Sequence[RoundSeen], first_open: RoundSeen | None) -> _Move:
    """Nothing runs, is owed or is planned: somebody decides, or plans the next round."""
    held = any(each.hour is not None for each in rounds)
    if stage is Stage.DECIDING or (first_open is None and held):
        return _Move("decision", Waiting.MANAGER)
    if first_open is None:
        return _Move("no rounds planned", Waiting.RECRUITER)
    return _Move("to schedule" if held else "first round", Waiting.RECRUITER, plan=True)


def _dot(each: RoundSeen) -> Dot:
    if each.hour is None or each.hour.state in {State.PLANNED, State.SCHEDULED}:
        return Dot.OPEN
    return Dot.DONE if each.hour.state is State.ENDED else Dot.NOW
