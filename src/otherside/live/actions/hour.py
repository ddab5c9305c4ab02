"""The hour's own course: lobby, begin, segments, pause, end."""

from datetime import datetime, timedelta

from otherside.interview.models import Interview
from otherside.interview.state import State
from otherside.kernel.errors import Conflict, NotFound
from otherside.live import decide, pad
from otherside.live import entries as kinds
from otherside.live.access import (
    Key,
    PanelKey,
    Seated,
    mask_of,
    parts_of,
    read_hour,
    take_candidate_seat,
    take_panel_seat,
    take_seat,
)
from otherside.live.actions.members import regrant_all
from otherside.live.actions.proposing import planned_segments
from otherside.live.actions.remarks import elapsed_ms
from otherside.live.actions.settling import settle
from otherside.live.actions.statement import hand_over
from otherside.live.actions.writing import Done, document_entry, write
from otherside.live.entries import LateCause, PauseCause
from otherside.live.history import Hour
from otherside.live.outline import Part
from otherside.live.progress import refitted
from otherside.live.starter import starter_update
from otherside.log.entry import NewEntry
from otherside.plan.access import plan_of
from otherside.plan.actions import make_plan
from otherside.plan.second_half import REVIEW
from otherside.relay import client as relay
from otherside.run.edge import language_files


def open_lobby(key: Key, at: datetime) -> Done:
    """Opens the log, writes the warm-up pad and lets the candidate's link in. Again: nothing, and no harm."""
    seated = take_panel_seat(key, at)
    interview = seated.interview
    state = State(interview.state)
    if state in {State.CANCELLED, State.ENDED}:
        raise Conflict(f"This interview is {state.label.lower()}; its lobby cannot be opened.")
    make_plan(interview, key.user if isinstance(key, PanelKey) else None, at=at)
    body = kinds.HourOpened(at.isoformat(), interview.minutes)
    receipt = relay.open_log(
        seated.log_id, kinds.HOUR_OPENED.new(body, track=kinds.OUTLINE, actor=seated.seat.number)
    )
    files = pad.hello(pad.FIRST, language_files()[pad.FIRST].source)
    update = starter_update(seated.log_id, kinds.PAD, pad.FIRST, files, name_it=True)
    relay.append(seated.log_id, [document_entry(kinds.PAD, update)], once=f"starter:{kinds.PAD}:{pad.FIRST}")
    return Done(changed=not receipt.repeated, hour=settle(interview))


def begin(key: Key, at: datetime, *, once: str) -> Done:
    """The hour begins; the lobby is left behind."""
    seated = take_panel_seat(key, at)
    done = write(seated, once, lambda hour: decide.begin(hour, seated.seat.number))
    _note_plan(seated, once, "The hour began with this plan.")
    _fit(seated, once, at)
    if seated.interview.adjusted.without_running:
        write(seated, f"{once[:60]}-run", lambda hour: decide.running(hour, seated.seat.number, on=False))
    return Done(done.changed, settle(seated.interview))


def begin_segment(key: Key, at: datetime, *, once: str, segment: str) -> Done:
    """The next part, or any part. Two who begin different parts at once: one wins, the other is told."""
    seated = take_panel_seat(key, at)
    ordinal, part = _part(seated.interview, segment)
    first = read_hour(seated.log_id).current

    def decided(hour: Hour) -> NewEntry | None:
        current = hour.current
        if current is not None and current != first and current.segment != segment:
            raise Conflict(
                f"“{current.title}” was begun a moment ago by somebody else. "
                "Begin yours again if you mean it."
            )
        return decide.begin_segment(hour, seated.seat.number, part, ordinal)

    done = write(seated, once, decided)
    _note_plan(seated, once, "The plan was changed.")
    return done


def pause(key: Key, at: datetime, *, once: str, reason: str, cause: PauseCause = "other") -> Done:
    """Trouble, a break or anything else: the clock and every measurement stand for everybody."""
    seated = take_panel_seat(key, at)
    return write(seated, once, lambda hour: decide.pause(hour, seated.seat.number, reason, cause))


def resume(key: Key, at: datetime, *, once: str) -> Done:
    """The clock goes on; what was lost is dealt out anew where there is a hard end."""
    seated = take_panel_seat(key, at)
    done = write(seated, once, lambda hour: decide.resume(hour, seated.seat.number))
    _fit(seated, once, at)
    return done


def end_by(key: Key, at: datetime, *, once: str, ends_at: datetime | None) -> Done:
    """The interviewer has to go at `ends_at`; None takes that back."""
    seated = take_panel_seat(key, at)

    def decided(hour: Hour) -> NewEntry | None:
        decide.require_open(hour)
        assert hour.opened_at is not None
        ends_ms = (ends_at - hour.opened_at) // timedelta(milliseconds=1) if ends_at is not None else None
        return decide.end_by(hour, seated.seat.number, ends_ms, now_ms=elapsed_ms(hour, at))

    done = write(seated, once, decided)
    _fit(seated, once, at)
    return done


def set_running(key: Key, at: datetime, *, once: str, on: bool) -> Done:
    """Write without running, or with it again: the candidate's wish, or a language that does not run here."""
    seated = take_seat(key, at)
    return write(seated, once, lambda hour: decide.running(hour, seated.seat.number, on=on))


def heard(key: Key, at: datetime, *, once: str) -> Done:
    """Both hear each other: the first of the three checks of the warm-up."""
    seated = take_panel_seat(key, at)
    return write(seated, once, lambda hour: decide.heard(hour, seated.seat.number))


def moment(
    key: Key, at: datetime, *, once: str, name: str, on: bool, title: str = "", seconds: int = 0,
    question: str = "",
) -> Done:  # fmt: skip
    """Begins or ends a stretch that is made for a signal.

    A review with `question` hands over the change that its package carries, in a document of its own that
    both sides write in. Raises Conflict where the problem is not shown yet, Invalid where it has no change.
    """
    seated = take_panel_seat(key, at)
    number, doc = seated.seat.number, ""
    if on and name == REVIEW and question:
        decide.moment(
            read_hour(seated.log_id), number, name, title, seconds, on=on
        )  # refuses before it seeds
        doc, title = hand_over(seated, question, title)
    return write(seated, once, lambda hour: decide.moment(hour, number, name, title, seconds, on=on, doc=doc))


def note_lateness(key: Key, at: datetime, *, once: str, cause: LateCause, apology: bool, reason: str) -> Done:
    """What was heard about a late start; technical trouble and the interviewer's own stand apart."""
    seated = take_panel_seat(key, at)
    return write(
        seated, once, lambda hour: decide.lateness(hour, seated.seat.number, cause, reason, apology=apology)
    )


def tell_trouble(key: Key, at: datetime, *, once: str, text: str) -> Done:
    """The candidate says that something does not work; the panel sees it and stops the clock."""
    seated = take_candidate_seat(key, at)
    return write(seated, once, lambda hour: decide.trouble(hour, seated.seat.number, text))


def end(key: Key, at: datetime, *, once: str) -> Done:
    """Read-only for all but notes, the room's link over, the other link valid.

    Grants go first, so that no keystroke lies after the end; where the end then cannot be saved they are
    given back, and a crash in between is healed by the next ticket or the next call.
    """
    seated = take_panel_seat(key, at)
    decide.end(read_hour(seated.log_id), seated.seat.number)  # refuses before anything is taken away
    regrant_all(seated.interview, ended=True)
    try:
        done = write(seated, once, lambda hour: decide.end(hour, seated.seat.number))
    except Exception:
        regrant_all(seated.interview, ended=False)
        raise
    return Done(done.changed, settle(seated.interview))


def _note_plan(seated: Seated, once: str, reason: str) -> None:
    plan = plan_of(seated.interview)
    if plan is None:
        return
    segments = planned_segments(seated, plan)
    write(
        seated, f"{once[:59]}-plan", lambda hour: decide.note_plan(hour, seated.seat.number, reason, segments)
    )


def _fit(seated: Seated, once: str, at: datetime) -> None:
    """Deals the minutes out anew up to the hard end, or as planned where there is none any more."""

    def decided(hour: Hour) -> NewEntry | None:
        if not hour.is_going_on:
            return None
        return decide.fitted(hour, seated.seat.number, refitted(hour, elapsed_ms(hour, at)) or ())

    write(seated, f"{once[:60]}-fit", decided)


def _part(interview: Interview, segment: str) -> tuple[int, Part]:
    """By the name that the room gives it, or by the plan's own: who may ask knows both."""
    mask = mask_of(interview)
    for ordinal, part in enumerate(parts_of(interview), start=1):
        if part.id in {segment, mask(segment)}:
            return ordinal, part
    raise NotFound(f"The plan has no part {segment!r}. Reload the page: the plan may have changed.")
