"""What is noted for later: marks, probes, the ledger of choices, the candidate's own questions."""

from typing import get_args

from otherside.kernel.errors import Invalid
from otherside.live import entries as kinds
from otherside.live.decide.checks import check_remarks, check_text, require_going_on, require_open, written
from otherside.live.entries import ChoiceHow, ChoiceState, MarkKind, ProbeState
from otherside.live.history import Hour
from otherside.live.limits import ASKED_MAX, CHOICES_MAX
from otherside.log.entry import NewEntry


def mark(hour: Hour, actor: int, kind: MarkKind, text: str, *, now_ms: int, back_ms: int) -> NewEntry:
    """A moment, perhaps some time ago: `back_ms` before now, never before the lobby."""
    require_open(hour)
    check_text(text, "The mark")
    check_remarks(hour)
    if back_ms < 0:
        raise Invalid(f"A mark lies in the past: backMs must not be negative, got {back_ms}.")
    body = kinds.MarkSet(kind, text.strip(), max(0, now_ms - back_ms))
    return kinds.MARK_SET.new(body, track=kinds.mark_track(actor), actor=actor)


def probe(hour: Hour, actor: int, probe_id: str, state: ProbeState, note: str) -> NewEntry:
    require_open(hour)
    check_text(note, "The note")
    check_remarks(hour)
    body = kinds.ProbeSet(probe_id, state, note.strip())
    return kinds.PROBE_SET.new(body, track=kinds.mark_track(actor), actor=actor)


def choice(hour: Hour, actor: int, question: str, how: ChoiceHow, text: str) -> NewEntry:
    """A choice of the candidate's enters the ledger, as the next number of it."""
    require_going_on(hour)
    text = written(text, "The choice")
    check_remarks(hour)
    if how not in get_args(ChoiceHow):
        raise Invalid(f"A choice was {', '.join(get_args(ChoiceHow))}; got {how[:40]!r}.")
    CHOICES_MAX.check(len(hour.choices) + 1, "This interview")
    body = kinds.ChoiceNoted(f"c{len(hour.choices) + 1}", question, how, text)
    return kinds.CHOICE_NOTED.new(body, track=kinds.HELP, actor=actor)


def settle_choice(hour: Hour, actor: int, choice_id: str, state: ChoiceState) -> NewEntry | None:
    """It was challenged, or is waived."""
    require_open(hour)
    check_remarks(hour)
    if state not in get_args(ChoiceState):
        raise Invalid(f"A choice is settled as {' or '.join(get_args(ChoiceState))}; got {state[:40]!r}.")
    known = hour.choice(choice_id)
    if known is None:
        there = ", ".join(c.choice for c in hour.choices) or "none"
        raise Invalid(f"The ledger has no choice {choice_id[:40]!r}; it has {there}.")
    if known.state == state:
        return None
    return kinds.CHOICE_SETTLED.new(kinds.ChoiceSettled(choice_id, state), track=kinds.HELP, actor=actor)


def candidate_asks(hour: Hour, actor: int, asked: str, text: str, *, answered: bool) -> NewEntry | None:
    """A question of the candidate's; with `asked` empty a new one, else that one as it is now."""
    require_open(hour)
    text = written(text, "The question")
    check_remarks(hour)
    known = next((a for a in hour.asked if a.asked == asked), None)
    if asked and known is None:
        raise Invalid(f"No question {asked[:40]!r} was noted. Leave it out to note a new one.")
    if known is not None and (known.text, known.answered) == (text, answered):
        return None
    if known is None:
        ASKED_MAX.check(len(hour.asked) + 1, "This interview")
        asked = f"a{len(hour.asked) + 1}"
    return kinds.ASKED_NOTED.new(kinds.AskedNoted(asked, text, answered), track=kinds.HELP, actor=actor)
