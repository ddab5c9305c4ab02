"""Observations of an hour as a reader gets them: each with how usual it is and what it does not prove.

A fold over `observed` and the hour. What happened while the clock stood, before the hour began or after it
ended is left out: nobody has to look at a room that does not go on. Times are ms since the lobby was opened.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from otherside.integrity import entries as kinds
from otherside.live.history import Hour
from otherside.log.entry import Entry

AWAY_MS_MIN = 3_000  # less is a glance at a notification


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """What a reader is told beside every observation of a sort."""

    title: str
    usual: str
    proves_not: str


SORTS: dict[str, Explained] = {
    "away": Explained(
        title="Another window was in front",
        usual="Nearly everybody, several times an hour: documentation, a mail, the call's own window.",
        proves_not=(
            "It does not say which window. Documentation is allowed, and a second screen or a screen reader "
            "takes the focus, too."
        ),
    ),
    "inside": Explained(
        title="Pasted from this room",
        usual="Everybody who moves code about.",
        proves_not="It is their own text, or the interviewer's.",
    ),
    "starter": Explained(
        title="Pasted from the statement or the starter code",
        usual="Common: names and examples are copied rather than typed.",
        proves_not="It was given to them to use.",
    ),
    "outside": Explained(
        title="Pasted from outside",
        usual="About every third hour has one: a signature from the documentation, a snippet of their own.",
        proves_not=(
            "Looking things up is allowed. Size and moment say what to ask about, not where it came from. "
            "Some assistive input types by pasting."
        ),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One thing that was observed. `sort` is a key of SORTS; figures that a sort has not are 0."""

    at_ms: int
    sort: str
    doc: str = ""
    chars: int = 0
    lines: int = 0
    away_ms: int = 0

    @property
    def explained(self) -> Explained:
        return SORTS[self.sort]

    @property
    def figure(self) -> str:
        if self.sort == "away":
            seconds = self.away_ms // 1000
            return f"{seconds // 60} min {seconds % 60} s" if seconds >= 60 else f"{seconds} s"
        lines = f"{self.lines} line{'' if self.lines == 1 else 's'}"
        return f"{lines}, {self.chars:,} characters"


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """All observations of an hour in figures."""

    away: int
    away_ms: int
    longest_away_ms: int
    outside: int
    outside_lines: int
    inside: int  # with those of the starter


def observations(entries: Iterable[Entry], hour: Hour) -> tuple[Observation, ...]:
    """What was observed while the hour went on, in the order of time."""
    found = []
    for entry in entries:
        if entry.redacted or not counts(hour, entry.at_ms):
            continue
        if entry.kind == kinds.PASTED.name:
            body = kinds.PASTED.read(entry)
            found.append(
                Observation(
                    at_ms=entry.at_ms, sort=body.origin, doc=body.doc, chars=body.chars, lines=body.lines
                )
            )
        elif entry.kind == kinds.FOCUS_REGAINED.name:
            away_ms = kinds.FOCUS_REGAINED.read(entry).away_ms
            if away_ms >= AWAY_MS_MIN:
                found.append(Observation(at_ms=max(entry.at_ms - away_ms, 0), sort="away", away_ms=away_ms))
    return tuple(sorted(found, key=lambda one: one.at_ms))


def counts(hour: Hour, at_ms: int) -> bool:
    """Whether what happened at `at_ms` belongs to the hour: it was going on and the clock was running."""
    if hour.begun_ms is None or at_ms < hour.begun_ms:
        return False
    if hour.ended_ms is not None and at_ms > hour.ended_ms:
        return False
    return not any(
        pause.from_ms <= at_ms and (pause.to_ms is None or at_ms <= pause.to_ms) for pause in hour.pauses
    )


def summary(found: Sequence[Observation]) -> Summary:
    away = [one.away_ms for one in found if one.sort == "away"]
    outside = [one for one in found if one.sort == "outside"]
    return Summary(
        away=len(away),
        away_ms=sum(away),
        longest_away_ms=max(away, default=0),
        outside=len(outside),
        outside_lines=sum(one.lines for one in outside),
        inside=sum(one.sort in {"inside", "starter"} for one in found),
    )
