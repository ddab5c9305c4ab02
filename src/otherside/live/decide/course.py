"""The hour's own course: begin, parts, pauses, moments, the hard end, what was taken, the end."""

from collections.abc import Sequence
from typing import get_args

from otherside.kernel.errors import Invalid
from otherside.live import entries as kinds
from otherside.live.decide.checks import check_remarks, check_text, require_going_on, require_open
from otherside.live.entries import LateCause, PauseCause
from otherside.live.history import Hour
from otherside.live.limits import (
    END_MINUTES_MAX,
    PARTS_MAX,
    PAUSES_MAX,
    RUNNING_MAX,
    SECONDS_MAX,
    TROUBLE_MAX,
)
from otherside.live.outline import Part
from otherside.log.entry import NewEntry

MINUTE_MS = 60_000
MOMENT_TITLES = {
    "explain": "Explain your approach",
    "tidy": "Tidy up",
    "review": "Review a colleague's change",
    kinds.DISAGREE: "Disagree",
}


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
    """`part` is the public form of the segment: this entry is read by everybody. Its minutes as dealt out."""
    require_going_on(hour)
    if hour.current is not None and hour.current.segment == part.id:
        return None
    PARTS_MAX.check(len(hour.segments) + 1, "This interview")
    body = kinds.SegmentBegun(part.id, ordinal, part.title, hour.minutes_of(part.id, part.minutes))
    return kinds.SEGMENT_BEGUN.new(body, track=kinds.OUTLINE, actor=actor)


def pause(hour: Hour, actor: int, reason: str, cause: PauseCause = "other") -> NewEntry | None:
    """The clock and every measurement stand for everybody."""
    require_going_on(hour)
    check_text(reason, "The reason")
    if hour.is_paused:
        return None
    PAUSES_MAX.check(len(hour.pauses) + 1, "This interview")
    body = kinds.ClockPaused(reason.strip(), cause)
    return kinds.CLOCK_PAUSED.new(body, track=kinds.OUTLINE, actor=actor)


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


def fitted(hour: Hour, actor: int, minutes: Sequence[tuple[str, int]]) -> NewEntry | None:
    """Minutes dealt out anew, by segment."""
    segments = [kinds.FittedSegment(segment, given) for segment, given in minutes]
    if tuple(segments) == hour.fitted:
        return None
    return kinds.OUTLINE_FITTED.new(kinds.OutlineFitted(segments), track=kinds.OUTLINE, actor=actor)


def end_by(hour: Hour, actor: int, ends_ms: int | None, *, now_ms: int) -> NewEntry | None:
    """The interviewer has to go at `ends_ms` of the log's clock; None takes that back. The panel reads it."""
    require_open(hour)
    check_remarks(hour)
    if ends_ms == hour.ends_ms:
        return None
    if ends_ms is not None:
        minutes = -(-(ends_ms - now_ms) // MINUTE_MS)
        if minutes < 1:
            raise Invalid("That time is over. Say when you have to go, or end the hour.")
        END_MINUTES_MAX.check(minutes, "The hour")
    return kinds.END_SET.new(kinds.EndSet(ends_ms or 0), track=kinds.PLAN, actor=actor)


def running(hour: Hour, actor: int, *, on: bool) -> NewEntry | None:
    """Write without running, or with it again. Both sides may say so, and both read it."""
    require_open(hour)
    if hour.without_running is not on:
        return None
    RUNNING_MAX.check(hour.running_changes + 1, "This interview")
    return kinds.RUNNING_SET.new(kinds.RunningSet(on), track=kinds.OUTLINE, actor=actor)


def heard(hour: Hour, actor: int) -> NewEntry | None:
    require_open(hour)
    if hour.heard_ms is not None:
        return None
    return kinds.WARMUP_HEARD.new(kinds.WarmupHeard(), track=kinds.OUTLINE, actor=actor)


def moment(
    hour: Hour, actor: int, name: str, title: str, seconds: int, *, on: bool, doc: str = ""
) -> Sequence[NewEntry]:
    """Begins or ends a moment; one that lasts is ended by the next. `disagree` is told to the panel alone."""
    require_going_on(hour)
    check_remarks(hour)
    check_text(title, "The title")
    if name not in MOMENT_TITLES:
        raise Invalid(f"A moment is one of {', '.join(MOMENT_TITLES)}; got {name[:40]!r}.")
    if seconds < 0:
        raise Invalid(f"A moment cannot last {seconds} seconds.")
    SECONDS_MAX.check(seconds, "The moment")
    lasting = hour.moment
    if on is (lasting is not None and lasting.moment == name):
        return ()
    ended = (
        ()
        if lasting is None or not (on or lasting.moment == name)
        else (_moment_ended(lasting.moment, actor),)
    )
    if not on:
        return ended
    body = kinds.MomentBegun(name, title.strip() or MOMENT_TITLES[name], seconds, doc)
    return (*ended, kinds.MOMENT_BEGUN.new(body, track=_track_of(name), actor=actor))


def trouble(hour: Hour, actor: int, text: str) -> NewEntry:
    """The candidate says that something does not work; the panel stops the clock."""
    require_open(hour)
    check_text(text, "What does not work")
    TROUBLE_MAX.check(len(hour.trouble) + 1, "This interview")
    return kinds.TROUBLE_TOLD.new(kinds.TroubleTold(text.strip()), track=kinds.PRESENCE, actor=actor)


def lateness(hour: Hour, actor: int, cause: LateCause, reason: str, *, apology: bool) -> NewEntry | None:
    """What was heard about a late start. Said again, the last word counts."""
    require_open(hour)
    check_text(reason, "The reason")
    check_remarks(hour)
    if cause not in get_args(LateCause):
        raise Invalid(f"A late start has its cause in {', '.join(get_args(LateCause))}; got {cause[:40]!r}.")
    body = kinds.LatenessNoted(cause, apology, reason.strip())
    known = hour.lateness
    if known is not None and (known.cause, known.apology, known.reason) == (cause, apology, reason.strip()):
        return None
    return kinds.LATENESS_NOTED.new(body, track=kinds.PRESENCE, actor=actor)


def taken(hour: Hour, actor: int, body: kinds.ProposalTaken) -> NewEntry | None:
    """What follows the first problem, and what else was offered with it."""
    require_going_on(hour)
    check_remarks(hour)
    if hour.taken and (hour.taken[-1].option, hour.taken[-1].question) == (body.option, body.question):
        return None
    return kinds.PROPOSAL_TAKEN.new(body, track=kinds.PLAN, actor=actor)


def _moment_ended(name: str, actor: int) -> NewEntry:
    return kinds.MOMENT_ENDED.new(kinds.MomentEnded(name), track=_track_of(name), actor=actor)


def _track_of(moment: str) -> str:
    return kinds.PLAN if moment == kinds.DISAGREE else kinds.OUTLINE
