"""What a round is told by the rounds before it: where to look, what is open, what is used up. No ratings."""

import msgspec

from otherside.plan.limits import BRIEF_ITEMS, FOCUS, NOTES, TEXT
from otherside.rubric.signals import SIGNAL_IDS


class Focus(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One signal that this round should settle. `ask` says what is open, in words that do not judge."""

    signal: str
    ask: str = ""

    def __post_init__(self) -> None:
        if self.signal not in SIGNAL_IDS:
            raise ValueError(f"a focus needs a signal of the rubric, got {self.signal!r}")
        TEXT.check(len(self.ask), "The focus")


class Brief(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Handed to the next round. By its type there is no place in it for a rating or a recommendation."""

    focus: tuple[Focus, ...] = ()
    probes: tuple[str, ...] = ()  # claims of the résumé that are still open, in a sentence each
    covered: tuple[str, ...] = ()  # signals that a round before has tested
    used_questions: tuple[str, ...] = ()  # ids of the bank
    notes: str = ""

    def __post_init__(self) -> None:
        FOCUS.check(len(self.focus), "The brief")
        for name in ("probes", "covered", "used_questions"):
            BRIEF_ITEMS.check(len(getattr(self, name)), f"The brief's {name.replace('_', ' ')}")
        NOTES.check(len(self.notes), "The brief's notes")
        if len({focus.signal for focus in self.focus}) != len(self.focus):
            raise ValueError("a signal stands twice among the focus areas")


def joined(first: Brief, then: Brief) -> Brief:
    """Both as one: `then`'s focus before `first`'s, nothing twice, within the limits."""
    focus: dict[str, Focus] = {}
    for entry in (*then.focus, *first.focus):
        focus.setdefault(entry.signal, entry)

    def together(name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*getattr(then, name), *getattr(first, name))))[: int(BRIEF_ITEMS)]

    notes = "\n".join(part for part in (then.notes, first.notes) if part)
    return Brief(
        focus=tuple(focus.values())[: int(FOCUS)],
        probes=together("probes"),
        covered=together("covered"),
        used_questions=together("used_questions"),
        notes=notes[: int(NOTES)],
    )
