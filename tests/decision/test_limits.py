"""What a person can grow around a decision has an end, and says so."""

import pytest

from otherside.decision import actions
from otherside.decision.limits import COMMENTS, DECISIONS, TEXT, TRAIT, TRAITS
from otherside.decision.models import Comment, Decision
from otherside.interview.models import Interview
from otherside.kernel.errors import LimitReached
from tests.support.cards import AT, card_in
from tests.support.cast import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def app(held: Interview, alice: User, bob: User) -> int:
    card_in(held, alice)
    card_in(held, bob)
    return held.application_id


def test_texts_traits_comments_and_decisions_end(app: int, held: Interview, alice: User, priya: User) -> None:
    long = "x" * (int(TEXT) + 1)
    for act in (
        lambda: actions.note_view(app, priya, long, at=AT),
        lambda: actions.comment(app, alice, long, at=AT),
        lambda: actions.vouch(app, alice, ["a"] * (int(TRAITS) + 1), "x", at=AT),
        lambda: actions.vouch(app, alice, ["a" * (int(TRAIT) + 1)], "x", at=AT),
    ):
        with pytest.raises(LimitReached):
            act()
    Comment.objects.bulk_create(
        Comment(application_id=app, author=alice, text="x", said_at=AT) for _ in range(int(COMMENTS))
    )
    with pytest.raises(LimitReached, match="discussion is over"):
        actions.comment(app, alice, "One more.", at=AT)
    Decision.objects.bulk_create(
        Decision(
            application_id=app, ordinal=n, kind="undecided", reason="x", recommended="yes", rule="accept",
            policy="default", policy_version=1, author=priya, decided_at=AT,
        )
        for n in range(1, int(DECISIONS) + 1)
    )  # fmt: skip
    actions.note_view(app, priya, "Again.", at=AT)
    with pytest.raises(LimitReached, match="leave the last one"):
        actions.decide(app, priya, actions.Wish(kind="yes", reason="x", seen=int(DECISIONS)), at=AT)
