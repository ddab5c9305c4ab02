"""One application, whole: what each app says of it to this reader."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from otherside.accounts.models import AuditEntry, User
from otherside.accounts.standing import Standing
from otherside.desk.access.day import Line, lines_of
from otherside.desk.access.pipeline import progress_of, rounds_by
from otherside.desk.progress import Progress
from otherside.hiring.models import Application, Round
from otherside.hiring.stages import FOLLOWS, VERBS, Stage
from otherside.interview.access import access_application, interviews_of, seats_at
from otherside.interview.matrix import may_read, may_write
from otherside.interview.models import Interview
from otherside.interview.state import State
from otherside.scorecard.access import may_read_others
from otherside.scorecard.recommendation import recommended

TIMELINE_MAX = 60
# Audited actions of an application, as its timeline says them.
SENTENCES = {"application.added": "Added", "application.moved": "Moved"}
OF_DEBRIEF = {
    "decision.view-noted": "Noted a view",
    "decision.vouched": "Vouched for the candidate",
    "decision.commented": "Said something at the debrief",
}


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the timeline."""

    at: datetime
    words: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class Whole:
    """What the page of an application shows. `rounds` pairs each round with its interview's line."""

    application: Application
    standings: frozenset[Standing]
    progress: Progress
    rounds: Sequence[tuple[Round, Line | None]]
    moves: Sequence[tuple[Stage, str]]
    may_close: bool
    may_arrange: bool
    may_contact: bool
    timeline: Sequence[Event]

    @property
    def stage(self) -> Stage:
        return Stage(self.application.stage)


def whole_of(application_id: int, user: User, now: datetime) -> Whole:
    """The application for `user`. Raises NotFound for whoever may not read it."""
    row, held = access_application(application_id, user)
    card_in = may_read_others(row, user)
    hours, rounds = interviews_of(row), rounds_by([row])[row.pk]
    if not may_read("outcome", held, card_in=card_in):
        hours, rounds = _before_the_outcome(row, hours, rounds, user)
    lines = {line.interview.pk: line for line in lines_of(hours, user, now)}
    live = {hour.round_id: lines[hour.pk] for hour in hours if hour.state != State.CANCELLED}
    may_move = may_write("application", held)
    follows = FOLLOWS[Stage(row.stage)] if may_move else frozenset()
    return Whole(
        application=row,
        standings=held,
        progress=progress_of([row], user, {row.pk: rounds})[row.pk],
        rounds=[(each, live.get(each.pk)) for each in rounds],
        moves=[(stage, VERBS[stage]) for stage in Stage if stage in follows and stage is not Stage.CLOSED],
        may_close=Stage.CLOSED in follows,
        may_arrange=may_write("interview", held),
        may_contact=may_read("candidate", held),
        timeline=_timeline(row, hours, _told_actions(held, card_in=card_in)),
    )


def _before_the_outcome(
    application: Application, hours: list[Interview], rounds: list[Round], user: User
) -> tuple[list[Interview], list[Round]]:
    """What is left of the hours and rounds for somebody who owes a card; and the stage is a part of it.

    An offer, a refusal and an added round say what others made of the candidate, so nothing behind
    interviewing is told, and of added rounds only those whose panel the reader is on.
    """
    if application.stage != Stage.NEW:
        # In this row alone, which nothing is written from.
        application.stage, application.closing = Stage.INTERVIEWING.value, ""
    seated = {seat.interview_id for seat in seats_at(application, user)}
    told = [hour for hour in hours if hour.round.application_id is None or hour.pk in seated]
    kept = {hour.round_id for hour in told}
    return told, [each for each in rounds if each.application_id is None or each.pk in kept]


def _told_actions(held: frozenset[Standing], *, card_in: bool) -> tuple[str, ...]:
    """Which audit lines a reader may know of: of the outcome and its moves, of the debrief too, or none."""
    outcome = ("application.moved", "decision.made")
    # The debrief is closed to whoever owes a card, a hiring manager on the panel as well.
    if card_in and may_read("debrief", held, card_in=card_in):
        return (*outcome, *OF_DEBRIEF)
    return outcome if may_read("outcome", held, card_in=card_in) else ()


def _timeline(application: Application, hours: Sequence[Interview], told: Sequence[str]) -> list[Event]:
    """Latest first, from the rows and from those audit lines of the application itself that are told."""
    events = []
    for hour in hours:
        name = f"Round {hour.round.ordinal}, {hour.round.name}"
        if hour.began_at is not None:
            events.append(Event(hour.began_at, f"{name}: began"))
        if hour.ended_at is not None:
            events.append(Event(hour.ended_at, f"{name}: ended"))
        events.append(Event(hour.created_at, f"{name}: planned"))
    audit = AuditEntry.objects.filter(
        noun="application", noun_id=str(application.pk), action__in=("application.added", *told)
    ).select_related("actor")
    events += [
        Event(line.at, _said(line), line.actor.name if line.actor is not None else "")
        for line in audit[:TIMELINE_MAX]
    ]
    if not any(event.words == "Added" for event in events):
        events.append(Event(application.created_at, "Added"))
    return sorted(events, key=lambda event: event.at, reverse=True)[:TIMELINE_MAX]


def _said(line: AuditEntry) -> str:
    if line.action == "application.moved":
        closing = f" ({line.detail['closing']})" if line.detail.get("closing") else ""
        return f"Moved from {line.detail['from']} to {line.detail['to']}{closing}"
    if line.action == "decision.made":
        kind = line.detail.get("kind")
        return f"Decided: {recommended(str(kind)).title.lower()}" if kind else "Decided"
    return {**SENTENCES, **OF_DEBRIEF}[line.action]
