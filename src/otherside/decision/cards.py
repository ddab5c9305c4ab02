"""What a policy reads: ratings by signal over all cards, without names, words or anything of a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from otherside.decision.policy import Needs, Numbers, Policy
from otherside.rubric.levels import level_of

Status = Literal["met", "short", "weak", "split", "not tested"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """One card. `ratings` holds what was tested and nothing else: *not tested* is no number."""

    ratings: Mapping[str, int]
    recommendation: str
    flagged: bool = False

    def __post_init__(self) -> None:
        for signal, value in self.ratings.items():
            if not 1 <= value <= 5:
                raise ValueError(f"a rating is 1 to 5, {signal} has {value}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards:
    """All that is known when the policy is asked. `outstanding`: cards of ended interviews not in yet."""

    level: str
    cards: tuple[CardView, ...]
    extra_rounds: int = 0
    vouches: int = 0
    outstanding: int = 0


@dataclass(frozen=True, slots=True)
class Seen:
    """One signal over all cards. `value` counts: the one, the lower of two, the lower middle of more."""

    signal: str
    ratings: tuple[int, ...]
    value: int | None
    status: Status


def see(signal: str, cards: Sequence[CardView], numbers: Numbers) -> Seen:
    """How `signal` stands. Two ratings far apart are split; with a third the middle one settles it."""
    ratings = tuple(sorted(card.ratings[signal] for card in cards if signal in card.ratings))
    if not ratings:
        return Seen(signal, ratings, None, "not tested")
    value = ratings[(len(ratings) - 1) // 2]
    if len(ratings) == 2 and ratings[1] - ratings[0] >= numbers.split_at:
        return Seen(signal, ratings, value, "split")
    # Of two, one weak and one not is short, not weak: nobody is refused on the lower of two.
    weak = ratings[-1] <= numbers.weak if len(ratings) == 2 else value <= numbers.weak
    if weak:
        return Seen(signal, ratings, value, "weak")
    return Seen(signal, ratings, value, "met" if value >= numbers.meets else "short")


@dataclass(frozen=True, slots=True)
class Picture:
    """Every required signal of the level as it stands."""

    needs: Needs
    seen: tuple[Seen, ...]

    def having(self, *statuses: Status) -> tuple[Seen, ...]:
        return tuple(entry for entry in self.seen if entry.status in statuses)

    @property
    def gaps(self) -> tuple[Seen, ...]:
        return self.having("not tested", "split")

    @property
    def all_met(self) -> bool:
        return len(self.having("met")) == len(self.seen)


def picture(cards: Cards, policy: Policy) -> Picture:
    """The required signals of the cards' level, in the policy's order."""
    needs = policy.needs(cards.level)
    return Picture(needs, tuple(see(signal, cards.cards, policy.numbers) for signal in needs.required))


def bound_to_level(entry: Seen, needs: Needs, numbers: Numbers) -> bool:
    """Whether this shortfall is one that the level below, where there is one, does not need."""
    return (
        level_of(needs.level).lower is not None
        and entry.signal in needs.level_bound
        and entry.value is not None
        and entry.value >= numbers.level_below_floor
    )
