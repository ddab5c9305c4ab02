"""What the log says beside the ratings: own marks to place, and facts by signal. It rates nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pycrdt import Doc, Text, merge_updates

from otherside.live.history import Hour
from otherside.log.entry import Entry
from otherside.run.entries import RUN_FINISHED, RunFinished
from otherside.scorecard.card import Card, Moment

SIGNS: Mapping[str, tuple[str, str]] = {
    "question": ("?", "info"),
    "good": ("+", "good"),
    "concern": ("!", "warn"),
    "answered": ("✓", "good"),
    "flag": ("⚑", "bad"),
}


@dataclass(frozen=True, slots=True)
class Placeable:
    """A moment of the log that can be put under a signal. `placed`: it stands under one already."""

    moment: Moment
    sign: str
    tone: str
    placed: bool

    @property
    def line(self) -> str:
        """As the moments field of a signal reads it."""
        return f"{self.moment.code} {self.moment.label}".rstrip()


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that happened, with its figure."""

    what: str
    figure: str


def placeable(hour: Hour, member: int, card: Card) -> tuple[Placeable, ...]:
    """The reader's own marks in the order of time; the log keeps them to the second, and so does a card."""
    there = {moment.code for rating in card.ratings for moment in rating.moments}
    found = []
    for mark in sorted(hour.marks, key=lambda mark: mark.of_ms):
        if mark.actor != member:
            continue
        sign, tone = SIGNS[mark.kind]
        of_hour_ms = mark.of_ms - (hour.begun_ms or 0)
        moment = Moment(int(of_hour_ms / 1000) * 1000, " ".join(mark.text.split()) or mark.kind)
        found.append(Placeable(moment, sign, tone, moment.code in there))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Probed:
    """A claim of the résumé that the reader marked in the hour, with what they noted."""

    claim: str
    state: str
    note: str


def probed(hour: Hour, claims: Mapping[str, str]) -> tuple[Probed, ...]:
    """The reader's own probes, each as they left it; `claims` maps a probe's key to its claim."""
    last = {each.probe: each for each in hour.probes}
    return tuple(Probed(claims.get(key, key), each.state, each.note) for key, each in last.items())


def notes_of(updates: Sequence[Entry]) -> str:
    """The text of private notes, from the updates of their track."""
    bodies = [entry.body for entry in updates if entry.body and not entry.redacted]
    if not bodies:
        return ""
    doc: Doc[Text] = Doc()
    doc.apply_update(merge_updates(*bodies))
    return str(doc.get("text", type=Text)).strip()


def runs_of(entries: Sequence[Entry]) -> tuple[tuple[int, RunFinished], ...]:
    """The runs that finished, with when."""
    return tuple(
        (entry.at_ms, RUN_FINISHED.read(entry))
        for entry in entries
        if entry.kind == RUN_FINISHED.name and not entry.redacted
    )


def passed(run: RunFinished) -> bool:
    """Whether tests ran and every one of them passed."""
    return bool(run.tests) and all(test.passed for test in run.tests)


def facts(hour: Hour, runs: Sequence[tuple[int, RunFinished]]) -> dict[str, tuple[Fact, ...]]:
    """Signal id → facts beside it, each with a figure; nothing for an hour without a log."""
    if hour.begun_ms is None:
        return {}
    shown = sum(given.shown for given in hour.help)
    said = len(hour.help) - shown
    green = next((n for n, (_, run) in enumerate(runs, 1) if passed(run)), None)
    asked = Fact("Facts asked for", str(len(hour.facts)))
    solving = [
        Fact("Hints", f"{shown} shown, {said} said" if hour.help else "none"),
        Fact("Runs", str(len(runs))),
        Fact("Runs to green", str(green) if green is not None else "never"),
    ]
    failed = sum(run.outcome != "ok" for _, run in runs)
    found = {
        "problem-solving": tuple(solving),
        "communication": (asked,),
        "code": (Fact("Stopped with an error", f"{failed} of {len(runs)} runs"),),
    }
    progress = _after_help(hour, runs)
    if progress is not None:
        found["learning"] = (Fact("Hint to next green run", progress),)
    changes = sum(statement.revision > 0 for statement in hour.statements)
    if changes:
        found["adapting"] = (Fact("Changes of the task", str(changes)),)
    return found


def _after_help(hour: Hour, runs: Sequence[tuple[int, RunFinished]]) -> str | None:
    """From the last hint to the next run with every test passed; None without a hint."""
    if not hour.help:
        return None
    last = hour.help[-1].at_ms
    later = [at for at, run in runs if at > last and passed(run)]
    if not later:
        return "none after it"
    seconds = (later[0] - last) // 1000
    return f"{seconds // 60} min {seconds % 60} s"
