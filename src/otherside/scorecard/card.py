"""What a scorecard says, and what must be there before it may go in.

A draft is a mapping of field names to text, as a form has it, so that two tabs can be merged field by field:
`value-code`, `words-code`, `moments-code`, `reason-code` for each signal, and
`recommendation`, `why` and the fields of `flags`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from otherside.kernel.errors import Invalid, LimitReached
from otherside.kernel.timecode import time_code
from otherside.rubric.signals import Rubric, Signal
from otherside.scorecard.flags import FIELDS as FLAG_FIELDS
from otherside.scorecard.flags import Flag, lacking, read_flags
from otherside.scorecard.limits import MOMENTS, WORDS
from otherside.scorecard.recommendation import RECOMMENDATION_IDS

Fields = Mapping[str, str]

PARTS = ("value", "words", "moments", "reason")
VALUES = ("1", "2", "3", "4", "5")
TIME_CODE = re.compile(
    r"^(?P<sign>[-\u2212]?)(?:(?P<hours>\d{1,2}):)?(?P<minutes>\d{1,3}):(?P<seconds>[0-5]\d)(?:\s+|$)(?P<label>.*)$"
)
PLAIN_TITLES = {
    "recommendation": "Your recommendation",
    "why": "Why",
    **FLAG_FIELDS,
}
PLAIN_FIELDS = tuple(PLAIN_TITLES)


class NotComplete(Invalid):
    """The card cannot go in yet; the message says what is missing."""

    code = "card-not-complete"


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of the interview by the hour's clock, as room and replay show it, and why it matters.

    `hour_ms` counts since the hour began and is negative in the lobby before it.
    """

    hour_ms: int
    label: str

    @property
    def code(self) -> str:
        return time_code(self.hour_ms)

    def reference(self, log_id: str) -> str:
        """`log_id@hour:12:04`, which names this moment wherever logs are read."""
        return f"{log_id}@hour:{self.code}"


@dataclass(frozen=True, slots=True)
class Rating:
    """`value` 1 to 5, or None for *not tested*, which is no number and takes part in no sum."""

    signal: str
    value: int | None
    words: str = ""
    moments: tuple[Moment, ...] = ()
    reason: str = ""  # why this high, in spite of the help given

    @property
    def tested(self) -> bool:
        return self.value is not None

    @property
    def has_evidence(self) -> bool:
        return bool(self.words.strip() or self.moments)


@dataclass(frozen=True, slots=True)
class Helped:
    """Hints that were given in the hour, by the signal they bear on, and the level they are measured by."""

    level: str
    hints: Mapping[str, int]

    def asks(self, signal: Signal, rating: Rating) -> bool:
        """Whether this rating wants a reason. The number stays what its author gave."""
        if rating.value is None:
            return False
        allowed = signal.allows(self.level, rating.value)
        return allowed is not None and self.hints.get(signal.id, 0) > allowed

    def words(self, signal_id: str) -> str:
        hints = self.hints.get(signal_id, 0)
        return f"{hints} hint{'' if hints == 1 else 's'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A card as read from its fields, every signal of the rubric in its order."""

    ratings: tuple[Rating, ...]
    recommendation: str
    why: str
    flags: tuple[Flag, ...]

    def rating(self, signal: str) -> Rating:
        return next(rating for rating in self.ratings if rating.signal == signal)

    @property
    def tested(self) -> int:
        return sum(rating.tested for rating in self.ratings)


def field_names(rubric: Rubric) -> tuple[str, ...]:
    """Every field that a card of this rubric has."""
    by_signal = (f"{part}-{signal.id}" for signal in rubric.signals for part in PARTS)
    return (*by_signal, *PLAIN_FIELDS)


def clean(fields: Fields, rubric: Rubric) -> dict[str, str]:
    """The known fields, line ends made alike, within their limits. Unknown ones go, missing are empty.

    Raises Invalid for a value that is no rating, LimitReached for what is too long.
    """
    found = {}
    for name in field_names(rubric):
        text = _plain(fields, name)
        if name.startswith("value-") and text not in {"", *VALUES}:
            raise Invalid(f"A rating is a number from 1 to 5, or not tested; {name} has {text!r}.")
        if name == "recommendation" and text not in {"", *RECOMMENDATION_IDS}:
            raise Invalid(f"There is no recommendation {text!r}; there are {', '.join(RECOMMENDATION_IDS)}.")
        found[name] = text
    refuse_overlong(overlong(fields, rubric))
    return found


def overlong(fields: Fields, rubric: Rubric) -> dict[str, str]:
    """The fields that are above their limit, each with a phrase that names it as its page does."""
    lengths = {name: len(_plain(fields, name)) for name in field_names(rubric)}
    return {
        name: f"{_title(name, rubric)}: {length:,} characters, at most {int(WORDS):,}"
        for name, length in lengths.items()
        if length > int(WORDS)
    }


def refuse_overlong(found: Mapping[str, str]) -> None:
    """Raises LimitReached with the phrases of `overlong`, where there are any."""
    if found:
        raise LimitReached(f"Too long, and not saved: {'; '.join(found.values())}. All else is kept.")


def cut(fields: Fields, rubric: Rubric) -> dict[str, str]:
    """The fields with the overlong ones as far as their limit goes, to be read and not to be saved."""
    return {**fields, **{name: _plain(fields, name)[: int(WORDS)] for name in overlong(fields, rubric)}}


def _plain(fields: Fields, name: str) -> str:
    return fields.get(name, "").replace("\r\n", "\n").rstrip()


def _title(name: str, rubric: Rubric) -> str:
    part, _, signal = name.partition("-")
    if name in PLAIN_TITLES:
        return PLAIN_TITLES[name]
    return rubric.title(signal) if part in {"value", "words"} else f"{rubric.title(signal)}, {part}"


def read_card(fields: Fields, rubric: Rubric) -> Card:
    """The card that the fields say. Raises Invalid where a moment has no time code."""
    ratings = []
    for signal in rubric.signals:
        value = fields.get(f"value-{signal.id}", "")
        ratings.append(
            Rating(
                signal=signal.id,
                value=int(value) if value else None,
                words=fields.get(f"words-{signal.id}", ""),
                moments=read_moments(fields.get(f"moments-{signal.id}", ""), signal.title),
                reason=fields.get(f"reason-{signal.id}", ""),
            )
        )
    return Card(
        ratings=tuple(ratings),
        recommendation=fields.get("recommendation", ""),
        why=fields.get("why", ""),
        flags=read_flags(fields),
    )


def read_moments(text: str, title: str = "This signal") -> tuple[Moment, ...]:
    """One moment a line, `12:04 chose the log` or `1:02:04 ...`, in the order of time; `-2:10 ...` in the
    lobby. Raises Invalid."""
    found = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        match = TIME_CODE.match(line)
        if match is None:
            raise Invalid(
                f"{title}: {line[:40]!r} has no time in front. Write a moment as 12:04 and what happened."
            )
        minutes = int(match["hours"] or 0) * 60 + int(match["minutes"])
        hour_ms = (minutes * 60 + int(match["seconds"])) * (-1000 if match["sign"] else 1000)
        found.append(Moment(hour_ms, match["label"].strip()))
    MOMENTS.check(len(found), title)
    return tuple(sorted(found, key=lambda moment: moment.hour_ms))


def write_moments(moments: tuple[Moment, ...]) -> str:
    """The lines that `read_moments` reads."""
    return "\n".join(f"{moment.code} {moment.label}".rstrip() for moment in moments)


def missing(card: Card, rubric: Rubric, helped: Helped | None = None) -> tuple[str, ...]:
    """What has to be there before the card may go in, a phrase each; empty when nothing is missing.

    `helped`: the help that was given, which asks for a reason above what the rubric allows.
    """
    lacks = []
    for signal in rubric.signals:
        rating = card.rating(signal.id)
        if signal.mandatory and not rating.tested:
            lacks.append(f"a rating for {signal.title.lower()}, which every card has")
        elif signal.mandatory and not rating.words.strip():
            lacks.append(f"a quote for {signal.title.lower()}, word for word")
        elif rating.tested and not rating.has_evidence:
            lacks.append(f"what you saw or heard for {signal.title.lower()}")
        if helped is not None and helped.asks(signal, rating) and not rating.reason.strip():
            lacks.append(
                f"a reason for the {rating.value} in {signal.title.lower()} after {helped.words(signal.id)}"
            )
    if not card.recommendation:
        lacks.append("your recommendation")
    if not card.why.strip():
        lacks.append("a sentence on why")
    return (*lacks, *lacking(card.flags))


def refuse_incomplete(card: Card, rubric: Rubric, helped: Helped | None = None) -> None:
    """Raises NotComplete, which lists what is missing."""
    lacks = missing(card, rubric, helped)
    if lacks:
        raise NotComplete(
            f"Not handed in yet. Still missing: {'; '.join(lacks)}. A rating alone cannot be reviewed."
        )
