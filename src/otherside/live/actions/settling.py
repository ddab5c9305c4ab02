"""The row of an interview follows its log; see the package's docstring for why in this order."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from otherside.accounts.actions import record_audit
from otherside.delivery.actions import enqueue_mail
from otherside.interview import links
from otherside.interview.access import panel_of
from otherside.interview.actions import advance_state
from otherside.interview.models import Interview
from otherside.interview.state import FOLLOWS, State
from otherside.kernel.errors import Conflict
from otherside.live import entries as kinds
from otherside.live import letters
from otherside.live.access import ENDED, late_notices_of, read_hour
from otherside.live.ground_rules import RECORDED
from otherside.live.history import Hour
from otherside.relay import client as relay


def settle(interview: Interview) -> Hour:
    """Moves the row on to where the log is, and late notices into the log. Safe to call at any time."""
    hour = read_hour(interview.log_id)
    if hour.opened_at is None:
        return hour
    _carry_late_notices(interview, hour)
    _follow(interview, State.LOBBY, hour.opened_at)
    if hour.begun_ms is not None:
        _follow(interview, State.GOING_ON, hour.opened_at + timedelta(milliseconds=hour.begun_ms))
    if hour.ended_ms is not None and not interview.is_rehearsal:
        _end(interview, hour, hour.opened_at + timedelta(milliseconds=hour.ended_ms))
    return hour


def _follow(interview: Interview, state: State, when: datetime) -> None:
    if state not in FOLLOWS[State(interview.state)]:
        return  # it is there or beyond already, or was cancelled
    try:
        advance_state(interview, state, when)
    except Conflict:
        # Somebody settled the same interview at the same moment: what they wrote is as good as ours.
        interview.refresh_from_db(fields=["state", "opened_at", "began_at", "ended_at"])


def _end(interview: Interview, hour: Hour, when: datetime) -> None:
    """Moves the row to its end and gives the seal of the log away with it: to audit trail and panel.

    A chain proves nothing against somebody who can rewrite all of it, unless its last link lies elsewhere.
    """
    if State.ENDED not in FOLLOWS[State(interview.state)]:
        return
    found = relay.verify(interview.log_id)
    seal = {"entries": found.entries, "link": found.link.hex()}
    try:
        with transaction.atomic():
            advance_state(interview, State.ENDED, when)
            record_audit(when, None, ENDED, "interview", interview.pk, seal)
            for row in panel_of(interview):
                _ask_for_card(interview, row.user.email, seal["link"], when)
            _tell_candidate(interview, when)
            _hand_on_questions(interview, hour, when)
    except Conflict:
        # As in `_follow`; the other one has told everybody.
        interview.refresh_from_db(fields=["state", "opened_at", "began_at", "ended_at"])


def _ask_for_card(interview: Interview, address: str, link: object, at: datetime) -> None:
    name = interview.application.candidate.name
    body = (
        f"The hour with {name} has ended. Write your scorecard while it is fresh:\n\n"
        f"{settings.BASE_URL}{reverse('scorecard:edit', args=[interview.pk])}\n\n"
        f"Seal of the record, to be kept: {link}\n"
    )
    enqueue_mail(to=address, subject=f"Your scorecard for {name}", body=body, at=at)


def _tell_candidate(interview: Interview, at: datetime) -> None:
    """What comes next, behind the link that opens now: nothing else ever takes it to the candidate."""
    candidate, opening = interview.application.candidate, interview.application.opening
    if not candidate.email:
        return  # whoever may read the links copies it from the interview's page
    body = letters.body(
        name=candidate.name,
        opening=opening.title,
        link=f"{settings.BASE_URL}{links.after_path(interview)}",
        recorded=RECORDED,
        recruiter=opening.recruiter.name,
        recruiter_email=opening.recruiter.email,
    )
    enqueue_mail(to=candidate.email, subject=letters.subject(opening.title), body=body, at=at)


def _hand_on_questions(interview: Interview, hour: Hour, at: datetime) -> None:
    """What the candidate asked and nobody answered, to whoever may find out."""
    recruiter = interview.application.opening.recruiter
    if not hour.unanswered or not recruiter.email:
        return
    name = interview.application.candidate.name
    body = letters.unanswered(
        name=name,
        opening=interview.application.opening.title,
        questions=[asked.text for asked in hour.unanswered],
        link=f"{settings.BASE_URL}{reverse('interview:detail', args=[interview.pk])}",
    )
    enqueue_mail(to=recruiter.email, subject=f"{name} asked, and is owed an answer", body=body, at=at)


def _carry_late_notices(interview: Interview, hour: Hour) -> None:
    notices = late_notices_of(interview)
    if hour.ended_ms is not None or len(notices) <= len(hour.late):
        return
    for notice in notices:
        body = kinds.RunningLate(notice.minutes, notice.reason)
        entry = kinds.RUNNING_LATE.new(body, track=kinds.PRESENCE, actor=0)
        relay.append(interview.log_id, [entry], once=f"late:{notice.pk}")
