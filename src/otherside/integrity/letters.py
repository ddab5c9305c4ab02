"""What the candidate is written about a case: plainly, with the link to see and to answer."""

from dataclasses import dataclass
from datetime import date

from otherside.integrity.case import Outcome
from otherside.integrity.limits import COMMENT_DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What every letter needs to know."""

    name: str
    opening: str
    link: str
    recruiter: str
    recruiter_email: str


@dataclass(frozen=True, slots=True)
class Letter:
    subject: str
    body: str


def case_opened(around: Around, question: str) -> Letter:
    return Letter(
        f"A question about your interview: {around.opening}",
        _body(
            around,
            "After your interview one of us had a question that we would rather ask you than guess:",
            question,
            "At this address you see the same list of facts that we see, with what each does not prove, "
            f"and can say something to it. We wait for {int(COMMENT_DAYS)} days before anybody decides:",
            around.link,
        ),
    )


def case_closed(around: Around, outcome: Outcome) -> Letter:
    said = {
        Outcome.NOTHING: "It is settled, and nothing follows from it.",
        Outcome.TALKED: "It is settled. We talked about it, and nothing follows from it.",
        Outcome.CHEATED: "We have come to the view that the work shown was not your own.",
    }[outcome]
    return Letter(
        f"The question about your interview: {around.opening}",
        _body(
            around, f"You were asked something about your interview. {said}", "The whole of it:", around.link
        ),
    )


def banned(around: Around, reason: str, review_on: date) -> Letter:
    return Letter(
        f"Applications to us until {review_on:%d %B %Y}",
        _body(
            around,
            f"Two people here have decided not to take applications from you until {review_on:%d %B %Y}, "
            "when this is looked at again. The reason:",
            reason,
            "If you think that this is wrong, say so at the address below. You need no account. Somebody who "
            "had no part in it reads what you write and decides:",
            around.link,
        ),
    )


def appeal_decided(around: Around, lift: bool, reason: str) -> Letter:
    outcome = (
        "It is lifted; you can apply again at any time." if lift else "It stays until its date of review."
    )
    return Letter(
        "Your appeal",
        _body(
            around,
            f"Somebody who had no part in it has looked at your case again. {outcome}",
            reason,
            around.link,
        ),
    )


def _body(around: Around, *paragraphs: str) -> str:
    end = f"{around.recruiter}, {around.recruiter_email}"
    return "\n\n".join([f"Hello {around.name},", *(text.strip() for text in paragraphs), end]) + "\n"
