"""Worked cases of a policy: cards and what should come of them. Its acceptance test and its manual."""

from collections.abc import Mapping

import msgspec

from otherside.decision.cards import Cards, CardView


class CaseCard(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One card of a case. `by` is a label for the reader."""

    by: str
    recommendation: str
    ratings: Mapping[str, int]
    flagged: bool = False


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the policy must say. `says` are pieces of its reasons, doubts or changes; `focus` in any order."""

    kind: str
    rule: str
    focus: tuple[str, ...] = ()
    says: tuple[str, ...] = ()


class WorkedCase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A case with the story behind it."""

    format: int
    licence: str
    author: str
    title: str
    story: str
    level: str
    cards: tuple[CaseCard, ...]
    expect: Expected
    extra_rounds: int = 0
    vouches: int = 0
    outstanding: int = 0

    def as_cards(self) -> Cards:
        return Cards(
            level=self.level,
            cards=tuple(
                CardView(ratings=card.ratings, recommendation=card.recommendation, flagged=card.flagged)
                for card in self.cards
            ),
            extra_rounds=self.extra_rounds,
            vouches=self.vouches,
            outstanding=self.outstanding,
        )
