"""The table of a debrief: cards side by side by signal, where they part, and what nobody has tested."""

from collections.abc import Sequence
from dataclasses import dataclass

from otherside.decision.cards import CardView, see
from otherside.decision.policy import Needs, Policy
from otherside.rubric.signals import Rubric, Signal
from otherside.scorecard.card import Card, Rating


@dataclass(frozen=True, slots=True, kw_only=True)
class CardIn:
    """One card that is in, with what the table says of it."""

    card_id: int
    interview_id: int
    author: str
    round: str
    card: Card


@dataclass(frozen=True, slots=True)
class Cell:
    """One card's rating of one signal, with the card it is from. `apart`: it is part of a split."""

    column: CardIn
    rating: Rating
    apart: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One signal over all cards. `spread` is the distance of the outermost ratings; `required` by the
    level.
    """

    signal: Signal
    cells: tuple[Cell, ...]
    spread: int
    split: bool
    required: bool
    tested: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two cards part: the signal and who said what, for the list that people talk along."""

    signal: Signal
    said: tuple[Cell, ...]


def view_of(card: Card) -> CardView:
    """What the policy reads of a card."""
    return CardView(
        ratings={r.signal: r.value for r in card.ratings if r.value is not None},
        recommendation=card.recommendation,
        flagged=bool(card.flags),
    )


def lines(cards: Sequence[CardIn], rubric: Rubric, policy: Policy, needs: Needs) -> tuple[Line, ...]:
    """Every signal in the rubric's order; of those the level does not need, the ones that somebody tested."""
    views = [view_of(entry.card) for entry in cards]
    found = []
    for signal in rubric.signals:
        seen = see(signal.id, views, policy.numbers)
        spread = seen.ratings[-1] - seen.ratings[0] if seen.ratings else 0
        apart = spread >= policy.numbers.split_at
        required = signal.id in needs.required
        if not required and not seen.ratings:
            continue
        cells = tuple(
            Cell(entry, entry.card.rating(signal.id), apart and entry.card.rating(signal.id).tested)
            for entry in cards
        )
        found.append(Line(signal, cells, spread, apart, required, bool(seen.ratings)))
    return tuple(found)


def differences(table: Sequence[Line]) -> tuple[Difference, ...]:
    """The split signals, the widest first."""
    apart = sorted((line for line in table if line.split), key=lambda line: -line.spread)
    return tuple(
        Difference(line.signal, tuple(cell for cell in line.cells if cell.rating.tested)) for line in apart
    )


def untested(table: Sequence[Line]) -> tuple[Signal, ...]:
    """Required signals that no card has tested."""
    return tuple(line.signal for line in table if line.required and not line.tested)
