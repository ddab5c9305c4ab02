"""A scorecard as its pages show it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from otherside.question.bank import Package
from otherside.rubric.edge import load_rubric
from otherside.rubric.signals import Anchors, Signal
from otherside.scorecard.card import PARTS, VALUES, Card, Helped, Moment, Rating
from otherside.scorecard.facts import Fact
from otherside.scorecard.flags import FLAGS, FlagKind
from otherside.scorecard.marks import Placeable
from otherside.scorecard.merge import Clash


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What the log and the bank say beside a card that is written; nothing of it for a card that is in."""

    facts: Mapping[str, Sequence[Fact]]
    untested: Mapping[str, str]
    helped: Helped
    marks: Sequence[Placeable] = ()


NOTHING = Beside(facts={}, untested={}, helped=Helped("", {}))


@dataclass(frozen=True, slots=True)
class ShownSignal:
    """One signal with its anchors at the opening's level, what the draft says, and facts beside it.

    `anchors_of` names the problem whose own words the anchors are; empty for the rubric's.
    """

    signal: Signal
    anchors: Anchors
    anchors_of: str
    rating: Rating
    fields: Mapping[str, str]
    beside: Beside
    clashes: Mapping[str, Clash]
    log_id: str

    @property
    def facts(self) -> tuple[Fact, ...]:
        return tuple(self.beside.facts.get(self.signal.id, ()))

    @property
    def likely(self) -> tuple[Placeable, ...]:
        """Own marks that are not placed and that probably speak of this signal."""
        return tuple(m for m in self.beside.marks if not m.placed and m.likely == self.signal.id)

    @property
    def untested(self) -> str:
        """Why the hour did not test it; nothing once the author has written anything of it."""
        written = any(self.fields.get(f"{part}-{self.signal.id}", "").strip() for part in PARTS)
        return "" if written or self.signal.mandatory else self.beside.untested.get(self.signal.id, "")

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
    def reason(self) -> str:
        return self.fields.get(f"reason-{self.signal.id}", "")

    @property
    def choices(self) -> tuple[str, ...]:
        return VALUES

    @property
    def reason_from(self) -> int:
        """The rating from which the help given asks for a reason; 6 where none does."""
        asked = [v for v in (4, 5) if self.beside.helped.asks(self.signal, Rating(self.signal.id, v))]
        return min(asked, default=6)

    @property
    def wants_reason(self) -> bool:
        return bool(self.value) and int(self.value) >= self.reason_from

    @property
    def help_given(self) -> str:
        return self.beside.helped.words(self.signal.id)

    @property
    def lacks(self) -> str:
        """What the badge beside the title asks for; nothing where nothing is missing."""
        if self.signal.mandatory and not self.words.strip():
            return "needs a quote" if self.value else "every card rates this"
        if self.value and not self.rating.has_evidence:
            return "needs evidence"
        return "needs a reason" if self.wants_reason and not self.reason.strip() else ""


@dataclass(frozen=True, slots=True)
class ShownFlag:
    """One kind of flag as the draft has it, with the facts for it."""

    kind: FlagKind
    words: str
    quote: str
    facts: tuple[Fact, ...]
    clashes: tuple[Clash, ...]


def shown_flags(
    fields: Mapping[str, str], facts: Mapping[str, tuple[Fact, ...]], clashes: Mapping[str, Clash]
) -> list[ShownFlag]:
    """Every kind, in its order."""
    return [
        ShownFlag(
            kind=kind,
            words=fields.get(kind.field, ""),
            quote=fields.get(kind.quote, ""),
            facts=facts.get(kind.id, ()),
            clashes=tuple(clashes[name] for name in (kind.field, kind.quote) if name in clashes),
        )
        for kind in FLAGS
    ]


def shown_signals(
    card: Card,
    fields: Mapping[str, str],
    level: str,
    asked: Sequence[Package],
    clashes: Mapping[str, Clash],
    log_id: str,
    beside: Beside = NOTHING,
) -> list[ShownSignal]:
    """Every signal of the rubric, in its order. `asked`: the packages whose words go before the rubric's."""
    found = []
    for signal in load_rubric().signals:
        anchors, of = _anchors(signal, level, asked)
        found.append(
            ShownSignal(
                signal=signal,
                anchors=anchors,
                anchors_of=of,
                rating=card.rating(signal.id),
                fields=fields,
                beside=beside,
                clashes={
                    part: clashes[f"{part}-{signal.id}"] for part in PARTS if f"{part}-{signal.id}" in clashes
                },
                log_id=log_id,
            )
        )
    return found


def _anchors(signal: Signal, level: str, asked: Sequence[Package]) -> tuple[Anchors, str]:
    """The words of the first problem of the hour that has some for this signal, else the rubric's."""
    for package in asked:
        own: Mapping[int, str] = getattr(package, "anchors", {}).get(signal.id, {})
        if 2 in own and 4 in own:
            return Anchors(two=own[2], four=own[4]), package.title
    return signal.at(level), ""
