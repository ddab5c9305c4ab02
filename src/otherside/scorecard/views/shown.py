"""A scorecard as its pages show it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from otherside.rubric.edge import load_rubric
from otherside.rubric.signals import Anchors, Signal
from otherside.scorecard.card import VALUES, Card, Moment, Rating
from otherside.scorecard.facts import Fact
from otherside.scorecard.merge import Clash


@dataclass(frozen=True, slots=True)
class ShownSignal:
    """One signal with its anchors at the opening's level, what the draft says, and facts beside it."""

    signal: Signal
    anchors: Anchors
    rating: Rating
    fields: Mapping[str, str]
    facts: tuple[Fact, ...]
    clashes: Mapping[str, Clash]
    log_id: str

    @property
    def evidence(self) -> tuple[tuple[Moment, str], ...]:
        """The moments, each with the reference by which logs are quoted."""
        return tuple((moment, moment.reference(self.log_id)) for moment in self.rating.moments)

    @property
    def value(self) -> str:
        return self.fields.get(f"value-{self.signal.id}", "")

    @property
    def words(self) -> str:
        return self.fields.get(f"words-{self.signal.id}", "")

    @property
    def moments(self) -> str:
        return self.fields.get(f"moments-{self.signal.id}", "")

    @property
    def choices(self) -> tuple[str, ...]:
        return VALUES

    @property
    def lacks(self) -> str:
        """What the badge beside the title asks for; nothing where nothing is missing."""
        if self.signal.mandatory and not self.words.strip():
            return "needs a quote" if self.value else "every card rates this"
        if self.value and not self.rating.has_evidence:
            return "needs evidence"
        return ""


def shown_signals(
    card: Card,
    fields: Mapping[str, str],
    level: str,
    facts: Mapping[str, Sequence[Fact]],
    clashes: Mapping[str, Clash],
    log_id: str,
) -> list[ShownSignal]:
    """Every signal of the rubric, in its order."""
    return [
        ShownSignal(
            signal=signal,
            anchors=signal.at(level),
            rating=card.rating(signal.id),
            fields=fields,
            facts=tuple(facts.get(signal.id, ())),
            clashes={
                part: clashes[f"{part}-{signal.id}"]
                for part in ("value", "words", "moments")
                if f"{part}-{signal.id}" in clashes
            },
            log_id=log_id,
        )
        for signal in load_rubric().signals
    ]
