"""A person's day: interviews of today, what comes, and what waits for them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from otherside.accounts.models import User
from otherside.accounts.standing import Standing
from otherside.desk import limits
from otherside.desk.step import Seen, Step, next_step
from otherside.hiring.access import opening_standings
from otherside.hiring.models import Application, Round
from otherside.hiring.stages import Stage
from otherside.interview.access import interviews_for, panels_of
from otherside.interview.matrix import may_read, may_write
from otherside.interview.models import Interview, PanelMember
from otherside.interview.state import State

RUNNING = (State.LOBBY.value, State.GOING_ON.value)


@dataclass(frozen=True, slots=True)
class Line:
    """One interview of the day, with the reader's next step."""

    interview: Interview
    panel: Sequence[PanelMember]
    step: Step


@dataclass(frozen=True, slots=True)
class Day:
    """`now_before` is the index of the first line that starts after now: the now-line stands above it."""

    now: datetime
    lines: Sequence[Line]
    coming: Sequence[Line]
    cards: Sequence[Line]
    decisions: Sequence[Application]
    to_schedule: Sequence[Application]
    fresh: Sequence[Application]
    now_before: int


def zone_of(user: User) -> ZoneInfo:
    """The reader's time zone; UTC where theirs is not known here."""
    try:
        return ZoneInfo(user.time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def day_of(user: User, now: datetime) -> Day:
    """Everything of the page of `user` at `now`; at most nine queries, whatever the size of the company."""
    local = now.astimezone(zone_of(user))
    start = local.replace(hour=0, minute=0, second=0, microsecond=0)
    end = start + timedelta(days=1)
    today, later = _hours(user, start, end)
    owed = [pk for pk in _cards_owed(user) if pk not in today]
    lines = lines_of(_rows([*today, *later, *owed]), user, now)
    first, second = len(today), len(today) + len(later)
    return Day(
        now=now,
        lines=lines[:first],
        coming=lines[first:second],
        cards=lines[second:],
        decisions=_decisions(user),
        to_schedule=_to_schedule(user),
        fresh=_fresh(user),
        now_before=sum(1 for line in lines[:first] if _has_begun(line.interview, now)),
    )


def _has_begun(row: Interview, now: datetime) -> bool:
    return row.starts_at is not None and row.starts_at <= now


def _hours(user: User, start: datetime, end: datetime) -> tuple[list[int], list[int]]:
    """The day's interviews with those that go on from another day, and those of the seven days after it; as
    keys, in the order of time. One query: finding what is the reader's own costs more than all the rest.
    """
    within = Q(starts_at__gte=start, starts_at__lt=end + timedelta(days=7))
    rows = interviews_for(user).select_related(None).filter(within | Q(state__in=RUNNING))
    found = rows.order_by(F("starts_at").asc(nulls_last=True), "id").values_list("pk", "starts_at", "state")
    today: list[int] = []
    later: list[int] = []
    for pk, starts_at, state in found:
        if state in RUNNING or (starts_at is not None and starts_at < end):
            today.append(pk)
        elif state != State.CANCELLED.value:
            later.append(pk)
    return today[: int(limits.DAY_MAX)], later[: int(limits.COMING_MAX)]


def _rows(keys: Sequence[int]) -> list[Interview]:
    """The interviews of `keys`, which are the reader's own, in that order."""
    rows = Interview.objects.select_related("application__candidate", "application__opening", "round")
    found = rows.in_bulk(keys)
    return [found[key] for key in keys]


def lines_of(rows: Sequence[Interview], user: User, now: datetime) -> list[Line]:
    """`rows` with their panels and the reader's next step; one query for all panels."""
    panels = panels_of(rows)
    return [Line(row, panels[row.pk], next_step(seen_by(row, panels[row.pk], user), now)) for row in rows]


def seen_by(row: Interview, panel: Iterable[PanelMember], user: User) -> Seen:
    """One interview as `user` may know it. Who still owes a card does not learn whose else is missing."""
    seats = list(panel)
    own = next((seat for seat in seats if seat.user_id == user.pk), None)
    held = set(opening_standings(row.application.opening, user))
    if own is not None:
        held.add(Standing.PANEL)
    card_in = own is not None and own.card_in_at is not None
    owes = own is not None and not card_in
    return Seen(
        state=State(row.state),
        starts_at=row.starts_at,
        minutes=row.minutes,
        began_at=row.began_at,
        ended_at=row.ended_at,
        on_panel=own is not None,
        may_arrange=may_write("interview", held),
        may_decide=may_write("debrief", held) and may_read("cards", held, card_in=card_in),
        own_card_in=card_in,
        cards_missing=() if owes else tuple(s.user.name for s in seats if s.card_in_at is None),
    )


def _cards_owed(user: User) -> list[int]:
    """The interviews whose card `user` owes, the oldest first, as keys."""
    seats = PanelMember.objects.filter(
        user=user, card_in_at__isnull=True, interview__state=State.ENDED.value
    ).order_by("interview__ended_at", "interview_id")
    return list(seats.values_list("interview_id", flat=True)[: int(limits.WAITING_MAX)])


def _decisions(user: User) -> list[Application]:
    """Applications of the own openings that wait for the hiring manager: every card of every hour is in."""
    if not user.is_hiring_manager:
        return []
    hours = Interview.objects.filter(application=OuterRef("pk"))
    rows = (
        Application.objects.select_related("candidate", "opening")
        .filter(opening__hiring_manager=user)
        .filter(
            Q(stage=Stage.DECIDING.value)
            | Q(Exists(hours.filter(state=State.ENDED.value)), stage=Stage.INTERVIEWING.value)
        )
        .filter(
            ~Exists(_owed()),
            ~Exists(hours.exclude(state__in=(State.ENDED.value, State.CANCELLED.value))),
            ~Exists(_rounds_left()) | Q(stage=Stage.DECIDING.value),
        )
    )
    return list(rows.order_by("stage_since", "id")[: int(limits.WAITING_MAX)])


def _to_schedule(user: User) -> list[Application]:
    """Applications of the own openings with a round left, nothing planned, and no card owed."""
    if not user.is_recruiter:
        return []
    hours = Interview.objects.filter(application=OuterRef("pk"))
    open_hours = hours.exclude(state__in=(State.ENDED.value, State.CANCELLED.value))
    timeless = hours.filter(state=State.PLANNED.value)
    rows = (
        Application.objects.select_related("candidate", "opening")
        .filter(opening__recruiter=user, stage=Stage.INTERVIEWING.value)
        .filter(Exists(timeless) | (~Exists(open_hours) & ~Exists(_owed()) & Exists(_rounds_left())))
    )
    return list(rows.order_by("stage_since", "id")[: int(limits.WAITING_MAX)])


def _owed() -> QuerySet[PanelMember]:
    """Seats of ended interviews of the outer application whose card is not in."""
    return PanelMember.objects.filter(
        interview__application=OuterRef("pk"), interview__state=State.ENDED.value, card_in_at__isnull=True
    )


def _rounds_left() -> QuerySet[Round]:
    """Rounds of the outer application that no interview was planned for."""
    planned = Interview.objects.filter(application=OuterRef(OuterRef("pk")), round=OuterRef("pk")).exclude(
        state=State.CANCELLED.value
    )
    return Round.objects.filter(
        Q(opening=OuterRef("opening_id"), application__isnull=True) | Q(application=OuterRef("pk"))
    ).filter(~Exists(planned))


def _fresh(user: User) -> list[Application]:
    if not user.is_recruiter:
        return []
    rows = Application.objects.select_related("candidate", "opening").filter(
        opening__recruiter=user, stage=Stage.NEW.value, opening__is_open=True
    )
    return list(rows.order_by(F("stage_since").asc(), "id")[: int(limits.WAITING_MAX)])
