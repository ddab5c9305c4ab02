"""Observations as pages show them."""

from dataclasses import dataclass

from otherside.integrity.access import Facts
from otherside.integrity.observed import SORTS, Explained, Observation


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One observation with its time in the hour."""

    one: Observation
    code: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """All observations of a sort, with what a reader is told beside them."""

    id: str
    explained: Explained
    rows: tuple[Shown, ...]


def rows_of(facts: Facts) -> tuple[Sort, ...]:
    """Every sort of which something was observed, in the order of SORTS."""
    chosen = set(facts.case.evidence) if facts.case is not None else set()
    found = []
    for name, explained in SORTS.items():
        rows = tuple(
            Shown(one=one, code=code_of(facts, one), chosen=one.at_ms in chosen)
            for one in facts.found
            if one.sort == name
        )
        if rows:
            found.append(Sort(id=name, explained=explained, rows=rows))
    return tuple(found)


def code_of(facts: Facts, one: Observation) -> str:
    """The time of the hour, 12:04, as every clock of the room shows it."""
    seconds = max(0, one.at_ms - facts.begun_ms) // 1000
    return f"{seconds // 60:02d}:{seconds % 60:02d}"


def moments_of(facts: Facts) -> list[tuple[int, str]]:
    """The choices of a form: each observation by its moment."""
    return [
        (one.at_ms, f"{code_of(facts, one)} {one.explained.title.lower()}: {one.figure}")
        for one in facts.found
    ]
