"""What the author left in the hour for themselves: marks to place, probes, private notes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pycrdt import Doc, Text, merge_updates

from otherside.live.happened import Mark
from otherside.live.history import Hour
from otherside.log.entry import Entry
from otherside.rubric import signals
from otherside.scorecard.card import Card, Moment
from otherside.scorecard.measured import versions

SIGNS: Mapping[str, tuple[str, str]] = {
    "question": ("?", "info"),
    "good": ("+", "good"),
    "concern": ("!", "warn"),
    "answered": ("✓", "good"),
    "flag": ("⚑", "bad"),
}
BY_KIND = {"question": signals.COMMUNICATION, "answered": signals.DEPTH, "flag": signals.ATTITUDE}
BY_MOMENT = {
    "disagree": signals.WORKING_TOGETHER,
    "review": signals.WORKING_TOGETHER,
    "explain": signals.COMMUNICATION,
    "tidy": signals.CODE,
}
AFTER_HELP_MS = 3 * 60_000
AFTER_CHANGE_MS = 5 * 60_000


@dataclass(frozen=True, slots=True)
class Placeable:
    """A moment of the log that can be put under a signal: `likely` is the one that its kind and time speak
    for. `placed`: it stands under one already.
    """

    moment: Moment
    sign: str
    tone: str
    placed: bool
    likely: str = signals.PROBLEM_SOLVING

    @property
    def line(self) -> str:
        """As the moments field of a signal reads it."""
        return f"{self.moment.code} {self.moment.label}".rstrip()


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
        found.append(Placeable(moment, sign, tone, moment.code in there, likely(hour, mark)))
    return tuple(found)


def likely(hour: Hour, mark: Mark) -> str:
    """The signal that a mark probably speaks of: by its kind, else by what the hour was at. A person places
    it.
    """
    if mark.kind in BY_KIND:
        return BY_KIND[mark.kind]
    at_ms = mark.of_ms
    for moment in hour.moments:
        if moment.from_ms <= at_ms < (moment.to_ms or hour.last_ms + 1) and moment.moment in BY_MOMENT:
            return BY_MOMENT[moment.moment]
    changes = [version.at_ms for version in versions(hour) if version.revision > 0]
    if any(0 < at_ms - changed < AFTER_CHANGE_MS for changed in changes):
        return signals.ADAPTING
    if any(0 < at_ms - given.at_ms < AFTER_HELP_MS for given in hour.help):
        return signals.LEARNING
    return signals.PROBLEM_SOLVING


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
