"""A ban: proposed, confirmed by a second person, appealed without an account, decided by a third."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import IntegrityError, transaction

from otherside.accounts.actions import record_audit
from otherside.accounts.models import User
from otherside.integrity import ban as ban_rules
from otherside.integrity import letters
from otherside.integrity.access import (
    access_ban,
    access_facts_to_close,
    access_own_facts,
    hashes_of,
    involved_in,
)
from otherside.integrity.actions.telling import around, check_text, chosen_of, tell
from otherside.integrity.ban import BanStage
from otherside.integrity.case import Outcome
from otherside.integrity.models import Ban
from otherside.kernel.errors import Conflict


def propose_ban(
    interview_id: int, user: User, *, reason: str, evidence: Sequence[int], review_on: date, at: datetime
) -> Ban:
    """After a case that ended with *the work was not their own*. In force once a second person confirms."""
    facts = access_facts_to_close(interview_id, user)
    if facts.case is None or facts.case.outcome != Outcome.CHEATED.value:
        raise Conflict(f"A ban follows only from a case that was closed with: {Outcome.CHEATED.label}.")
    check_text(reason, "The reason", "Say what was done.")
    chosen = chosen_of(evidence, {one.at_ms for one in facts.found})
    ban_rules.check_proposal(reason, chosen, review_on, at.date())
    hashes = hashes_of(facts.interview.application.candidate)
    try:
        with transaction.atomic():
            row = Ban.objects.create(
                case=facts.case, reason=reason.strip(), evidence=chosen, review_on=review_on,
                proposed_by=user, proposed_at=at, email_hash=hashes.email, phone_hash=hashes.phone,
                name_hashes=list(hashes.name),
            )  # fmt: skip
            record_audit(at, user, "ban.proposed", "ban", row.pk, {"interview": facts.interview.pk})
    except IntegrityError as error:
        raise Conflict("A ban was proposed for this case already; it stands in the list of bans.") from error
    return row


def confirm_ban(ban_id: int, user: User, *, at: datetime) -> None:
    """By an administrator who did not propose it; the candidate is told, with the way to appeal."""
    row = access_ban(ban_id, user)
    if not user.is_administrator:
        raise Conflict("An administrator confirms a ban; ask one.")
    ban_rules.confirm(row.as_state(involved_in(row.case)), user.pk)
    with transaction.atomic():
        rows = Ban.objects.filter(pk=row.pk, stage=BanStage.PROPOSED.value)
        if rows.update(stage=BanStage.IN_FORCE.value, confirmed_by=user, confirmed_at=at) == 0:
            raise Conflict("Somebody has dealt with this ban meanwhile. Reload the page.")
        record_audit(at, user, "ban.confirmed", "ban", row.pk)
        interview = row.case.interview
        tell(interview, letters.banned(around(interview), row.reason, row.review_on), at)


def withdraw_ban(ban_id: int, user: User, *, at: datetime) -> None:
    """By who proposed it, or an administrator, before it is in force."""
    row = access_ban(ban_id, user)
    if not user.is_administrator and row.proposed_by_id != user.pk:
        raise Conflict("Who proposed a ban withdraws it, or an administrator.")
    ban_rules.withdraw(row.as_state(involved_in(row.case)))
    with transaction.atomic():
        rows = Ban.objects.filter(pk=row.pk, stage=BanStage.PROPOSED.value)
        if rows.update(stage=BanStage.WITHDRAWN.value) == 0:
            raise Conflict("Somebody has dealt with this ban meanwhile. Reload the page.")
        record_audit(at, user, "ban.withdrawn", "ban", row.pk)


def appeal(token: str, at: datetime, *, text: str) -> None:
    """The candidate's, by the link of after the hour: no account is needed."""
    facts, _ = access_own_facts(token, at)
    if facts.ban is None:
        raise Conflict("There is no ban to appeal against.")
    check_text(text, "Your appeal", "Write what should be looked at again.")
    ban_rules.appeal(facts.ban.as_state(frozenset()), text, at.date())
    with transaction.atomic():
        rows = Ban.objects.filter(pk=facts.ban.pk, appealed_at=facts.ban.appealed_at)
        values = {"appeal": text.strip(), "appealed_at": at}
        if rows.update(**values) == 0:
            raise Conflict("Your appeal has been received already.")
        record_audit(at, None, "ban.appealed", "ban", facts.ban.pk)


def decide_appeal(ban_id: int, user: User, *, lift: bool, reason: str, at: datetime) -> None:
    """By an administrator who had no part in it; the candidate reads the reason."""
    row = access_ban(ban_id, user)
    if not user.is_administrator:
        raise Conflict("An administrator who had no part in it decides an appeal.")
    check_text(reason, "The reason", "Say why; the candidate reads it.")
    ban_rules.decide_appeal(row.as_state(involved_in(row.case)), user.pk, reason)
    with transaction.atomic():
        rows = Ban.objects.filter(pk=row.pk, appealed_at=row.appealed_at, appeal_decided_at__isnull=True)
        values = {
            "appeal_decided_at": at, "appeal_decided_by": user, "appeal_reason": reason.strip(),
            "stage": BanStage.LIFTED.value if lift else row.stage,
        }  # fmt: skip
        if rows.update(**values) == 0:
            raise Conflict("Somebody has decided this appeal meanwhile. Reload the page.")
        record_audit(at, user, "ban.lifted" if lift else "ban.upheld", "ban", row.pk)
        tell(row.case.interview, letters.appeal_decided(around(row.case.interview), lift, reason), at)
