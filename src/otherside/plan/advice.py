"""Where the hour stands, in a sentence: minutes won or lost, and the signal that is still untested.

It never touches the candidate's last five minutes: what it hands out lies before them.
"""

from dataclasses import dataclass
from typing import Literal

from otherside.plan.drift import Drift
from otherside.plan.observed import MINUTE_MS, Observed

WON_MIN = 3  # less is not worth a sentence
LOST_MIN = 2

Kind = Literal["none", "won", "lost", "last"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """`minutes` are those won or lost. `signal` is an untested one to use them for; may be empty."""

    kind: Kind
    minutes: int
    signal: str
    text: str


NOTHING = Advice(kind="none", minutes=0, signal="", text="")


def advise(seen: Observed, drift: Drift, *, level: str) -> Advice:
    """What to do about the time. Says nothing while the hour is where it should be."""
    if drift.warning:
        return Advice(
            kind="last", minutes=max(0, drift.asks_in_ms // MINUTE_MS), signal="", text=drift.warning
        )
    untested = seen.untested(level)
    signal = untested[0] if untested else ""
    for_it = f" {_titled(signal)} has had no moment yet." if signal else ""
    won = won_min(seen, drift)
    if won >= WON_MIN:
        why = "The problem is solved early: " if seen.is_early else ""
        minutes = f"{won} min are won" if why else f"{won} min are won."
        text = f"{why}{minutes}{'.' if why else ''}{for_it or ' Make it harder, or go on to the next part.'}"
        return Advice(kind="won", minutes=won, signal=signal, text=text)
    lost = drift.behind_ms // MINUTE_MS
    if lost >= LOST_MIN and drift.asks_in_ms > 0:  # later it is their turn, and nothing is left to shorten
        text = (
            f"{lost} min behind. Close this part, or let a later one be shorter; the last five minutes stay."
        )
        return Advice(kind="lost", minutes=lost, signal=signal, text=text + for_it)
    return NOTHING


def won_min(seen: Observed, drift: Drift) -> int:
    """Minutes that nothing is planned for: ahead of the plan, and what a solved problem leaves of its part.

    Never more than what is left before the candidate's minutes.
    """
    ahead_ms = max(0, -drift.behind_ms)
    if seen.green and seen.going_on and drift.left_ms > 0:
        ahead_ms += drift.left_ms
    return max(0, min(ahead_ms, drift.asks_in_ms)) // MINUTE_MS


def _titled(signal: str) -> str:
    return signal.replace("-", " ").capitalize()
