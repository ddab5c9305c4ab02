"""Help that is given and moments that are marked."""

from datetime import datetime, timedelta

from otherside.kernel.errors import Invalid
from otherside.live import decide
from otherside.live.access import Key, take_panel_seat
from otherside.live.actions.writing import Done, write
from otherside.live.entries import MarkKind, ProbeState
from otherside.live.history import Hour
from otherside.log.entry import NewEntry
from otherside.question.edge import load_bank
from otherside.resume.access import probes_of

MARK_KINDS = ("question", "good", "concern", "answered", "flag")
PROBE_STATES = ("asked", "supported", "unsupported", "unreached")


def give_hint(
    key: Key, at: datetime, *, once: str, question: str, step: int | None, said: bool, text: str = ""
) -> Done:
    """A step of the problem's ladder, or with `step` None a line of one's own; shown to the candidate or
    said."""
    seated = take_panel_seat(key, at)
    if step is not None:
        ladder = {hint.step: hint.text for hint in load_bank().problem(question).hints}
        if step not in ladder:
            raise Invalid(
                f"{question} has no hint {step}; its ladder has {', '.join(map(str, sorted(ladder)))}."
            )
        text = ladder[step]
    return write(
        seated, once, lambda hour: decide.hint(hour, seated.seat.number, question, step, text, said=said)
    )


def give_fact(key: Key, at: datetime, *, once: str, question: str, fact: str) -> Done:
    """The candidate asked for a withheld fact and was told it."""
    seated = take_panel_seat(key, at)
    facts = {known.id: known.answer for known in load_bank().problem(question).facts}
    if fact not in facts:
        raise Invalid(f"{question} withholds no fact {fact!r}; it has {', '.join(facts) or 'none'}.")
    return write(
        seated, once, lambda hour: decide.fact(hour, seated.seat.number, question, fact, facts[fact])
    )


def set_mark(key: Key, at: datetime, *, once: str, kind: MarkKind, text: str, back_ms: int) -> Done:
    """A moment worth finding again, set `back_ms` before now. Only its author reads it until cards are in."""
    seated = take_panel_seat(key, at)
    if kind not in MARK_KINDS:
        raise Invalid(f"A mark is one of {', '.join(MARK_KINDS)}; got {kind!r}.")

    def decided(hour: Hour) -> NewEntry:
        now_ms = elapsed_ms(hour, at)
        return decide.mark(hour, seated.seat.number, kind, text, now_ms=now_ms, back_ms=back_ms)

    return write(seated, once, decided)


def set_probe(key: Key, at: datetime, *, once: str, probe: str, state: ProbeState, note: str) -> Done:
    """What a claim of the résumé came to when it was asked about."""
    seated = take_panel_seat(key, at)
    if state not in PROBE_STATES:
        raise Invalid(f"A probe is one of {', '.join(PROBE_STATES)}; got {state!r}.")
    if probe not in {known.key for known in probes_of(seated.interview.application)}:
        raise Invalid(
            f"There is no probe {probe[:40]!r} in this application. Reload the page: it may be dropped."
        )
    return write(seated, once, lambda hour: decide.probe(hour, seated.seat.number, probe, state, note))


def elapsed_ms(hour: Hour, at: datetime) -> int:
    """Milliseconds from the opening of the lobby to `at`; 0 before, and never behind what the log has."""
    if hour.opened_at is None:
        return 0
    return max(hour.last_ms, (at - hour.opened_at) // timedelta(milliseconds=1), 0)
