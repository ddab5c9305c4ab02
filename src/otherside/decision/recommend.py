"""From cards and policy to a recommendation with its reasons. Pure: the same cards give the same words."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from otherside.decision.cards import Cards, CardView, Picture, Seen, bound_to_level, picture
from otherside.decision.policy import Policy, Rule
from otherside.plan.limits import FOCUS
from otherside.scorecard.recommendation import recommended

YES = frozenset({"yes", "senior-check", "one-level-down"})
CHANGES_MAX = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """What the policy proposes. `focus`: signals that one more round should settle, no
    more than one round may have: gaps before shortfalls, each in the policy's order. Nothing in `uncertainty`
    means that nothing speaks against it in the cards themselves."""

    kind: str
    rule: str
    policy: str
    policy_version: int
    reasons: tuple[str, ...]
    uncertainty: tuple[str, ...]
    what_would_change_it: tuple[str, ...]
    focus: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return recommended(self.kind).title


def recommend(cards: Cards, policy: Policy) -> Recommendation:
    """The first rule that holds, with its reasons, what is uncertain about it, and what would change it."""
    rule = _rule(cards, policy)
    seen = picture(cards, policy)
    focus = tuple(entry.signal for entry in (*seen.gaps, *seen.having("short", "weak")))
    if not cards.cards:
        focus = ()
    elif rule.recommend == "senior-check":
        focus = seen.needs.check_above
    elif rule.recommend not in {"one-more-round", "undecided"}:
        focus = ()
    return Recommendation(
        kind=rule.recommend,
        rule=rule.id,
        policy=policy.id,
        policy_version=policy.version,
        reasons=(rule.because, *_reasons(rule, cards, seen)),
        uncertainty=_uncertainty(rule, cards, seen),
        what_would_change_it=_changes(rule, cards, policy, seen),
        focus=focus[: int(FOCUS)],
    )


def _rule(cards: Cards, policy: Policy) -> Rule:
    seen = picture(cards, policy)
    return next(rule for rule in policy.rules if HOLDS[rule.when](cards, policy, seen))


def _weak(policy: Policy, seen: Picture) -> tuple[Seen, ...]:
    """Seen and weak, without what one level down would forgive."""
    return tuple(
        entry for entry in seen.having("weak") if not bound_to_level(entry, seen.needs, policy.numbers)
    )


def _people_disagree(cards: Cards, policy: Policy, seen: Picture) -> bool:
    del policy, seen
    own = {card.recommendation for card in cards.cards}
    return "no" in own and bool(own & YES)


def _weak_key(cards: Cards, policy: Policy, seen: Picture) -> bool:
    del cards
    return any(entry.signal in seen.needs.key for entry in _weak(policy, seen))


def _weak_many(cards: Cards, policy: Policy, seen: Picture) -> bool:
    del cards
    return len(_weak(policy, seen)) >= policy.numbers.weak_many


def _round_left(cards: Cards, policy: Policy) -> bool:
    return cards.extra_rounds < policy.extra_rounds_max


def _level_below(cards: Cards, policy: Policy, seen: Picture) -> bool:
    del cards
    fallen = seen.having("short", "weak")
    return (
        bool(fallen)
        and not seen.gaps
        and all(bound_to_level(entry, seen.needs, policy.numbers) for entry in fallen)
    )


def _far_above(cards: Cards, policy: Policy, seen: Picture) -> bool:
    numbers = policy.numbers
    strong = sum(entry.value is not None and entry.value >= numbers.strong for entry in seen.seen)
    return (
        bool(seen.needs.check_above)
        and seen.all_met
        and all(entry.value is not None and entry.value >= numbers.good for entry in seen.seen)
        and (strong >= numbers.strong_signals or cards.vouches > 0)
    )


def _met_but_a_no(cards: Cards, policy: Policy, seen: Picture) -> bool:
    del policy
    return seen.all_met and any(card.recommendation == "no" for card in cards.cards)


HOLDS: dict[str, Callable[[Cards, Policy, Picture], bool]] = {
    "no-card": lambda cards, _policy, _seen: not cards.cards,
    "people-disagree": _people_disagree,
    "weak-key": _weak_key,
    "weak-many": _weak_many,
    "gaps-round-left": lambda cards, policy, seen: bool(seen.gaps) and _round_left(cards, policy),
    "gaps": lambda _cards, _policy, seen: bool(seen.gaps),
    "level-below": _level_below,
    "met-but-a-no": _met_but_a_no,
    "far-above": _far_above,
    "all-met": lambda _cards, _policy, seen: seen.all_met,
    "short-round-left": lambda cards, policy, seen: (
        bool(seen.having("short", "weak")) and _round_left(cards, policy)
    ),
    "otherwise": lambda _cards, _policy, _seen: True,
}


def words(signal: str) -> str:
    """A signal's id as it stands in a sentence."""
    return signal.replace("-", " ")


def _list(entries: tuple[Seen, ...]) -> str:
    return ", ".join(words(entry.signal) for entry in entries)


def _rated(entry: Seen) -> str:
    return f"{words(entry.signal)} ({' and '.join(str(value) for value in entry.ratings)})"


def _reasons(rule: Rule, cards: Cards, seen: Picture) -> tuple[str, ...]:
    """What was seen, in a fixed order, each a sentence with its figures."""
    found = []
    if not cards.cards:
        return ()
    met, weak, short = seen.having("met"), seen.having("weak"), seen.having("short")
    split, untested = seen.having("split"), seen.having("not tested")
    if met:
        found.append(f"{len(met)} of {len(seen.seen)} required signals are met: {_list(met)}.")
    if weak:
        found.append(f"Seen and weak: {', '.join(_rated(entry) for entry in weak)}.")
    if short:
        found.append(f"Short of what the level needs: {', '.join(_rated(entry) for entry in short)}.")
    if split:
        found.append(f"Split: {', '.join(_rated(entry) for entry in split)}; a third rating would settle it.")
    if untested:
        rest = " The no does not rest on it." if rule.recommend == "no" else ""
        found.append(f"Never tested: {_list(untested)}.{rest}")
    if cards.vouches:
        found.append(f"{_count(cards.vouches, 'person vouches', 'people vouch')} for the candidate.")
    if cards.extra_rounds:
        found.append(f"{_count(cards.extra_rounds, 'round was', 'rounds were')} added already.")
    return tuple(found)


def _uncertainty(rule: Rule, cards: Cards, seen: Picture) -> tuple[str, ...]:
    found = []
    if cards.outstanding:
        found.append(f"{_count(cards.outstanding, 'card is', 'cards are')} not in yet.")
    others = [card.recommendation for card in cards.cards if card.recommendation != rule.recommend]
    if others and len(cards.cards) > 1:
        named = sorted({recommended(kind).title.lower() for kind in others})
        found.append(f"{len(others)} of {len(cards.cards)} cards recommend otherwise: {'; '.join(named)}.")
    elif others:
        found.append(f"The card recommends otherwise: {recommended(others[0]).title.lower()}.")
    once = tuple(e for e in seen.seen if e.signal in seen.needs.key and len(e.ratings) == 1)
    if once:
        found.append(f"Rated by one person only: {_list(once)}.")
    flags = sum(card.flagged for card in cards.cards)
    if flags:
        noted = _count(flags, "card notes", "cards note")
        found.append(f"{noted} a red flag. Read it; it decides nothing alone.")
    return tuple(found)


def _changes(rule: Rule, cards: Cards, policy: Policy, seen: Picture) -> tuple[str, ...]:
    """What one more card would make of it: of all open signals together, then of one signal each.

    Found by asking the policy again, so it cannot drift from the rules. The added card recommends what holds.
    """
    if not cards.cards:
        return ("A first card.",)
    wanted: list[tuple[str, ...]] = [
        (entry.signal,) for entry in (*seen.gaps, *seen.having("weak", "short"), *seen.having("met"))
    ]
    open_ones = tuple(entry.signal for entry in seen.gaps)
    if len(open_ones) > 1:
        wanted.insert(0, open_ones)  # each alone may leave the other open
    found = []
    for signals in wanted:
        by_kind: dict[str, list[int]] = {}
        for value in range(1, 6):
            kind = _with(cards, signals, value, rule, policy)
            if kind != rule.recommend:
                by_kind.setdefault(kind, []).append(value)
        if not by_kind:
            continue
        said = "; ".join(f"{_span(values)}, {recommended(kind).title}" for kind, values in by_kind.items())
        named = " and ".join(words(signal) for signal in signals)
        found.append(f"One more card with {named} {'each ' if len(signals) > 1 else ''}at {said}.")
    return tuple(found[:CHANGES_MAX])


def _with(cards: Cards, signals: tuple[str, ...], value: int, rule: Rule, policy: Policy) -> str:
    one_more = CardView(ratings=dict.fromkeys(signals, value), recommendation=rule.recommend)
    return _rule(replace(cards, cards=(*cards.cards, one_more)), policy).recommend


def _span(values: list[int]) -> str:
    if len(values) == 1:
        return str(values[0])
    if values[-1] == 5:
        return f"{values[0]} or more"
    if values[0] == 1:
        return f"{values[-1]} or less"
    return " or ".join(str(value) for value in values)


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
