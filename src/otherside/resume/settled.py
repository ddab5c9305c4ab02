"""How far a probe has come in earlier hours, in words that carry no judgement to the next one."""

from collections.abc import Iterable

SETTLED = frozenset({"supported", "unsupported"})
SETTLED_IN = "settled"


def told(marks: Iterable[tuple[str, str]]) -> str:
    """What is said of a probe with these marks (a round's name, a state); empty where it was never reached.

    Whether a claim was supported is not said: it would anchor whoever asks next.
    """
    marks = list(marks)
    for what, states in ((SETTLED_IN, SETTLED), ("asked", {"asked"}), ("not reached", {"unreached"})):
        rounds = list(dict.fromkeys(name for name, state in marks if state in states))
        if rounds:
            return f"{what} in {' and '.join(rounds)}"
    return ""
