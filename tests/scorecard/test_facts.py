"""What stands beside the ratings: own marks to place, and figures from the log."""

import msgspec
import pytest
from django.utils.html import escape
from pycrdt import Doc, Text

from otherside.hiring.models import Round
from otherside.interview.models import Interview, Member, PanelMember
from otherside.live import entries as kinds
from otherside.log.entry import NewEntry
from otherside.question.edge import load_bank
from otherside.relay import client as relay
from otherside.resume.access import earlier_marks
from otherside.resume.models import Probe
from otherside.rubric.edge import load_rubric
from otherside.run.entries import RUN_FINISHED, RUN_TRACK, RunFinished
from otherside.run.tests import TestResult
from otherside.scorecard.access import own_log
from otherside.scorecard.card import read_card
from otherside.scorecard.facts import facts
from otherside.scorecard.marks import placeable
from otherside.scorecard.models import Scorecard
from tests.support.cards import AT, card_in, draft, fields
from tests.support.cast import ClientFor, User

pytestmark = pytest.mark.django_db


def run(name: str, *, passed: bool, outcome: str = "ok") -> RunFinished:
    result = TestResult(name="example", passed=passed, expected="1", actual="1" if passed else "2")
    return RunFinished(
        run=name, doc="doc:q1", language="python", mode="visible", files={}, stdin="", outcome=outcome, exit_code=0,
        signal=None, stdout="", stderr="", wall_ms=1, cpu_ms=1, memory_bytes=1, promise="full", tests=(result,),
    )  # fmt: skip


@pytest.fixture
def logged(held: Interview) -> Interview:
    """An hour with a mark of each of the panel, a hint, three runs of which the last is green, and one on
    the pad, which is never judged.
    """
    held.opened_at = AT
    held.save(update_fields=["opened_at"])
    relay.open_log(
        held.log_id, kinds.HOUR_OPENED.new(kinds.HourOpened(AT.isoformat(), 60), track=kinds.OUTLINE)
    )
    relay.append(held.log_id, [kinds.HOUR_BEGUN.new(kinds.HourBegun(), track=kinds.OUTLINE, actor=1)])
    for member, text in ((1, "chose the log"), (2, "UNSEEN")):
        body = kinds.MarkSet(kind="good", text=text, of_ms=724_900)
        relay.append(held.log_id, [kinds.MARK_SET.new(body, track=kinds.mark_track(member), actor=member)])
    hint = kinds.HintShown(question="rate-limiter", step=1, text="Look at the edge.")
    relay.append(held.log_id, [kinds.HINT_SHOWN.new(hint, track=kinds.HINT, actor=1)])
    tried = msgspec.structs.replace(run("pad", passed=False, outcome="nonzero"), doc="doc:pad", tests=())
    relay.append(held.log_id, [RUN_FINISHED.new(tried, track=RUN_TRACK)])
    for name, passed, outcome in (("a", False, "nonzero"), ("b", False, "ok"), ("c", True, "ok")):
        relay.append(
            held.log_id, [RUN_FINISHED.new(run(name, passed=passed, outcome=outcome), track=RUN_TRACK)]
        )
    return held


def test_facts_have_figures_and_marks_are_the_readers_own(logged: Interview, alice: User) -> None:
    seen = own_log(logged, Member.objects.get(interview=logged, user=alice))
    hour, found = seen.hour, facts(seen.hour, seen.runs)
    assert [(fact.what, fact.figure) for fact in found["problem-solving"]] == [
        ("Hints", "1 shown, 0 said"), ("Runs", "3"), ("Runs to green", "3"),
    ]  # fmt: skip
    assert found["code"][0].figure == "1 of 3 runs"
    assert [fact.what for fact in found["learning"]] == ["Hint to next green run"]
    rubric = load_rubric()
    marks = placeable(hour, 1, read_card({}, rubric))
    assert [(mark.line, mark.placed) for mark in marks] == [("12:04 chose the log", False)]
    assert placeable(hour, 1, read_card({"moments-code": marks[0].line}, rubric))[0].placed


def test_an_hour_without_a_log_has_no_facts(held: Interview, alice: User) -> None:
    seen = own_log(held, Member.objects.get(interview=held, user=alice))
    assert (facts(seen.hour, seen.runs), seen.runs) == ({}, ())


def test_the_page_offers_own_marks_and_no_colleagues(
    logged: Interview, alice: User, client_for: ClientFor
) -> None:
    client = client_for(alice)
    address = f"/interviews/{logged.pk}/scorecard/"
    text = client.get(address).content.decode()
    assert "1 mark to place" in text
    assert "UNSEEN" not in text
    draft(logged, alice, {"moments-code": "12:04 chose the log"})
    text = client.get(address).content.decode()
    assert "0 marks to place" in text
    assert f"{logged.log_id}@hour:12:04" in text


@pytest.fixture
def probed_by_alice(logged: Interview) -> Probe:
    row = Probe.objects.create(
        application=logged.application,
        key="k1",
        claim="98 % fewer double bookings",
        ask="How counted?",
        changed_at=AT,
    )
    for state in ("asked", "supported"):
        body = kinds.ProbeSet(probe="k1", state=state, note="UNSEEN-NOTE")
        relay.append(logged.log_id, [kinds.PROBE_SET.new(body, track=kinds.mark_track(1), actor=1)])
    return row


def test_the_author_finds_notes_and_probes_on_the_card_and_nobody_else_does(
    logged: Interview, probed_by_alice: Probe, alice: User, bob: User, client_for: ClientFor
) -> None:
    doc: Doc = Doc()
    text = doc.get("text", type=Text)
    text += "UNSEEN-THOUGHT, kept for myself"
    relay.append(logged.log_id, [NewEntry(1, "notes:1", "y.update", 1, doc.get_update())])
    hers = client_for(alice).get(f"/interviews/{logged.pk}/scorecard/").content.decode()
    for words in ("UNSEEN-THOUGHT", "98 % fewer", "supported", "UNSEEN-NOTE"):
        assert words in hers
    his = client_for(bob).get(f"/interviews/{logged.pk}/scorecard/").content.decode()
    assert not [words for words in ("UNSEEN-THOUGHT", "UNSEEN-NOTE", "98 % fewer") if words in his]
    assert "only you read these" not in his


def test_a_probe_that_is_settled_is_marked_in_the_next_preparation_without_how(
    logged: Interview, probed_by_alice: Probe, alice: User, bob: User, charlie: User, client_for: ClientFor
) -> None:
    application = logged.application
    other = Probe.objects.create(
        application=application, key="k2", claim="Owned it", ask="What?", changed_at=AT
    )
    second = Round.objects.create(opening=application.opening, ordinal=9, name="Second", kind="coding")
    following = Interview.objects.create(application=application, round=second, created_at=AT)
    PanelMember.objects.create(interview=following, user=charlie)
    card_in(logged, alice)
    page = client_for(charlie).get(f"/interviews/{following.pk}/prepare/").content.decode()
    assert "settled in round 1" in page
    assert "supported" not in page
    assert page.index(other.claim) < page.index(probed_by_alice.claim)
    assert earlier_marks(application, bob) == {}  # he owes a card of that hour
    card_in(logged, bob)
    assert earlier_marks(application, bob) == {probed_by_alice.pk: "settled in round 1"}


def test_help_asks_for_a_reason_on_the_page_and_a_click_places_a_mark(
    logged: Interview, alice: User, charlie: User, client_for: ClientFor
) -> None:
    client, address = client_for(alice), f"/interviews/{logged.pk}/scorecard/"
    values = fields({"working-together": 4, "problem-solving": 5})
    values |= {name: "" for name in values if name.startswith("moments-")}
    card = draft(logged, alice, values)
    text = client.get(address).content.decode()
    assert "a reason for the 5 in problem solving after 1 hint" in text
    assert "needs a reason" in text
    assert 'value="place:problem-solving:12:04 chose the log"' in text
    refused = client.post(
        address, {"do": "submit", "version": card.version, **card.fields}, headers={"accept": "text/html"}
    )
    assert refused.status_code == 422
    placed = client.post(
        address, {"do": "place:learning:12:04 chose the log", "version": card.version, **card.fields}
    )
    assert placed.headers["location"].endswith("#learning")
    saved = Scorecard.objects.get().fields
    assert saved["moments-learning"] == "12:04 chose the log"
    reasoned = {**saved, "reason-problem-solving": "Only the edge; the rest alone."}
    done = client.post(address, {"do": "submit", "version": Scorecard.objects.get().version, **reasoned})
    assert done.status_code == 302
    assert "in spite of the help given" in client.get(done.headers["location"]).content.decode()
    assert client_for(charlie).post(address, {"do": "place:code:12:04 x", "version": "0"}).status_code == 404


def test_the_anchors_are_the_packages_own_words_where_it_has_them(
    logged: Interview, alice: User, client_for: ClientFor
) -> None:
    problem = next(p for p in load_bank().problems.values() if "code" in p.anchors)
    body = kinds.StatementShown("doc:q1", problem.id, problem.title, "…", 0)
    relay.append(logged.log_id, [kinds.STATEMENT_SHOWN.new(body, track=kinds.OUTLINE, actor=1)])
    text = client_for(alice).get(f"/interviews/{logged.pk}/scorecard/").content.decode()
    assert escape(problem.anchors["code"][2]) in text
    assert f"For {problem.title}" in text
    assert f"0 of {len(problem.facts)}" in text


def test_a_signal_without_a_moment_is_greyed_with_the_reason_and_can_be_rated_anyway(
    logged: Interview, alice: User, client_for: ClientFor
) -> None:
    segments = [kinds.PlannedSegment("s1", "problem", "A problem", 50)]
    changed = kinds.PlanChanged("The hour began with this plan.", segments)
    relay.append(logged.log_id, [kinds.PLAN_CHANGED.new(changed, track=kinds.PLAN, actor=1)])
    client, address = client_for(alice), f"/interviews/{logged.pk}/scorecard/"
    assert "Not tested: no choice was challenged." in client.get(address).content.decode()
    client.post(address, {"do": "save", "version": "0", "value-depth": "3", "words-depth": "Held it."})
    assert "no choice was challenged" not in client.get(address).content.decode()
