"""Planning, moving and cancelling so that everybody hears of it: rows and letters in one transaction."""

from dataclasses import replace
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from otherside.accounts.models import User
from otherside.delivery.actions import CalendarPart, enqueue_mail
from otherside.delivery.calendar import Attendee, Event, Method, calendar_file
from otherside.hiring.allowed import allowed_lines
from otherside.interview import actions as interview_actions
from otherside.interview.access import access_interview, panel_of
from otherside.interview.actions import Booking
from otherside.interview.card_time import CARD_MINUTES
from otherside.interview.links import room_path
from otherside.interview.models import Interview, PanelMember
from otherside.kernel.errors import Conflict
from otherside.schedule.letters import Letter, Occasion, cancelled, for_card, to_candidate, to_panel
from otherside.schedule.limits import CHANGES_MAX
from otherside.schedule.models import Invitation
from otherside.schedule.times import check_time


def plan_and_invite(
    application_id: int, round_id: int, booking: Booking, user: User, *, at: datetime
) -> Interview:
    """A new interview; with a time, everybody is invited. Raises what `plan_interview` does."""
    if booking.starts_at is not None:
        check_time(booking.starts_at, at=at)
    with transaction.atomic():
        row = interview_actions.plan_interview(application_id, round_id, booking, user, at=at)
        if row.starts_at is not None:
            announce(row, at)
    return row


def move_and_tell(
    interview_id: int, booking: Booking, user: User, *, seen: datetime | None, at: datetime
) -> Interview:
    """A new time, panel or call; everybody gets the change. `seen` is the time that the reader saw."""
    if booking.starts_at is not None:
        check_time(booking.starts_at, at=at)
    with transaction.atomic():
        before = access_interview(interview_id, user, to_write=True)
        row = interview_actions.reschedule(interview_id, booking, user, seen=seen, at=at)
        if row.starts_at is not None:
            announce(row, at)
        else:
            _call_off(before, at)
    return row


def cancel_and_tell(interview_id: int, user: User, *, at: datetime) -> Interview:
    """Cancels; whoever was invited is told, and calendars drop it."""
    with transaction.atomic():
        row = interview_actions.cancel(interview_id, user, at=at)
        _call_off(row, at)
    return row


def _last(interview: Interview) -> Invitation | None:
    return Invitation.objects.filter(interview=interview).order_by("-sequence").first()


def announce(interview: Interview, at: datetime) -> None:
    """Letters to the candidate and the panel, with calendar files that move the appointment already there.

    Takes an accessed row that has a time, inside its caller's transaction.
    """
    last = _last(interview)
    sequence = 0 if last is None else last.sequence + 1
    if sequence > int(CHANGES_MAX):
        raise Conflict(f"This interview was moved {sequence} times. Cancel it and plan a new one.")
    panel = panel_of(interview)
    changed = last is not None and not last.is_cancellation
    _row(interview, sequence, panel, at, is_cancellation=False)
    candidate = interview.application.candidate
    if candidate.email:
        occasion = _occasion(interview, panel, settings.BASE_URL + room_path(interview))
        letter = to_candidate(occasion, zone=candidate.time_zone, changed=changed)
        _send(
            interview,
            sequence,
            Method.REQUEST,
            Attendee(name=candidate.name, email=candidate.email),
            letter,
            at,
        )
    occasion = _occasion(interview, panel, f"{settings.BASE_URL}/interviews/{interview.pk}/")
    for seat in panel:
        letter = to_panel(occasion, zone=seat.user.time_zone, changed=changed)
        _send(
            interview,
            sequence,
            Method.REQUEST,
            Attendee(name=seat.user.name, email=seat.user.email),
            letter,
            at,
        )
        _hold(interview, sequence, Method.REQUEST, seat.user, occasion, at)
    if last is not None:
        _tell_removed(interview, last, panel, sequence, at)


def _tell_removed(
    interview: Interview, last: Invitation, panel: list[PanelMember], sequence: int, at: datetime
) -> None:
    gone = set(last.panel_emails) - {seat.user.email for seat in panel}
    occasion = _occasion(interview, panel, "")
    for email in sorted(gone):
        letter = cancelled(occasion, zone="UTC")
        to = Attendee(name=email, email=email)
        _send(interview, sequence, Method.CANCEL, to, letter, at)
        _send_held(interview, sequence, Method.CANCEL, to, letter, at)


def _call_off(interview: Interview, at: datetime) -> None:
    last = _last(interview)
    if last is None or last.is_cancellation or interview.starts_at is None:
        return
    panel = panel_of(interview)
    sequence = last.sequence + 1
    _row(interview, sequence, panel, at, is_cancellation=True)
    occasion = _occasion(interview, panel, "")
    candidate = interview.application.candidate
    readers = [(seat.user.name, seat.user.email, seat.user.time_zone) for seat in panel]
    if candidate.email:
        readers.append((candidate.name, candidate.email, candidate.time_zone))
    for name, email, zone in readers:
        letter = cancelled(occasion, zone=zone)
        _send(interview, sequence, Method.CANCEL, Attendee(name=name, email=email), letter, at)
    for seat in panel:
        _hold(interview, sequence, Method.CANCEL, seat.user, occasion, at)


def _hold(
    interview: Interview, sequence: int, method: Method, user: User, occasion: Occasion, at: datetime
) -> None:
    """Keeps the minutes for their card free in a panel member's calendar, or frees them again."""
    to = Attendee(name=user.name, email=user.email)
    to_card = replace(occasion, link=f"{settings.BASE_URL}/interviews/{interview.pk}/scorecard/")
    _send_held(interview, sequence, method, to, for_card(to_card, zone=user.time_zone), at)


def _row(
    interview: Interview, sequence: int, panel: list[PanelMember], at: datetime, *, is_cancellation: bool
) -> None:
    assert interview.starts_at is not None, "what is announced has a time"
    Invitation.objects.create(
        interview=interview,
        sequence=sequence,
        starts_at=interview.starts_at,
        minutes=interview.minutes,
        call_url=interview.call_url,
        sent_at=at,
        is_cancellation=is_cancellation,
        panel_emails=[seat.user.email for seat in panel],
    )


def _occasion(interview: Interview, panel: list[PanelMember], link: str) -> Occasion:
    opening = interview.application.opening
    assert interview.starts_at is not None
    return Occasion(
        candidate=interview.application.candidate.name,
        opening=opening.title,
        round_name=interview.round.name,
        recruiter=opening.recruiter.name,
        recruiter_email=opening.recruiter.email,
        panel=tuple(seat.user.name for seat in panel),
        starts_at=interview.starts_at,
        minutes=interview.minutes,
        call_url=interview.call_url,
        call_phone=interview.call_phone,
        allowed=allowed_lines(opening.allowed_tools),
        link=link,
    )


def _send(
    interview: Interview, sequence: int, method: Method, to: Attendee, letter: Letter, at: datetime
) -> None:
    assert interview.starts_at is not None
    event = Event(
        uid=f"{interview.log_id}@otherside",
        sequence=sequence,
        starts_at=interview.starts_at,
        minutes=interview.minutes,
        summary=letter.subject,
        description=letter.body,
        url=interview.call_url,
        organizer=_organizer(interview),
        attendees=(to,),  # one reader each: nobody learns another's address from a calendar
    )
    _mail(event, method, to, letter, at)


def _send_held(
    interview: Interview, sequence: int, method: Method, to: Attendee, letter: Letter, at: datetime
) -> None:
    """A letter of its own: a mailed invitation may hold one appointment only (RFC 5546, 3.2.2)."""
    assert interview.starts_at is not None
    event = Event(
        uid=f"{interview.log_id}-card@otherside",
        sequence=sequence,
        starts_at=interview.starts_at + timedelta(minutes=interview.minutes),
        minutes=CARD_MINUTES,
        summary=letter.subject,
        description=letter.body,
        url="",
        organizer=_organizer(interview),
        attendees=(to,),
    )
    _mail(event, method, to, letter, at)


def _organizer(interview: Interview) -> Attendee:
    recruiter = interview.application.opening.recruiter
    return Attendee(name=recruiter.name, email=recruiter.email)


def _mail(event: Event, method: Method, to: Attendee, letter: Letter, at: datetime) -> None:
    calendar = CalendarPart(calendar_file(event, method, at=at), method.value)
    enqueue_mail(to=to.email, subject=letter.subject, body=letter.body, at=at, calendar=calendar)
