"""A written policy: what each level needs, and rules in order, the first that holds speaks.

The words and numbers are data (content/policies); what a condition means is here. `recommend` proposes with
its reasons; people decide.
"""

from collections.abc import Callable

import msgspec

from otherside.kernel.content import BadContent
from otherside.rubric.levels import LEVEL_IDS, level_of
from otherside.rubric.signals import SIGNAL_IDS
from otherside.scorecard.recommendation import RECOMMENDATION_IDS

FORMAT = 1

# What a rule may ask, with what it means; the reference page of the docs lists these.
CONDITIONS: dict[str, str] = {
    "no-card": "no card is in",
    "people-disagree": "one card recommends a no, and another a yes of any kind",
    "weak-key": "a key signal was seen and was weak",
    "weak-many": "`weak_many` or more required signals were seen and were weak",
    "gaps-round-left": "a required signal is not tested or split, and one more round is left",
    "gaps": "a required signal is not tested or split",
    "level-below": "every shortfall is one that the level below does not need, and there is a level below",
    "met-but-a-no": "all required signals are met, yet a card recommends a no",
    "far-above": "all required signals are met, none below `good`, `strong_signals` at `strong` or a vouch",
    "all-met": "all required signals are met",
    "short-round-left": "a required signal is short, and one more round is left",
    "otherwise": "nothing before this held",
}
WEAK = frozenset({"weak-key", "weak-many"})  # the only ground of a no: signals seen and weak


class Numbers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the ratings part. `split_at`: two ratings this far apart are split until a third settles them."""

    weak: int
    meets: int
    good: int
    strong: int
    strong_signals: int
    split_at: int
    weak_many: int
    level_below_floor: int


def meaning_of(condition: str, numbers: Numbers) -> str:
    """The condition in words, with the policy's own figures in place of their names."""
    words = CONDITIONS[condition]
    for name in numbers.__struct_fields__:
        words = words.replace(f"`{name}`", str(getattr(numbers, name)))
    return words


class Needs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a level needs. `required` must be tested; `key` ones decide alone when they are weak.

    `level_bound` are those that the level below does not need; `check_above` are looked for by the next round
    when somebody is well above the level (empty at the top).
    """

    level: str
    required: tuple[str, ...]
    key: tuple[str, ...]
    level_bound: tuple[str, ...] = ()
    check_above: tuple[str, ...] = ()


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When the condition holds, this is recommended, for the reason that stands here."""

    id: str
    when: str
    recommend: str
    because: str


class Policy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One version of a policy. A decision keeps the id and version of the one it was shown."""

    format: int
    id: str
    version: int
    title: str
    licence: str
    author: str
    extra_rounds_max: int
    numbers: Numbers
    levels: tuple[Needs, ...]
    rules: tuple[Rule, ...]

    def needs(self, level_id: str) -> Needs:
        """What the level needs; the file was refused if a level was missing. Raises Invalid for no level."""
        level_of(level_id)
        return next(needs for needs in self.levels if needs.level == level_id)


def check_policy(policy: Policy, name: str, text: str) -> Policy:
    """The same policy, when it is whole and its *no* rests on signals seen and weak. Raises BadContent."""
    lines = text.splitlines()

    def refuse(part: str, said: str) -> BadContent:
        line = next((n for n, line in enumerate(lines, 1) if part in line), 1)
        return BadContent(f"{name}:{line}: {said}")

    if policy.format != FORMAT:
        raise refuse("format:", f"format {policy.format} is not known; this version reads format {FORMAT}.")
    if sorted(needs.level for needs in policy.levels) != sorted(LEVEL_IDS):
        raise refuse("levels:", f"each of {', '.join(LEVEL_IDS)} needs one entry.")
    for needs in policy.levels:
        _check_needs(needs, refuse)
    for rule in policy.rules:
        _check_rule(rule, refuse)
    ids = [rule.id for rule in policy.rules]
    if len(set(ids)) != len(ids):
        raise refuse("rules:", "two rules share an id; give each its own.")
    if not policy.rules or policy.rules[-1].when != "otherwise":
        raise refuse("rules:", "the last rule must be `when: otherwise`, so that something always holds.")
    return policy


def _check_needs(needs: Needs, refuse: Callable[[str, str], BadContent]) -> None:
    for signal in (*needs.required, *needs.key, *needs.level_bound, *needs.check_above):
        if signal not in SIGNAL_IDS:
            raise refuse(signal, f"no signal is called {signal!r}; known are {', '.join(SIGNAL_IDS)}.")
    loose = [signal for signal in (*needs.key, *needs.level_bound) if signal not in needs.required]
    if loose or not needs.required:
        named = ", ".join(loose) or "at least one signal"
        raise refuse(f"level: {needs.level}", f"{named} must stand among `required`.")


def _check_rule(rule: Rule, refuse: Callable[[str, str], BadContent]) -> None:
    where = f"id: {rule.id}"
    if rule.when not in CONDITIONS:
        raise refuse(where, f"no condition is called {rule.when!r}; known are {', '.join(CONDITIONS)}.")
    if rule.recommend not in RECOMMENDATION_IDS:
        raise refuse(where, f"{rule.recommend!r} cannot be recommended; {', '.join(RECOMMENDATION_IDS)} can.")
    if rule.recommend == "no" and rule.when not in WEAK:
        raise refuse(
            where, f"a no is tied to signals seen and weak: `when` must be one of {', '.join(sorted(WEAK))}."
        )
