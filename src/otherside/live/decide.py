"""What may happen next in the hour: from its state and a wish to one entry, to nothing, or to a refusal.

Every function returns the entry to write; None means that it is so already, and asking again did no harm. A
refusal is a Conflict that says what to do. Nothing here knows who asks beyond their member number: permission
comes before, in `access`.
"""

from collections.abc import Sequence

from otherside.kernel.errors import Conflict, Invalid
from otherside.live import entries as kinds
from otherside.live.entries import MarkKind, ProbeState
from otherside.live.history import Hour
from otherside.live.limits import DOCUMENTS_MAX, ENTRIES_MAX, LATE_MINUTES_MAX, TEXT_CHARS_MAX
from otherside.live.outline import Part
from otherside.log.entry import NewEntry


def require_open(hour: Hour) -> None:
    """Raises Conflict unless the lobby is open and the hour has not ended."""
    if hour.opened_at is None:
        raise Conflict("The lobby is not open yet. The interviewer opens it from the room's page.")
    if hour.ended_ms is not None:
        raise Conflict("The hour has ended; only your private notes can still be changed.")


def require_going_on(hour: Hour) -> None:
    require_open(hour)
    if hour.begun_ms is None:
        raise Conflict("The hour has not begun. Begin it first; until then everybody is in the lobby.")


def begin(hour: Hour, actor: int) -> NewEntry | None:
    require_open(hour)
    if hour.begun_ms is not None:
        return None
    return kinds.HOUR_BEGUN.new(kinds.HourBegun(), track=kinds.OUTLINE, actor=actor)


def end(hour: Hour, actor: int) -> NewEntry | None:
    if hour.ended_ms is not None:
        return None
    require_going_on(hour)
    return kinds.HOUR_ENDED.new(kinds.HourEnded(), track=kinds.OUTLINE, actor=actor)


def begin_segment(hour: Hour, actor: int, part: Part, ordinal: int) -> NewEntry | None:
    """`part` is the public form of the segment: this entry is read by everybody."""
    require_going_on(hour)
    if hour.current is not None and hour.current.segment == part.id:
        return None
    body = kinds.SegmentBegun(part.id, ordinal, part.title, part.minutes)
    return kinds.SEGMENT_BEGUN.new(body, track=kinds.OUTLINE, actor=actor)


def pause(hour: Hour, actor: int, reason: str) -> NewEntry | None:
    require_going_on(hour)
    check_text(reason, "The reason")
    if hour.is_paused:
        return None
    return kinds.CLOCK_PAUSED.new(kinds.ClockPaused(reason.strip()), track=kinds.OUTLINE, actor=actor)


def resume(hour: Hour, actor: int) -> NewEntry | None:
    require_going_on(hour)
    if not hour.is_paused:
        return None
    return kinds.CLOCK_RESUMED.new(kinds.ClockResumed(), track=kinds.OUTLINE, actor=actor)


def note_plan(
    hour: Hour, actor: int, reason: str, segments: Sequence[kinds.PlannedSegment]
) -> NewEntry | None:
    """Writes down the plan in force, for the panel: it lies in rows that may change, and the log keeps
    what was."""
    require_open(hour)
    if hour.plan == tuple(segments):
        return None
    return kinds.PLAN_CHANGED.new(kinds.PlanChanged(reason, list(segments)), track=kinds.PLAN, actor=actor)


def show_statement(hour: Hour, actor: int, body: kinds.StatementShown) -> NewEntry | None:
    """The problem first, then the easing or the escalations one after the other: their tests add up. Each
    once."""
    require_going_on(hour)
    shown = hour.revisions_of(body.question)
    if body.revision in shown:
        return None
    if body.revision != 0 and 0 not in shown:
        raise Conflict(f"“{body.title}” changes a problem that is not shown yet. Show the problem first.")
    if body.revision > 1 and body.revision - 1 not in shown:
        raise Conflict(f"“{body.title}” builds on the escalation before it. Show that one first.")
    if body.revision == 0:
        DOCUMENTS_MAX.check(len({s.doc for s in hour.statements} | {body.doc}), "This interview")
    return kinds.STATEMENT_SHOWN.new(body, track=kinds.OUTLINE, actor=actor)


def doc_for(hour: Hour, question: str, planned: str | None) -> str:
    """The document `question` is worked on in: where it was shown, else as planned, else the next free
    one."""
    known = hour.doc_of(question)
    if known is not None:
        return known
    taken = {shown.doc for shown in hour.statements}
    if planned is not None and planned not in taken:
        return planned
    number = 1
    while f"doc:q{number}" in taken:
        number += 1
    return f"doc:q{number}"


def hint(
    hour: Hour, actor: int, question: str, step: int | None, text: str, *, said: bool
) -> NewEntry | None:
    """Shown on `hint`, which the candidate reads; said aloud on `help`, which they do not. Logged alike."""
    require_going_on(hour)
    check_text(text, "The hint")
    if not text.strip():
        raise Invalid("The hint is empty. Write the line that you said or want to show.")
    check_remarks(hour)
    given = [h for h in hour.help if h.question == question and step is not None and h.step == step]
    if any(said or h.shown for h in given):
        return None
    if said:
        return kinds.HELP_SAID.new(
            kinds.HelpSaid(question, step, text.strip()), track=kinds.HELP, actor=actor
        )
    return kinds.HINT_SHOWN.new(kinds.HintShown(question, step, text.strip()), track=kinds.HINT, actor=actor)


def fact(hour: Hour, actor: int, question: str, fact_id: str, text: str) -> NewEntry | None:
    require_going_on(hour)
    check_remarks(hour)
    if fact_id in hour.facts_given(question):
        return None
    return kinds.FACT_GIVEN.new(kinds.FactGiven(question, fact_id, text), track=kinds.HELP, actor=actor)


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


def check_late(minutes: int, reason: str) -> None:
    if minutes < 1:
        raise Invalid(f"Say how many minutes late you will be, at least 1; got {minutes}.")
    LATE_MINUTES_MAX.check(minutes, "The message")
    check_text(reason, "The reason")


def check_text(text: str, what: str) -> None:
    TEXT_CHARS_MAX.check(len(text), what)


def check_remarks(hour: Hour) -> None:
    ENTRIES_MAX.check(hour.remarks + 1, "This interview")
