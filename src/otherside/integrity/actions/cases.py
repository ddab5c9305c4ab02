"""A case: the candidate comments, the panel or the manager opens, the manager closes."""

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction

from otherside.accounts.actions import record_audit
from otherside.accounts.models import User
from otherside.integrity import case as case_rules
from otherside.integrity import letters
from otherside.integrity.access import access_facts, access_facts_to_close, access_own_facts
from otherside.integrity.actions.telling import around, check_text, chosen_of, tell
from otherside.integrity.case import Outcome
from otherside.integrity.limits import COMMENTS_MAX
from otherside.integrity.models import CandidateComment, Case
from otherside.kernel.errors import Conflict


def comment(token: str, at: datetime, *, text: str) -> None:
    """The candidate's word to the facts, by the link of after. Raises Conflict once a case is closed."""
    facts, _ = access_own_facts(token, at)
    check_text(text, "Your comment", "Write what happened, in your own words.")
    if facts.case is not None and facts.case.closed_at is not None:
        raise Conflict("This case has been closed, so nothing can be added. Write to the recruiter instead.")
    COMMENTS_MAX.check(len(facts.comments) + 1, "What you said here")
    with transaction.atomic():
        CandidateComment.objects.create(interview=facts.interview, text=text.strip(), said_at=at)
        record_audit(at, None, "case.commented", "interview", facts.interview.pk)


def open_case(interview_id: int, user: User, *, question: str, evidence: Sequence[int], at: datetime) -> Case:
    """By the panel, once their card is in, or the hiring manager; the candidate is told at once."""
    page = access_facts(interview_id, user)
    interview = page.facts.interview
    check_text(question, "The question", "Say what is to be found out; the candidate reads it.")
    chosen = chosen_of(evidence, {one.at_ms for one in page.facts.found})
    try:
        with transaction.atomic():
            row = Case.objects.create(
                interview=interview, question=question.strip(), evidence=chosen, opened_by=user, opened_at=at
            )
            record_audit(at, user, "case.opened", "interview", interview.pk, {"evidence": len(chosen)})
            tell(interview, letters.case_opened(around(interview), row.question), at)
    except IntegrityError as error:
        raise Conflict("A colleague has opened a case meanwhile. Reload the page.") from error
    return row


def close_case(interview_id: int, user: User, *, outcome: Outcome, reason: str, at: datetime) -> None:
    """By the hiring manager, after the candidate has commented or had the days for it. Raises Conflict."""
    facts = access_facts_to_close(interview_id, user)
    if facts.case is None:
        raise Conflict("There is no case to close. Open one first, so that the candidate can comment.")
    check_text(reason, "The reason", "Say what was weighed.")
    case_rules.check_close(facts.case.as_state(facts.commented_at), reason, at)
    with transaction.atomic():
        rows = Case.objects.filter(pk=facts.case.pk, closed_at__isnull=True)
        values = {"closed_at": at, "closed_by": user, "outcome": outcome.value, "reason": reason.strip()}
        if rows.update(**values) == 0:
            raise Conflict("Somebody has closed this case meanwhile. Reload the page.")
        record_audit(at, user, "case.closed", "interview", facts.interview.pk, {"outcome": outcome.value})
        tell(facts.interview, letters.case_closed(around(facts.interview), outcome), at)
