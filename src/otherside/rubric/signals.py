"""What is looked for in a person, and how a 2 and a 4 show at each level. The words are data."""

from collections.abc import Mapping

import msgspec

from otherside.kernel.errors import Invalid

PROBLEM_SOLVING = "problem-solving"
CODE = "code"
COMMUNICATION = "communication"
LEARNING = "learning"
ADAPTING = "adapting"
WORKING_TOGETHER = "working-together"
ATTITUDE = "attitude"
DESIGN = "design"
DEPTH = "depth"

SIGNAL_IDS: tuple[str, ...] = (
    PROBLEM_SOLVING, CODE, COMMUNICATION, LEARNING, ADAPTING, WORKING_TOGETHER, ATTITUDE, DESIGN, DEPTH,
)  # fmt: skip


class Anchors(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"two": "2", "four": "4"}):
    """What a person does who earns a 2, and one who earns a 4. A 1, 3 and 5 lie around them."""

    two: str
    four: str


class HelpAllowed(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"four": "4", "five": "5"}):
    """How many hints a 4 and a 5 stand beside without a word; above that the author says why."""

    four: int
    five: int


class Signal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing to judge. `anchors` is by level id; `counts` and `does_not_count` keep to what was done.

    `help` is by level id, for signals that help bears on; it changes no number, it asks for a reason.
    """

    id: str
    title: str
    asks: str
    anchors: Mapping[str, Anchors]
    mandatory: bool = False
    counts: tuple[str, ...] = ()
    does_not_count: tuple[str, ...] = ()
    help: Mapping[str, HelpAllowed] = {}

    def allows(self, level_id: str, value: int) -> int | None:
        """The hints that this rating allows for; None where it asks nothing."""
        allowed = self.help.get(level_id)
        if allowed is None or value < 4:
            return None
        return allowed.four if value == 4 else allowed.five

    def at(self, level_id: str) -> Anchors:
        """The anchors of this level. The file was refused if a level had none."""
        return self.anchors[level_id]


class Rubric(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Every signal, in the order in which cards show them."""

    format: int
    version: int
    licence: str
    author: str
    signals: tuple[Signal, ...]

    def signal(self, signal_id: str) -> Signal:
        """The signal with this id. Raises Invalid, which names the known ones."""
        for signal in self.signals:
            if signal.id == signal_id:
                return signal
        raise Invalid(f"There is no signal {signal_id!r}; the signals are {', '.join(SIGNAL_IDS)}.")

    def title(self, signal_id: str) -> str:
        return self.signal(signal_id).title

    @property
    def mandatory(self) -> tuple[str, ...]:
        """Ids of the signals that every card must rate."""
        return tuple(signal.id for signal in self.signals if signal.mandatory)
