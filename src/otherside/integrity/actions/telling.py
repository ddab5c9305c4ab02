"""What the actions of this app share: checked words, chosen evidence, letters to the candidate."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.urls import reverse

from otherside.delivery.actions import enqueue_mail
from otherside.integrity import letters
from otherside.integrity.limits import EVIDENCE_MAX, TEXT_CHARS_MAX
from otherside.interview import links
from otherside.interview.models import Interview
from otherside.kernel.errors import Invalid


def chosen_of(evidence: Sequence[int], known: set[int]) -> list[int]:
    EVIDENCE_MAX.check(len(evidence), "The evidence")
    unknown = [moment for moment in evidence if moment not in known]
    if unknown:
        raise Invalid("A fact that you chose is not in the list any more. Reload the page and choose again.")
    return sorted(set(evidence))


def check_text(text: str, what: str, empty: str) -> None:
    if not text.strip():
        raise Invalid(empty)
    TEXT_CHARS_MAX.check(len(text), what)


def around(interview: Interview) -> letters.Around:
    opening = interview.application.opening
    path = reverse("integrity:own", args=[links.token(links.AFTER, interview)])
    return letters.Around(
        name=interview.application.candidate.name,
        opening=opening.title,
        link=f"{settings.BASE_URL}{path}",
        recruiter=opening.recruiter.name,
        recruiter_email=opening.recruiter.email,
    )


def tell(interview: Interview, letter: letters.Letter, at: datetime) -> None:
    address = interview.application.candidate.email
    if address:
        enqueue_mail(to=address, subject=letter.subject, body=letter.body, at=at)
