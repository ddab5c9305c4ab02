"""Red flags: the four kinds, what counts and what does not, and the facts that the log has for each.

A flag decides nothing alone. Suspected cheating has no words on a card: it is a case of `integrity`, which
the candidate is told of and answers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from otherside.kernel.timecode import time_code
from otherside.live.history import Hour
from otherside.live.progress import is_green, worked_ms
from otherside.scorecard.facts import Fact, counted, in_words
from otherside.scorecard.seen import Seen

LATE, GAVE_UP, ARROGANCE, CHEATING, OTHER = "late", "gave-up", "arrogance", "cheating", "other"
MINUTE_MS = 60_000
CAUSES = {
    "technical": "technical trouble: it does not count",
    "interviewer": "the interviewer's own: it does not count",
    "candidate": "the candidate's",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagKind:
    """One kind. `field` and `quote` are names of the card's fields; empty where it has none."""

    id: str
    title: str
    counts: str
    does_not: str
    field: str = ""
    quote: str = ""


FLAGS: tuple[FlagKind, ...] = (
    FlagKind(
        id=LATE,
        title="Late without an apology",
        counts="15 minutes or more after the invitation's start, and no word of regret",
        does_not="technical trouble, your own lateness, a genuine reason: then the recruiter sets a new time",
        field="flag-late",
    ),
    FlagKind(
        id=GAVE_UP,
        title="Gave up",
        counts="asked for the solution within minutes, and did not go on when encouraged or helped",
        does_not="asking for a hint, thinking in silence, going on afterwards: that speaks for them",
        field="flag-gave-up",
    ),
    FlagKind(
        id=ARROGANCE,
        title="Arrogance",
        counts="what was said to you or of others, word for word: “I know all that, next question”",
        does_not="accent, nerves, silence, a short answer, holding an opinion with reasons",
        field="flag-arrogance",
        quote="flag-arrogance-quote",
    ),
    FlagKind(
        id=CHEATING,
        title="Suspected cheating",
        counts="nothing on a card: it is a case of its own, which the candidate is told of and answers",
        does_not="a paste, a look away, a fast answer: each is usual",
    ),
)
FIELDS: Mapping[str, str] = {
    "flag": "Red flag, what happened",  # of cards from before there were kinds
    "flag-quote": "Red flag, the quote",
    "flag-late": "Late, what happened",
    "flag-gave-up": "Gave up, what happened",
    "flag-arrogance": "Arrogance, what happened",
    "flag-arrogance-quote": "Arrogance, the quote",
}


@dataclass(frozen=True, slots=True)
class Flag:
    """One that an author noted."""

    kind: str
    title: str
    words: str
    quote: str


def read_flags(fields: Mapping[str, str]) -> tuple[Flag, ...]:
    """What the fields of a card note, older cards' one free flag last. A quote alone is none."""
    found = [
        Flag(
            kind.id, kind.title, fields.get(kind.field, ""), fields.get(kind.quote, "") if kind.quote else ""
        )
        for kind in FLAGS
        if kind.field and fields.get(kind.field, "").strip()
    ]
    if fields.get("flag", "").strip():
        found.append(Flag(OTHER, "Red flag", fields["flag"], fields.get("flag-quote", "")))
    return tuple(found)


def lacking(flags: tuple[Flag, ...]) -> tuple[str, ...]:
    """What a flag needs before its card may go in."""
    names = {ARROGANCE: "arrogance", OTHER: "the red flag"}
    return tuple(
        f"a quote for {names[flag.kind]}, word for word"
        for flag in flags
        if flag.kind in names and not flag.quote.strip()
    )


def flag_facts(
    seen: Seen, *, starts_at: datetime | None, candidate: int, member: int
) -> dict[str, tuple[Fact, ...]]:
    """Kind → what the log has. `candidate` and `member` are numbers of the hour; marks are `member`'s own."""
    if seen.hour.opened_at is None:
        return {}
    found = {
        LATE: _late(seen, starts_at, candidate),
        GAVE_UP: _gave_up(seen),
        ARROGANCE: _marked(seen.hour, member),
    }
    return {kind: listed for kind, listed in found.items() if listed}


def _late(seen: Seen, starts_at: datetime | None, candidate: int) -> tuple[Fact, ...]:
    hour, found = seen.hour, []
    assert hour.opened_at is not None
    if starts_at is not None:
        planned_ms = int((starts_at - hour.opened_at).total_seconds() * 1000)
        joined = seen.joined.get(candidate)
        if joined is not None:
            found.append(Fact("Came to the room", _against(joined - planned_ms)))
        panel = [at_ms for member, at_ms in seen.joined.items() if member != candidate]
        if panel:
            found.append(Fact("The first of the panel", _against(min(panel) - planned_ms)))
    found += [
        Fact("Said beforehand", f"{late.minutes} min{f': “{late.reason}”' if late.reason else ''}")
        for late in hour.late[-1:]
    ]
    if hour.lateness is not None:
        found.append(Fact("Cause, as heard", CAUSES[hour.lateness.cause]))
        found.append(Fact("Apology", "yes" if hour.lateness.apology else "none noted"))
        if hour.lateness.reason:
            found.append(Fact("Reason", f"“{hour.lateness.reason}”"))
    begun = hour.begun_ms if hour.begun_ms is not None else hour.last_ms
    trouble = sum(told.at_ms <= begun for told in hour.trouble)
    if trouble:
        found.append(Fact("Trouble told before the hour", counted(trouble, "time")))
    return tuple(found)


def _against(ms: int) -> str:
    minutes = abs(ms) // MINUTE_MS
    if minutes == 0:
        return "at the invitation's start"
    return f"{minutes} min {'after' if ms > 0 else 'before'} the invitation's start"


def _gave_up(seen: Seen) -> tuple[Fact, ...]:
    hour, found = seen.hour, []
    for asked in hour.solutions_asked[:1]:
        shown = next((s.at_ms for s in hour.statements if s.question == asked.question), hour.begun_ms or 0)
        code = time_code(asked.at_ms - (hour.begun_ms or 0))
        spent = in_words(worked_ms(hour, shown, asked.at_ms))
        found.append(Fact("Asked for the solution", f"{code}, after {spent} on the problem"))
        doc = hour.doc_of(asked.question)
        after = [(at, run) for at, run in seen.runs if run.doc == doc and at > asked.at_ms]
        if after and not hour.without_running:
            green = next((at for at, run in after if is_green(run)), None)
            end = (
                f", green after {in_words(worked_ms(hour, asked.at_ms, green))}" if green is not None else ""
            )
            found.append(Fact("Went on afterwards", f"✓ {counted(len(after), 'run')}{end}"))
    return tuple(found)


def _marked(hour: Hour, member: int) -> tuple[Fact, ...]:
    marks = [mark for mark in hour.marks if mark.actor == member and mark.kind == "flag"]
    codes = ", ".join(time_code(mark.of_ms - (hour.begun_ms or 0)) for mark in marks[:5])
    return (Fact("You flagged", codes),) if marks else ()
