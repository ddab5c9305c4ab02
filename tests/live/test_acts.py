"""What is said counts as what is shown; and what is shown tells the candidate the words alone."""

from datetime import timedelta

import pytest
from django.test import Client

from otherside.delivery.models import Message
from otherside.interview import links
from otherside.kernel.errors import Conflict, Invalid, LimitReached, NotFound
from otherside.live import actions
from otherside.live import entries as kinds
from otherside.live.grants import Seat, Side, grants_for, may_read
from otherside.live.limits import TROUBLE_MAX
from otherside.live.starter import paths_in, text_in
from otherside.log.entry import Entry
from otherside.question.edge import load_bank
from tests.support.live_table import QUESTION, Table

DANA = grants_for(Seat(number=3, side=Side.CANDIDATE), ended=False)


def read_by_dana(table: Table) -> str:
    return "\n".join(
        f"{entry.kind} {entry.body.decode()}"
        for entry in table.entries()
        if may_read(DANA, entry.track) and not entry.track.startswith("doc:")
    )


def test_a_clarification_that_is_shown_is_two_entries_and_names_no_fact(table: Table) -> None:
    table.reveal()
    before = len(table.entries())
    done = actions.clarify(table.alice, table.at, once="c", question=QUESTION, fact="refused", said=False)
    assert done.changed
    panel, shown = table.entries()[before:]
    assert (panel.track, panel.kind, shown.track, shown.kind) == (
        "help", "fact.given", "hint", "clarification.shown",
    )  # fmt: skip
    answer = load_bank().problem(QUESTION).facts[0].answer
    assert kinds.CLARIFICATION_SHOWN.read(shown).text == answer
    assert b"refused" not in shown.body.replace(answer.encode(), b"")
    assert table.hour.facts_given(QUESTION) == {"refused"}
    assert [line.kind for line in table.hour.lines] == ["clarification"]
    assert not actions.give_fact(table.bob, table.at, once="c2", question=QUESTION, fact="refused").changed


def test_what_was_said_may_be_shown_afterwards(table: Table) -> None:
    table.reveal()
    actions.give_fact(table.alice, table.at, once="said", question=QUESTION, fact="refused")
    done = actions.clarify(table.alice, table.at, once="shown", question=QUESTION, fact="refused", said=False)
    assert done.changed
    assert [fact.shown for fact in table.hour.facts] == [False, True]


def test_an_improvised_line_needs_words(table: Table) -> None:
    table.reveal()
    with pytest.raises(Invalid, match="empty"):
        actions.clarify(table.alice, table.at, once="c", question=QUESTION, fact="", text="  ", said=True)
    with pytest.raises(Invalid, match="Name the fact"):
        actions.give_fact(table.alice, table.at, once="c", question=QUESTION, fact="")
    actions.clarify(table.alice, table.at, once="c", question=QUESTION, fact="", text="Yes.", said=True)
    assert table.hour.facts_given(QUESTION) == frozenset()
    assert table.hour.facts[0].text == "Yes."


def test_a_challenge_closes_its_choice(table: Table) -> None:
    table.reveal()
    for text in ("A deque a key", "A lock around it"):
        actions.note_choice(
            table.alice, table.at, once=table.once(), question=QUESTION, how="said", text=text
        )
    assert [(c.choice, c.state) for c in table.hour.choices] == [("c1", "open"), ("c2", "open")]
    actions.challenge(
        table.bob, table.at, once="x", question=QUESTION, choice="c2", level="senior",
        text="Who else waits?", said=False,
    )  # fmt: skip
    actions.settle_choice(table.alice, table.at, once="s", choice="c1", state="waived")
    assert [c.state for c in table.hour.choices] == ["waived", "challenged"]
    assert "c2" not in read_by_dana(table)
    assert "Who else waits?" in read_by_dana(table)
    assert "A deque a key" not in read_by_dana(table)
    with pytest.raises(Invalid, match="no choice 'c9'"):
        actions.settle_choice(table.alice, table.at, once="t", choice="c9", state="waived")
    with pytest.raises(Invalid, match="A level is one of"):
        actions.challenge(
            table.bob,
            table.at,
            once="y",
            question=QUESTION,
            choice="",
            level="wizard",
            text="Why?",
            said=True,
        )


def test_an_escalation_that_was_said_counts_for_the_tests(table: Table) -> None:
    table.reveal()
    assert table.hour.revision_of(table.doc) == 0
    actions.reveal_statement(table.alice, table.at, once="s", question=QUESTION, revision=1, said=True)
    assert table.hour.revision_of(table.doc) == 1
    assert table.hour.told[0].text == load_bank().problem(QUESTION).escalations[0].title
    assert "statement.said" not in read_by_dana(table)
    actions.reveal_statement(table.alice, table.at, once="t", question=QUESTION, revision=2)
    assert table.hour.revisions_of(QUESTION) == {0, 1, 2}
    again = actions.reveal_statement(table.bob, table.at, once="u", question=QUESTION, revision=1)
    assert again.changed, "what was said may be shown afterwards"
    with pytest.raises(Invalid, match="needs its document"):
        actions.reveal_statement(table.alice, table.at, once="v", question=QUESTION, revision=0, said=True)


def test_a_disagreement_is_never_announced(table: Table) -> None:
    table.reveal()
    actions.moment(table.alice, table.at, once="a", name="explain", on=True)
    actions.moment(table.alice, table.at, once="b", name="disagree", on=True)
    assert table.hour.moment is not None
    assert table.hour.moment.moment == "disagree"
    assert table.hour.moments[0].to_ms is not None, "the one before is over"
    assert "Explain your approach" in read_by_dana(table)
    assert "isagree" not in read_by_dana(table)
    assert not actions.moment(table.alice, table.at, once="c", name="tidy", on=False).changed
    with pytest.raises(Invalid, match="A moment is one of"):
        actions.moment(table.alice, table.at, once="d", name="dance", on=True)
    with pytest.raises(LimitReached):
        actions.moment(table.alice, table.at, once="e", name="tidy", on=True, seconds=1_801)


def test_the_hard_end_is_the_panels_and_lies_ahead(table: Table) -> None:
    table.begin()
    with pytest.raises(Invalid, match="is over"):
        actions.end_by(table.alice, table.at, once="p", ends_at=table.at - timedelta(minutes=1))
    with pytest.raises(LimitReached):
        actions.end_by(table.alice, table.at, once="q", ends_at=table.at + timedelta(hours=5))
    actions.end_by(table.alice, table.at, once="r", ends_at=table.at + timedelta(minutes=40))
    assert table.hour.ends_ms == 40 * 60_000
    assert "end.set" not in read_by_dana(table)
    actions.end_by(table.alice, table.at, once="s", ends_at=None)
    assert table.hour.ends_ms is None


def test_dana_tells_of_trouble_and_the_panel_reads_it(table: Table, client: Client) -> None:
    table.open()
    url = f"{links.room_path(table.interview)}room/trouble"
    for n in range(int(TROUBLE_MAX) + 1):
        answer = client.post(
            url, '{"text": "No sound"}', content_type="application/json",
            headers={"Accept": "application/json", "Once": f"t{n}"},
        )  # fmt: skip
    assert answer.status_code == 413
    assert [told.text for told in table.hour.trouble] == ["No sound"] * int(TROUBLE_MAX)
    assert {entry.track for entry in table.entries() if entry.kind == "trouble.told"} == {"presence"}


def test_a_pause_names_its_cause(table: Table) -> None:
    table.begin()
    actions.pause(table.alice, table.at, once="p", reason="The sound is gone", cause="trouble")
    assert table.hour.pauses[0].cause == "trouble"
    actions.end(table.alice, table.at, once="e")
    with pytest.raises(Conflict, match="ended"):
        actions.pause(table.alice, table.at, once="q", reason="")


def test_what_was_heard_of_a_late_start_stands_as_said_last(table: Table) -> None:
    table.open()
    for cause in ("candidate", "technical"):
        actions.note_lateness(
            table.alice, table.at, once=cause, cause=cause, apology=True, reason="The train"
        )
    assert table.hour.lateness is not None
    assert (table.hour.lateness.cause, table.hour.lateness.apology) == ("technical", True)
    assert "lateness" not in read_by_dana(table)


def test_unanswered_questions_go_to_the_recruiter_once_at_the_end(table: Table) -> None:
    table.begin()
    for text in ("Who is on call?", "Is there a budget for courses?"):
        actions.note_asked(table.alice, table.at, once=table.once(), asked="", text=text, answered=False)
    actions.note_asked(table.bob, table.at, once="a", asked="a1", text="Who is on call?", answered=True)
    actions.end(table.alice, table.at, once="e")
    actions.settle(table.interview)
    (mail,) = Message.objects.filter(to_email="rosa@example.org")
    assert "- Is there a budget for courses?" in mail.body
    assert "on call" not in mail.body


def test_no_mail_where_everything_was_answered(table: Table) -> None:
    table.end()
    assert not Message.objects.filter(to_email="rosa@example.org").exists()


def test_what_version_1_wrote_is_read_for_ever() -> None:
    fact = Entry(0, 0, 1, "help", "fact.given", 1, b'{"question":"lru","fact":"a","text":"Yes."}')
    assert kinds.FACT_GIVEN.read(fact) == kinds.FactGiven("lru", "a", "Yes.", shown=False)
    pause = Entry(1, 0, 1, "outline", "clock.paused", 1, b'{"reason":"The door"}')
    assert kinds.CLOCK_PAUSED.read(pause) == kinds.ClockPaused("The door", "other")


def test_a_colleagues_change_is_handed_over_in_a_document_of_its_own(table: Table) -> None:
    table.reveal()
    change = load_bank().problem(QUESTION).review
    assert change is not None
    for once in ("a", "b"):
        actions.moment(table.alice, table.at, once=once, name="review", on=True, question=QUESTION)
    assert table.hour.moment is not None
    assert (table.hour.moment.doc, table.hour.moment.title) == (
        f"doc:review-{QUESTION}",
        f"Review: {change.title}",
    )
    updates = [entry.body for entry in table.entries(table.hour.moment.doc)]
    assert len(updates) == 1
    assert text_in(updates, "change.diff") == change.unified()
    assert set(change.after) < set(paths_in(updates))
    assert all(finding.why not in text_in(updates, "review.md") for finding in change.findings)


def test_no_change_is_handed_over_before_its_problem(table: Table) -> None:
    table.begin()
    with pytest.raises(Conflict, match="Show the problem first"):
        actions.moment(table.alice, table.at, once="a", name="review", on=True, question=QUESTION)
    with pytest.raises(NotFound):
        actions.moment(table.alice, table.at, once="b", name="review", on=True, question="nothing")
    assert table.hour.moment is None
