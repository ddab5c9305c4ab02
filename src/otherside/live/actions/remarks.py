"""What is noted for later: marks, probes, the ledger of choices, the candidate's own questions."""

from datetime import datetime, timedelta

from otherside.kernel.errors import Invalid
from otherside.live import decide
from otherside.live.access import Key, take_panel_seat
from otherside.live.actions.writing import Done, write
from otherside.live.entries import ChoiceHow, ChoiceState, MarkKind, ProbeState
from otherside.live.history import Hour
from otherside.log.entry import NewEntry
from otherside.resume.access import probes_of

MARK_KINDS = ("question", "good", "concern", "answered", "flag")
PROBE_STATES = ("asked", "supported", "unsupported", "unreached")


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


def note_choice(key: Key, at: datetime, *, once: str, question: str, how: ChoiceHow, text: str) -> Done:
    """A choice of the candidate's, said, coded or drawn: it stands open until challenged or waived."""
    seated = take_panel_seat(key, at)
    return write(seated, once, lambda hour: decide.choice(hour, seated.seat.number, question, how, text))


def settle_choice(key: Key, at: datetime, *, once: str, choice: str, state: ChoiceState) -> Done:
    seated = take_panel_seat(key, at)
    return write(seated, once, lambda hour: decide.settle_choice(hour, seated.seat.number, choice, state))


def note_asked(key: Key, at: datetime, *, once: str, asked: str, text: str, answered: bool) -> Done:
    """A question of the candidate's. Those that stay unanswered go to the recruiter as the hour ends."""
    seated = take_panel_seat(key, at)
    return write(
        seated,
        once,
        lambda hour: decide.candidate_asks(hour, seated.seat.number, asked, text, answered=answered),
    )


def elapsed_ms(hour: Hour, at: datetime) -> int:
    """Milliseconds from the opening of the lobby to `at`; 0 before, and never behind what the log has."""
    if hour.opened_at is None:
        return 0
    return max(hour.last_ms, (at - hour.opened_at) // timedelta(milliseconds=1), 0)
