"""The debrief page: cards side by side, a view first, then the policy, then a decision."""

import pytest

from otherside.decision.models import Comment, Decision, Vouch
from otherside.interview.models import Interview
from otherside.live import entries as kinds
from otherside.question.edge import load_bank
from otherside.relay import client as relay
from tests.support import cast
from tests.support.cards import AT, card_in, fields
from tests.support.cast import ClientFor, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def app(held: Interview, alice: User, bob: User) -> int:
    card_in(held, alice, fields({"working-together": 4, "code": 4, "design": 4}))
    card_in(
        held, bob, fields({"working-together": 4, "code": 4, "design": 2}, recommendation="one-level-down")
    )
    return held.application_id


def test_the_whole_way_through_the_page(app: int, priya: User, alice: User, client_for: ClientFor) -> None:
    manager, member = client_for(priya), client_for(alice)
    address = f"/applications/{app}/debrief/"
    text = manager.get(address).content.decode()
    assert "! 2 apart" in text
    assert "The policy proposes" not in text
    assert manager.post(f"{address}view/", {"text": "Worried about design."}).status_code == 302
    text = manager.get(address).content.decode()
    assert "One more round" in text
    assert "Split: design (2 and 4)" in text
    assert "Design is not offered" in text
    assert member.post(f"{address}vouch/", {"traits": "calm, curious", "words": "Saw it."}).status_code == 302
    assert Vouch.objects.get().traits == ["calm", "curious"]
    assert member.post(f"{address}comment/", {"text": "Let us talk."}).status_code == 302
    assert Comment.objects.count() == 1
    refused = manager.post(
        f"{address}decide/", {"kind": "yes", "reason": "", "seen": "0", "note": "kept words"}
    )
    assert refused.status_code == 422
    assert "Write why" in refused.content.decode()
    assert "kept words" in refused.content.decode()
    done = manager.post(
        f"{address}decide/",
        {
            "kind": "one-more-round",
            "reason": "Design.",
            "seen": "0",
            "focus": ["design"],
            "minutes": "45",
            "round-kind": "coding",
        },
    )
    assert done.status_code == 302
    assert Decision.objects.get().focus == ["design"]
    text = member.get(address).content.decode()
    assert "As the policy proposed." in text
    assert "Decide anew" not in text
    text = manager.get(address).content.decode()
    assert text.index("<h2>Decided</h2>") < text.index("<summary>Decide anew</summary>")
    assert text.index("<summary>Decide anew</summary>") < text.index("Your view, before the policy")
    assert '<details class="anew">' in text
    stale = manager.post(f"{address}decide/", {"kind": "yes", "reason": "Late.", "seen": "0"})
    assert stale.status_code == 409


def test_a_form_that_is_none_is_refused(app: int, priya: User, client_for: ClientFor) -> None:
    assert client_for(priya).post(f"/applications/{app}/debrief/decide/", {"seen": "x"}).status_code == 422


def test_an_empty_debrief_says_what_will_come(held: Interview, priya: User, client_for: ClientFor) -> None:
    text = client_for(priya).get(f"/applications/{held.application_id}/debrief/").content.decode()
    assert "No card is in yet" in text


def test_who_owes_a_card_is_led_to_it(held: Interview, bob: User, client_for: ClientFor) -> None:
    page = client_for(bob).get(f"/applications/{held.application_id}/debrief/")
    assert page.status_code == 200
    assert f"/interviews/{held.pk}/scorecard/" in page.content.decode()
    assert (
        client_for(bob)
        .post(f"/applications/{held.application_id}/debrief/comment/", {"text": "x"})
        .status_code
        == 404
    )


def test_the_debrief_asks_few_questions_of_the_database(
    app: int, priya: User, alice: User, client_for: ClientFor, django_assert_max_num_queries: object
) -> None:
    manager = client_for(priya)
    manager.post(f"/applications/{app}/debrief/view/", {"text": "Hm."})
    for client in (manager, client_for(alice)):
        with django_assert_max_num_queries(20):
            assert client.get(f"/applications/{app}/debrief/").status_code == 200


def test_the_policy_can_be_read_by_everybody(bob: User, client_for: ClientFor) -> None:
    text = client_for(bob).get("/policy/").content.decode()
    assert "a key signal was seen and was weak" in text
    assert "2 or more required signals were seen and were weak" in text
    assert "weak_many" not in text


def test_the_page_says_what_each_round_tested_and_what_a_rating_was_seen_on(
    held: Interview, alice: User, bob: User, priya: User, client_for: ClientFor
) -> None:
    held.opened_at = AT
    held.save(update_fields=["opened_at"])
    relay.open_log(
        held.log_id, kinds.HOUR_OPENED.new(kinds.HourOpened(AT.isoformat(), 60), track=kinds.OUTLINE)
    )
    problem = load_bank().problem("rate-limiter")
    for revision in (0, 1):
        body = kinds.StatementShown("doc:q1", problem.id, problem.title, "…", revision)
        relay.append(held.log_id, [kinds.STATEMENT_SHOWN.new(body, track=kinds.OUTLINE, actor=1)])
    hint = kinds.HintShown(problem.id, 1, "Look at the edge.")
    relay.append(held.log_id, [kinds.HINT_SHOWN.new(hint, track=kinds.HINT, actor=1)])
    card_in(held, alice, fields({"working-together": 4, "code": 4}))
    card_in(held, bob, fields({"working-together": 4}))
    address = f"/applications/{held.application_id}/debrief/"
    text = client_for(priya).get(address).content.decode()
    assert "What each round tested" in text
    assert "1 of 2 cards" in text
    assert f"{problem.title} (" in text
    assert "1 hint, 1 harder version" in text


def test_a_level_that_has_no_opening_is_not_offered(
    app: int, priya: User, rosa: User, charlie: User, client_for: ClientFor
) -> None:
    manager, address = client_for(priya), f"/applications/{app}/debrief/"
    manager.post(f"{address}view/", {"text": "Worried about design."})
    text = manager.get(address).content.decode()
    assert 'value="one-level-down"' not in text
    assert "No opening one level up or down is open" in text
    there = cast.opening(hiring_manager=priya, recruiter=rosa, level="mid-senior", title="Backend engineer")
    assert 'value="one-level-down"' in manager.get(address).content.decode()
    values = {"kind": "one-level-down", "reason": "Design.", "seen": "0", "opening": str(there.pk)}
    refused = manager.post(f"{address}decide/", values)
    assert refused.status_code == 422
    assert "the candidate agrees" in refused.content.decode()
    assert client_for(charlie).post(f"{address}decide/", values).status_code == 404
    assert manager.post(f"{address}decide/", {**values, "agreed": "Yes, by mail."}).status_code == 302
    assert "Yes, by mail." in manager.get(address).content.decode()
    assert "Yes, by mail." not in client_for(rosa).get(f"/applications/{app}/").content.decode()
