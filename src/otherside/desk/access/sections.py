"""What other apps say of an application, each for this reader; None where it is not for them."""

from collections.abc import Sequence
from dataclasses import dataclass

from otherside.accounts.models import User
from otherside.accounts.standing import Standing
from otherside.decision.models import Decision
from otherside.hiring.models import Application
from otherside.integrity.access import likenesses_of
from otherside.integrity.models import Likeness
from otherside.interview.access import owes_card
from otherside.interview.matrix import may_read, may_write
from otherside.resume.access import Whole, whole_of
from otherside.rubric.edge import load_rubric
from otherside.scorecard.access import cards_of, may_read_others
from otherside.scorecard.card import read_card
from otherside.scorecard.models import Scorecard
from otherside.scorecard.recommendation import Recommended, recommended


@dataclass(frozen=True, slots=True)
class CardLine:
    """A card that is in: its row, and what its author recommends."""

    row: Scorecard
    says: Recommended | None


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A decision with its words; `reason` only for who reads the debrief."""

    row: Decision
    says: Recommended
    reason: str


def resume_section(application: Application, held: frozenset[Standing]) -> Whole | None:
    """For `resume/summary.html`."""
    if not may_read("resume", held):
        return None
    return whole_of(application, may_upload=may_write("resume", held))


def cards_section(application: Application, user: User) -> Sequence[CardLine] | None:
    """The cards that are in, for who may read others'; the blind rule is scorecard's."""
    if not may_read_others(application, user):
        return None
    rubric = load_rubric()
    found = []
    for row in cards_of(application, user):
        kind = read_card(row.fields, rubric).recommendation
        found.append(CardLine(row, recommended(kind) if kind else None))
    return found


def decisions_section(
    application: Application, held: frozenset[Standing], *, card_in: bool
) -> Sequence[DecisionLine] | None:
    """What was decided, latest first; the recruiter learns the outcome and not the reasons."""
    if not may_read("outcome", held, card_in=card_in):
        return None
    reads_reasons = may_read("debrief", held, card_in=card_in)
    rows = Decision.objects.filter(application=application).select_related("author", "round")
    return [
        DecisionLine(row, recommended(row.kind), row.reason if reads_reasons else "")
        for row in rows.order_by("-ordinal")
    ]


def likenesses_section(application: Application, held: frozenset[Standing], user: User) -> Sequence[Likeness]:
    """Bans that this application may belong to and that wait for a person, for who arranges it and owes no
    card: a suspicion anchors more than any rating.
    """
    if not may_write("application", held) or owes_card(application, user):
        return ()
    return likenesses_of(application)
