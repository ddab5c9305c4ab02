"""The table of a debrief: cards side by side by signal, where they part, and what nobody has tested."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from otherside.decision.cards import CardView, see
from otherside.decision.policy import Needs, Policy
from otherside.rubric.signals import Rubric, Signal
from otherside.scorecard.card import Card, Rating


@dataclass(frozen=True, slots=True)
class Asked:
    """One problem of an hour: how hard it is, what became of it, and the hints that were given on it."""

    title: str
    difficulty: str  # of the bank, in words; empty where it is not in the bank any more
    harder: int
    eased: bool
    hints: int

    @property
    def help(self) -> str:
        parts = [f"{self.hints} hint{'' if self.hints == 1 else 's'}" if self.hints else "no hint"]
        if self.harder:
            parts.append(f"{self.harder} harder version{'' if self.harder == 1 else 's'}")
        if self.eased:
            parts.append("made easier")
        return ", ".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardIn:
    """One card that is in, with what the table says of it. `hints`: signal → hints that bear on it."""

    card_id: int
    interview_id: int
    author: str
    round: str
    card: Card
    asked: tuple[Asked, ...] = ()
    hints: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cell:
    """One card's rating of one signal, with the card it is from. `apart`: it is part of a split."""

    column: CardIn
    rating: Rating
    apart: bool

    @property
    def help(self) -> str:
        """The hints that bear on this signal, where any does."""
        hints = self.column.hints.get(self.rating.signal)
        return "" if hints is None else f"{hints} hint{'' if hints == 1 else 's'}" if hints else "no help"


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


def weak_signals(table: Sequence[Line], policy: Policy) -> tuple[str, ...]:
    """Required signals that some card has seen weak: what a no can rest on."""
    weak = policy.numbers.weak
    return tuple(
        line.signal.id
        for line in table
        if line.required and any(c.rating.value is not None and c.rating.value <= weak for c in line.cells)
    )


@dataclass(frozen=True, slots=True)
class Covered:
    """One signal over the rounds: of how many cards of each round it was tested, of how many that are in."""

    signal: Signal
    required: bool
    rounds: tuple[tuple[int, int], ...]


def coverage(table: Sequence[Line]) -> tuple[tuple[str, ...], tuple[Covered, ...]]:
    """The rounds that have cards, in order, and for each signal who tested it there. Says no rating."""
    rounds = tuple(dict.fromkeys(cell.column.round for line in table for cell in line.cells))
    rows = []
    for line in table:
        by_round = [[c for c in line.cells if c.column.round == name] for name in rounds]
        counts = tuple((sum(c.rating.tested for c in cells), len(cells)) for cells in by_round)
        rows.append(Covered(line.signal, line.required, counts))
    return rounds, tuple(rows)
