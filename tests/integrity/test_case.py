"""From an observation to a ban and its appeal, by the actions; and everybody who must not."""

from datetime import date, timedelta

import pytest

from otherside.delivery.models import Message
from otherside.integrity import actions
from otherside.integrity.access import (
    access_ban,
    access_facts,
    access_likeness,
    access_own_facts,
    bans_for,
    hashes_of,
)
from otherside.integrity.case import Outcome
from otherside.integrity.entries import PASTED
from otherside.integrity.models import Ban, Likeness
from otherside.interview import links
from otherside.interview.actions import card_in
from otherside.interview.models import PanelMember
from otherside.kernel.errors import Conflict, Invalid, NotFound
from otherside.live import actions as live
from otherside.live.actions.writing import document_entry
from otherside.live.starter import starter_update
from otherside.relay import client as relay
from tests.support import cast
from tests.support.live_table import Table

OUTSIDE = "def merge(spans):\n    spans.sort()\n    return [span for span in spans if span]\n"


@pytest.fixture
def ended(table: Table, alice: cast.User) -> Table:
    """An hour in which Dana pasted from outside and was away; it has ended, and Alice's card is in."""
    table.reveal()
    paste(table, OUTSIDE)
    actions.observe_focus(table.dana, table.later(seconds=30), once=table.once(), away_ms=None)
    actions.observe_focus(table.dana, table.later(seconds=25), once=table.once(), away_ms=25_000)
    live.end(table.alice, table.later(minutes=50), once=table.once())
    live.settle(table.interview)
    card_in(table.interview, alice, table.at)
    return table


def paste(table: Table, text: str, *, copied_here: bool = False) -> bool:
    return actions.observe_paste(
        table.dana, table.at, once=table.once(), doc=table.doc, text=text, chars=len(text),
        copied_here=copied_here,
    )  # fmt: skip


def after(table: Table) -> str:
    return links.token(links.AFTER, table.interview)


def test_the_log_keeps_size_and_origin_and_never_the_text(ended: Table, alice: cast.User) -> None:
    kept = [entry for entry in ended.entries("observed") if entry.kind == "pasted"]
    assert len(kept) == 1
    assert b"merge" not in kept[0].body
    facts = access_facts(ended.interview.pk, alice).facts
    assert {one.sort: one.figure for one in facts.found} == {
        "outside": f"4 lines, {len(OUTSIDE)} characters",
        "away": "25 s",
    }


def test_a_paste_is_not_inside_because_its_own_text_is_there_already(
    table: Table, in_process_relay: relay.Direct
) -> None:
    """The room's line is quicker than the page's word: the document holds the paste when it is told."""
    in_process_relay.clock = lambda: int(table.at.timestamp() * 1000)
    table.reveal()
    table.later(minutes=5)
    update = starter_update(table.log_id, table.doc, "paste", {"pasted.py": OUTSIDE}, name_it=False)
    relay.append(table.log_id, [document_entry(table.doc, update)])
    paste(table, OUTSIDE)
    table.later(minutes=1)
    paste(table, OUTSIDE)
    origins = [PASTED.read(entry).origin for entry in table.entries("observed")]
    assert origins == ["outside", "inside"], "a minute later it is their own to move about"


def test_a_paste_is_counted_as_browsers_count(table: Table) -> None:
    table.reveal()
    text = f"# \N{ROCKET} {'x' * 40}"
    actions.observe_paste(
        table.dana,
        table.at,
        once=table.once(),
        doc=table.doc,
        text=text,
        chars=len(text) + 1,
        copied_here=True,
    )
    assert [PASTED.read(entry).origin for entry in table.entries("observed")] == ["inside"]


@pytest.mark.parametrize(
    ("doc", "chars"), [("notes:1", 9), ("doc:" + "q" * 400, 9), ("doc:q1", 8), ("doc:q1", 2**40)]
)
def test_what_no_page_would_tell_is_refused(table: Table, doc: str, chars: int) -> None:
    table.reveal()
    with pytest.raises(Invalid, match="names its document"):
        actions.observe_paste(
            table.dana, table.at, once=table.once(), doc=doc, text="x = x + 1", chars=chars, copied_here=False
        )


def test_the_facts_wait_for_the_own_card(
    ended: Table, bob: cast.User, charlie: cast.User, priya: cast.User
) -> None:
    for person in (bob, charlie):
        with pytest.raises(NotFound):
            access_facts(ended.interview.pk, person)
    assert access_facts(ended.interview.pk, priya).may_write
    own, member = access_own_facts(after(ended), ended.at)
    assert len(own.found) == 2
    assert member.is_candidate


def test_only_the_candidates_page_tells(table: Table) -> None:
    table.reveal()
    for key in (table.alice, table.charlie):
        with pytest.raises(NotFound):
            actions.observe_focus(key, table.at, once=table.once(), away_ms=None)


def test_nothing_is_written_outside_of_the_hour(table: Table) -> None:
    table.open()
    assert not actions.observe_focus(table.dana, table.at, once=table.once(), away_ms=None)
    with pytest.raises(Invalid, match="within an hour"):
        actions.observe_focus(table.dana, table.at, once=table.once(), away_ms=10**9)


def opened(table: Table, alice: cast.User) -> None:
    facts = access_facts(table.interview.pk, alice).facts
    actions.open_case(
        table.interview.pk, alice, question="Where does the merge come from?", evidence=[facts.found[0].at_ms],
        at=table.at,
    )  # fmt: skip


def test_the_candidate_is_told_and_comments_before_it_is_closed(
    ended: Table, alice: cast.User, priya: cast.User
) -> None:
    opened(ended, alice)
    mail = Message.objects.filter(to_email="dana@example.net").latest("pk")
    assert "Where does the merge come from?" in mail.body
    assert after(ended) in mail.body
    with pytest.raises(Conflict, match="has not commented"):
        actions.close_case(
            ended.interview.pk, priya, outcome=Outcome.NOTHING, reason="weighed", at=ended.later(days=1)
        )
    actions.comment(after(ended), ended.at, text="From my own notes; I said so aloud.")
    with pytest.raises(NotFound):
        actions.close_case(ended.interview.pk, alice, outcome=Outcome.NOTHING, reason="weighed", at=ended.at)
    actions.close_case(
        ended.interview.pk, priya, outcome=Outcome.NOTHING, reason="They said so.", at=ended.at
    )
    with pytest.raises(Conflict, match="has been closed"):
        actions.comment(after(ended), ended.at, text="And another thing")
    with pytest.raises(Conflict, match="A ban follows only"):
        actions.propose_ban(
            ended.interview.pk, priya, reason="r", evidence=[1], review_on=date(2026, 12, 1), at=ended.at
        )


def test_a_second_case_is_refused(ended: Table, alice: cast.User, priya: cast.User) -> None:
    opened(ended, alice)
    with pytest.raises(Conflict, match="opened a case meanwhile"):
        actions.open_case(ended.interview.pk, priya, question="Again?", evidence=[], at=ended.at)


@pytest.fixture
def banned(ended: Table, alice: cast.User, priya: cast.User, ada: cast.User) -> Ban:
    opened(ended, alice)
    actions.comment(after(ended), ended.at, text="It was a friend's.")
    actions.close_case(
        ended.interview.pk, priya, outcome=Outcome.CHEATED, reason="Could not explain a line.", at=ended.at
    )
    facts = access_facts(ended.interview.pk, priya).facts
    row = actions.propose_ban(
        ended.interview.pk, priya, reason="Another person's work.", evidence=[facts.found[0].at_ms],
        review_on=date(2027, 1, 10), at=ended.at,
    )  # fmt: skip
    actions.confirm_ban(row.pk, ada, at=ended.at)
    row.refresh_from_db()
    return row


def test_a_ban_keeps_no_name_and_takes_two(
    banned: Ban, ended: Table, priya: cast.User, charlie: cast.User
) -> None:
    kept = f"{banned.email_hash} {banned.phone_hash} {banned.name_hashes}"
    assert "dana" not in kept.lower()
    assert banned.email_hash == hashes_of(ended.interview.application.candidate).email
    assert banned.stage == "in-force"
    with pytest.raises(Conflict):
        actions.confirm_ban(banned.pk, priya, at=ended.at)
    with pytest.raises(NotFound):
        bans_for(charlie, ended.at)


def test_a_ban_waits_for_the_own_card(banned: Ban, ended: Table, bob: cast.User) -> None:
    """Bob sat at the table and has not written down what he saw; that he administers opens nothing."""
    bob.is_administrator = True
    bob.save(update_fields=["is_administrator"])
    assert bans_for(bob, ended.at) == []
    with pytest.raises(NotFound):
        access_ban(banned.pk, bob)
    card_in(ended.interview, bob, ended.at)
    assert [line.ban for line in bans_for(bob, ended.at)] == [banned]
    assert access_ban(banned.pk, bob) == banned


def test_an_appeal_needs_no_account_and_nobody_involved_decides_it(
    banned: Ban, ended: Table, ada: cast.User
) -> None:
    actions.appeal(after(ended), ended.at, text="Look at my repository of 2024.")
    with pytest.raises(Conflict, match="had a part"):
        actions.decide_appeal(banned.pk, ada, lift=True, reason="Right", at=ended.at)
    other = cast.person("Ole Berg", is_administrator=True)
    assert bans_for(other, ended.at)[0].may_decide
    actions.decide_appeal(banned.pk, other, lift=True, reason="It is their own, from 2024.", at=ended.at)
    banned.refresh_from_db()
    assert banned.stage == "lifted"
    assert "from 2024" in Message.objects.latest("pk").body


def test_a_new_application_that_is_alike_waits_for_a_person(
    banned: Ban, ended: Table, rosa: cast.User, charlie: cast.User, priya: cast.User
) -> None:
    job = cast.opening(hiring_manager=priya, recruiter=rosa, title="Another")
    at = banned.proposed_at + timedelta(days=3)
    again = cast.application(
        cast.candidate(name="Okonjo Dana", email="d@elsewhere.example", email_normal="d@elsewhere.example"), job,
        created_at=at, stage="new",
    )  # fmt: skip
    other = cast.application(
        cast.candidate(name="Mina Roth", email="m@x.example", email_normal="m@x.example"), job, created_at=at
    )
    assert actions.screen_applications(at) == 1
    assert actions.screen_applications(at) == 0
    row = Likeness.objects.get()
    assert (row.application_id, row.by, row.same) == (again.pk, "name", None)
    again.refresh_from_db()
    assert again.stage == "new"
    PanelMember.objects.create(interview=ended.interview, user=rosa)
    assert access_likeness(row.pk, rosa).pk == row.pk  # a card that she owes is of another application
    with pytest.raises(NotFound):
        actions.say_likeness(row.pk, charlie, same=True, why="I think so", at=at)
    actions.say_likeness(row.pk, rosa, same=False, why="Called; another person", at=at)
    again.refresh_from_db()
    assert (again.stage, other.stage) == ("new", "interviewing")
