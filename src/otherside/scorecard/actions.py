"""What people do with their scorecards: open, save as they go, hand in."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction

from otherside.accounts.actions import record_audit
from otherside.accounts.models import User
from otherside.delivery.actions import enqueue_mail
from otherside.interview.access import access_as_panel
from otherside.interview.actions import card_in
from otherside.interview.card_time import card_due
from otherside.interview.models import Interview, PanelMember
from otherside.interview.state import State
from otherside.kernel.errors import Conflict, Unavailable
from otherside.live.actions import regrant
from otherside.resume.actions import keep_asked
from otherside.rubric.edge import load_rubric
from otherside.scorecard.access import access_own_card, helped_in, overdue, own_log
from otherside.scorecard.card import Fields, clean, cut, overlong, read_card, refuse_incomplete
from otherside.scorecard.letters import RECRUITER, step_at, to_author, to_recruiter
from otherside.scorecard.limits import REVISIONS
from otherside.scorecard.merge import Clash, merged
from otherside.scorecard.models import Draft, Reminder, Scorecard

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Saved:
    """The card after saving. `clashes`: fields that another tab changed as well; there theirs stays.
    `overlong`: fields above their limit, each with a phrase; there what was saved before stays.
    """

    card: Scorecard
    clashes: Mapping[str, Clash]
    overlong: Mapping[str, str]


def open_card(interview_id: int, user: User, *, at: datetime) -> Scorecard:
    """The own card of an interview, begun now where there was none. Raises NotFound, Conflict."""
    interview, card = access_own_card(interview_id, user)
    if card is not None:
        return card
    if interview.state == State.CANCELLED:
        raise Conflict("This interview was cancelled; there is nothing to rate.")
    return _begun(interview, user, at)


def _begun(interview: Interview, user: User, at: datetime) -> Scorecard:
    rubric = load_rubric()
    with transaction.atomic():
        card, _ = Scorecard.objects.get_or_create(
            interview=interview,
            author=user,
            defaults={
                "level": interview.application.opening.level,
                "rubric_version": rubric.version,
                "fields": clean({}, rubric),
                "created_at": at,
                "changed_at": at,
            },
        )
        Draft.objects.get_or_create(card=card, version=0, defaults={"fields": card.fields, "saved_at": at})
    return card


def save_draft(interview_id: int, user: User, fields: Fields, *, version: int, at: datetime) -> Saved:
    """Saves the draft that was made on `version`; what another tab saved since is kept, field by field.

    A field that is too long is left out, and keeps nothing else from being saved. Raises NotFound, Invalid
    for a value that is no rating, and Conflict once the card is in.
    """
    card = open_card(interview_id, user, at=at)
    rubric = load_rubric()
    too_long = overlong(fields, rubric)
    mine = {name: text for name, text in clean(cut(fields, rubric), rubric).items() if name not in too_long}
    with transaction.atomic():
        card = Scorecard.objects.select_for_update().get(pk=card.pk)
        if card.submitted_at is not None:
            raise Conflict("Your card is in since you opened this page; it cannot be changed any more.")
        base = card.fields if version == card.version else _base(card, version)
        result = merged(base, card.fields, mine)
        if dict(result.fields) != card.fields:
            _keep(card, dict(result.fields), at)
    return Saved(card, result.clashes, too_long)


def _base(card: Scorecard, version: int) -> dict[str, str] | None:
    row = Draft.objects.filter(card=card, version=version).first()
    return row.fields if row is not None else None


def _keep(card: Scorecard, fields: dict[str, str], at: datetime) -> None:
    """A new version of a locked card."""
    card.version, card.fields, card.changed_at = card.version + 1, fields, at
    Scorecard.objects.filter(pk=card.pk, submitted_at__isnull=True).update(
        version=card.version, fields=fields, changed_at=at
    )
    Draft.objects.create(card=card, version=card.version, fields=fields, saved_at=at)
    Draft.objects.filter(card=card, version__lte=card.version - int(REVISIONS)).delete()


def submit(interview_id: int, user: User, *, version: int, at: datetime) -> Scorecard:
    """Hands the card in as it was at `version`; from then on colleagues can read it and nobody change it.

    Raises NotFound, NotComplete with what is missing, and Conflict where the hour has not ended, another tab
    has saved since, or the card is in already. Afterwards the colleagues' marks in the log open to them.
    """
    interview, found = access_own_card(interview_id, user)
    if interview.state != State.ENDED:
        raise Conflict("The hour has not ended, so the card cannot go in yet. Your draft is kept.")
    if found is None:
        found = _begun(interview, user, at)
    rubric = load_rubric()
    marked = own_log(interview, access_as_panel(interview_id, user)[1]).hour.probe_states()
    helped = helped_in(interview, found.level)
    with transaction.atomic():
        card = Scorecard.objects.select_for_update().get(pk=found.pk)
        if card.submitted_at is not None:
            raise Conflict("Your card is in already.")
        if card.version != version:
            raise Conflict("Another tab has saved this card since. Look at it once more, then hand it in.")
        refuse_incomplete(read_card(card.fields, rubric), rubric, helped)
        still = Scorecard.objects.filter(pk=card.pk, submitted_at__isnull=True, version=version)
        if still.update(submitted_at=at, rubric_version=rubric.version) == 0:
            raise Conflict("Somebody has handed this card in meanwhile. Reload the page.")
        Draft.objects.filter(card=card).delete()
        record_audit(at, user, "scorecard.submitted", "scorecard", card.pk, {"interview": interview.pk})
        keep_asked(interview, user, marked, at)
        card_in(interview, user, at)
    card.refresh_from_db()
    _open_marks(interview)
    return card


def _open_marks(interview: Interview) -> None:
    """Gives the author the grants they have now, where the hour had a log; after the commit."""
    if interview.opened_at is None:
        return
    try:
        regrant(interview)
    except Unavailable:
        # The card is in whatever the relay says: the grants come with the member's next ticket.
        logger.warning("grants not renewed interview=%s", interview.pk)


def remind_overdue(at: datetime) -> int:
    """Writes to whoever still owes a card: its author after an hour and a day, the recruiter after two days.

    Each letter goes out once, also with several workers; whoever was missed gets the last one only. Returns
    how many went out.
    """
    sent = 0
    for seat in overdue(at):
        assert seat.interview.ended_at is not None, "overdue() asks for a time"
        step = step_at(at - card_due(seat.interview.ended_at))
        if step is not None:
            sent += _remind(seat, step, at)
    return sent


def _remind(seat: PanelMember, step: str, at: datetime) -> bool:
    interview = seat.interview
    application = interview.application
    words = {"candidate": application.candidate.name, "round_name": interview.round.name}
    page = f"{settings.BASE_URL}/interviews/{interview.pk}/"
    if step == RECRUITER:
        to = application.opening.recruiter
        letter = to_recruiter(author=seat.user.name, link=page, **words)
    else:
        to = seat.user
        letter = to_author(link=f"{page}scorecard/", step=step, **words)
    with transaction.atomic():
        _, is_first = Reminder.objects.get_or_create(
            interview=interview, author=seat.user, step=step, defaults={"sent_at": at}
        )
        if not is_first or not to.is_active:
            return False
        enqueue_mail(to=to.email, subject=letter.subject, body=letter.body, at=at)
    return True
