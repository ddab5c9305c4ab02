"""What each action does for whom it is for, and to everybody else. One set-up for both: `Table`."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.conf import settings

from otherside.delivery.models import Message
from otherside.interview import links
from otherside.interview.access import LinkEnded, access_by_after_token
from otherside.interview.state import State
from otherside.kernel.errors import Conflict, Invalid, LimitReached, NotFound
from otherside.live import actions
from otherside.live.access import Key, parts_of
from otherside.live.requests import RunWish
from otherside.live.starter import language_in, paths_in
from otherside.plan.access import plan_of
from otherside.question.edge import load_bank
from otherside.relay.ticket import verify
from otherside.run.models import Run
from tests.support.live_table import QUESTION, Table

Action = Callable[[Table, Key], object]
RUN = RunWish(doc="doc:pad", language="python", files={"main.py": "print(1)"})


def segment_of(table: Table, ordinal: int = 1) -> str:
    return parts_of(table.interview)[ordinal - 1].id


# Every action of the hour, as anybody would call it.
FOR_PANEL: dict[str, Action] = {
    "open_lobby": lambda t, key: actions.open_lobby(key, t.at),
    "begin": lambda t, key: actions.begin(key, t.at, once=t.once()),
    "begin_segment": lambda t, key: actions.begin_segment(key, t.at, once=t.once(), segment=segment_of(t)),
    "pause": lambda t, key: actions.pause(key, t.at, once=t.once(), reason=""),
    "resume": lambda t, key: actions.resume(key, t.at, once=t.once()),
    "end": lambda t, key: actions.end(key, t.at, once=t.once()),
    "reveal_statement": lambda t, key: actions.reveal_statement(
        key, t.at, once=t.once(), question=QUESTION, revision=0
    ),
    "give_hint": lambda t, key: actions.give_hint(
        key, t.at, once=t.once(), question=QUESTION, step=1, said=False
    ),
    "give_fact": lambda t, key: actions.give_fact(
        key, t.at, once=t.once(), question=QUESTION, fact=a_fact()
    ),
    "clarify": lambda t, key: actions.clarify(
        key, t.at, once=t.once(), question=QUESTION, fact="", text="One process.", said=False
    ),
    "challenge": lambda t, key: actions.challenge(
        key, t.at, once=t.once(), question=QUESTION, choice="", level="senior", text="At a hundred times?", said=True
    ),
    "note_choice": lambda t, key: actions.note_choice(
        key, t.at, once=t.once(), question=QUESTION, how="said", text="A deque a key"
    ),
    "settle_choice": lambda t, key: (
        actions.note_choice(key, t.at, once=t.once(), question=QUESTION, how="coded", text="A heap"),
        actions.settle_choice(key, t.at, once=t.once(), choice="c1", state="waived"),
    ),
    "note_solution_asked": lambda t, key: actions.note_solution_asked(
        key, t.at, once=t.once(), question=QUESTION
    ),
    "note_asked": lambda t, key: actions.note_asked(
        key, t.at, once=t.once(), asked="", text="Who is on call?", answered=False
    ),
    "moment": lambda t, key: actions.moment(key, t.at, once=t.once(), name="tidy", on=True, seconds=120),
    "heard": lambda t, key: actions.heard(key, t.at, once=t.once()),
    "end_by": lambda t, key: actions.end_by(
        key, t.at, once=t.once(), ends_at=t.at + timedelta(minutes=30)
    ),
    "proposal": lambda t, key: actions.proposal(key, t.at),
    "take_option": lambda t, key: actions.take_option(key, t.at, once=t.once(), option=offered(t, key)),
    "note_lateness": lambda t, key: actions.note_lateness(
        key, t.at, once=t.once(), cause="technical", apology=True, reason=""
    ),
    "set_mark": lambda t, key: actions.set_mark(
        key, t.at, once=t.once(), kind="good", text="Asked first", back_ms=0
    ),
    "set_probe": lambda t, key: actions.set_probe(
        key, t.at, once=t.once(), probe="p1", state="asked", note=""
    ),
}  # fmt: skip
FOR_CANDIDATE: dict[str, Action] = {
    "join": lambda t, key: actions.join(key, t.at, name="Dana"),
    "running_late": lambda t, key: actions.running_late(
        key, t.at, once=t.once(), minutes=5, reason="The bus"
    ),
    "want_languages": lambda t, key: actions.want_languages(key, t.at, languages=["Go"]),
    "tell_trouble": lambda t, key: actions.tell_trouble(key, t.at, once=t.once(), text="No sound"),
}
FOR_BOTH: dict[str, Action] = {
    "admit": lambda t, key: actions.admit(key, t.at),
    "choose_language": lambda t, key: actions.choose_language(key, t.at, doc="doc:pad", language="java"),
    "set_running": lambda t, key: actions.set_running(key, t.at, once=t.once(), on=False),
    "request_run": lambda t, key: actions.request_run(key, t.at, once=t.once(), wish=RUN),
    "stop_run": lambda t, key: actions.stop_run(key, t.at, run=a_run(t)),
}
EVERY = {**FOR_PANEL, **FOR_CANDIDATE, **FOR_BOTH}
NOT_ACTIONS = {
    "forget",
    "play",
    "rehearse",  # before the lobby alone; see test_rehearsal
    "Admission",
    "Proposal",
    "admit_seated",
    "regrant",
    "send_away",
    "settle",
}  # called by other actions, with rows that are accessed already


def offered(table: Table, key: Key) -> str:
    """The option on top, with a part of the plan begun for it."""
    actions.begin_segment(key, table.at, once=table.once(), segment=segment_of(table, 2))
    options = actions.proposal(key, table.at).options
    return options[0].id if options else "none"


def a_run(table: Table) -> str:
    return actions.request_run(table.alice, table.at, once=table.once(), wish=RUN)


def test_either_side_stops_a_run_and_no_other_interviews(table: Table) -> None:
    table.open()
    run = a_run(table)
    assert actions.stop_run(table.dana, table.at, run=run)
    assert not actions.stop_run(table.alice, table.at, run=run)
    Run.objects.filter(id=run).update(log_id="x" * 22, stop_asked_by=None)
    with pytest.raises(NotFound):
        actions.stop_run(table.dana, table.at, run=run)


def a_fact() -> str:
    return load_bank().problem(QUESTION).facts[0].id


def test_no_action_escapes_these_tests() -> None:
    assert set(actions.__all__) - NOT_ACTIONS == set(EVERY)


def test_charlie_is_told_that_there_is_nothing(table: Table) -> None:
    table.reveal()
    before = len(table.entries())
    for name, action in EVERY.items():
        with pytest.raises(NotFound):
            action(table, table.charlie)
        assert len(table.entries()) == before, name


def test_dana_may_not_do_what_is_the_panels(table: Table) -> None:
    table.reveal()
    before = len(table.entries())
    for name, action in FOR_PANEL.items():
        with pytest.raises(NotFound):
            action(table, table.dana)
        assert len(table.entries()) == before, name


def test_alice_may_not_do_what_is_danas(table: Table) -> None:
    table.open()
    for action in FOR_CANDIDATE.values():
        with pytest.raises(NotFound):
            action(table, table.alice)


def test_everybody_on_the_panel_may(table: Table) -> None:
    table.reveal()
    for name in [*(set(FOR_PANEL) | set(FOR_BOTH)) - {"end"}, "end"]:
        assert EVERY[name](table, table.bob) is not None, name


def test_dana_may_do_what_is_hers(table: Table) -> None:
    table.reveal()
    for action in {**FOR_CANDIDATE, **FOR_BOTH}.values():
        action(table, table.dana)


def test_after_the_end_nothing_is_taken(table: Table) -> None:
    table.reveal()
    actions.end(table.alice, table.at, once=table.once())
    before = len(table.entries())
    for name in set(EVERY) - {"admit", "end", "proposal"}:
        key = table.dana if name in FOR_CANDIDATE else table.alice
        with pytest.raises(Conflict):
            EVERY[name](table, key)
        assert len(table.entries()) == before, name


def test_the_lobby_opens_the_log_and_writes_the_pad_once(table: Table) -> None:
    assert actions.open_lobby(table.alice, table.at).changed
    assert not actions.open_lobby(table.bob, table.later(minutes=1)).changed
    table.interview.refresh_from_db()
    assert table.interview.state == State.LOBBY
    assert table.interview.opened_at == table.at - timedelta(minutes=1)
    pad = [entry.body for entry in table.entries("doc:pad")]
    assert len(pad) == 1
    assert language_in(pad) == "python"
    assert table.entries()[0].kind == "hour.opened"


def test_the_plan_that_was_in_force_is_in_the_log_for_the_panel(table: Table) -> None:
    table.begin()
    plan = plan_of(table.interview)
    assert plan is not None
    assert [segment.title for segment in table.hour.plan] == [segment.title for segment in plan.segments]
    assert {entry.track for entry in table.entries() if entry.kind == "plan.changed"} == {"plan"}


def test_the_row_follows_the_log(table: Table) -> None:
    table.begin()
    table.interview.refresh_from_db()
    assert table.interview.state == State.GOING_ON
    assert table.interview.began_at is not None
    actions.end(table.alice, table.at, once=table.once())
    table.interview.refresh_from_db()
    assert table.interview.state == State.ENDED
    assert table.interview.ended_at is not None


def test_a_crash_between_log_and_row_is_healed_by_the_next_call(table: Table) -> None:
    table.begin()
    # As after a crash: the log says begun, the row still says lobby.
    type(table.interview).objects.filter(pk=table.interview.pk).update(state=State.LOBBY, began_at=None)
    actions.admit(table.bob, table.at)
    table.interview.refresh_from_db()
    assert table.interview.state == State.GOING_ON
    assert table.interview.began_at is not None


def test_the_same_request_again_changes_nothing(table: Table) -> None:
    table.reveal()
    once = table.once()
    for expected in (True, False, False):
        done = actions.set_mark(table.alice, table.at, once=once, kind="good", text="", back_ms=0)
        assert done.changed is expected
    assert len(table.hour.marks) == 1


def test_two_members_may_use_the_same_name_for_their_requests(table: Table) -> None:
    table.begin()
    for key in (table.alice, table.bob):
        actions.set_mark(key, table.at, once="same", kind="good", text="", back_ms=0)
    assert [mark.actor for mark in table.hour.marks] == [1, 2]


@pytest.mark.parametrize("once", ["", "a b", "x" * 65, "starter:doc:q1:python"])
def test_a_request_needs_a_plain_name(table: Table, once: str) -> None:
    table.begin()
    with pytest.raises(Invalid, match="Once"):
        actions.pause(table.alice, table.at, once=once, reason="")


def test_a_late_retry_of_a_pause_does_not_pause_again(table: Table) -> None:
    table.begin()
    once = table.once()
    actions.pause(table.alice, table.at, once=once, reason="")
    actions.resume(table.alice, table.at, once=table.once())
    assert not actions.pause(table.alice, table.at, once=once, reason="").changed
    assert not table.hour.is_paused


def test_segments_are_known_by_names_that_tell_nothing(table: Table) -> None:
    table.begin()
    plan = plan_of(table.interview)
    assert plan is not None
    number, secret = next((n, s) for n, s in enumerate(plan.segments, start=1) if s.kind == "disagree")
    actions.begin_segment(table.alice, table.at, once=table.once(), segment=segment_of(table, number))
    told = next(entry for entry in table.entries("outline") if entry.kind == "segment.begun").body.decode()
    assert "isagree" not in told
    again = actions.begin_segment(table.alice, table.at, once=table.once(), segment=secret.id)
    assert not again.changed, "the plan's own name means the same part"
    with pytest.raises(NotFound, match="Reload"):
        actions.begin_segment(table.alice, table.at, once=table.once(), segment="nowhere")


def test_a_problem_is_shown_with_its_starter_files_in_the_pads_language(table: Table) -> None:
    table.reveal()
    shown = table.hour.statements
    assert [(s.doc, s.question, s.revision) for s in shown] == [(table.doc, QUESTION, 0)]
    updates = [entry.body for entry in table.entries(table.doc)]
    assert language_in(updates) == "python"
    assert paths_in(updates)
    actions.reveal_statement(table.bob, table.at, once=table.once(), question=QUESTION, revision=0)
    assert len(table.entries(table.doc)) == len(table.hour.statements) == 1


def test_an_escalation_comes_into_the_statement(table: Table) -> None:
    table.reveal()
    actions.reveal_statement(table.alice, table.at, once=table.once(), question=QUESTION, revision=1)
    first, second = table.hour.statements
    assert second.markdown.startswith(first.markdown.strip())
    assert len(second.markdown) > len(first.markdown)


def test_another_language_adds_its_files_once_and_overwrites_none(table: Table) -> None:
    table.reveal()
    before = paths_in(entry.body for entry in table.entries(table.doc))
    assert actions.choose_language(table.dana, table.at, doc=table.doc, language="java")
    assert not actions.choose_language(table.alice, table.at, doc=table.doc, language="java")
    after = paths_in(entry.body for entry in table.entries(table.doc))
    assert set(before) < set(after)
    assert len(after) == len(set(after))
    with pytest.raises(Invalid, match="choose one from the list"):
        actions.choose_language(table.dana, table.at, doc=table.doc, language="cobol")
    with pytest.raises(Conflict, match="no problem yet"):
        actions.choose_language(table.dana, table.at, doc="doc:q7", language="java")


def test_hints_go_where_their_audience_is(table: Table) -> None:
    table.reveal()
    actions.give_hint(table.alice, table.at, once=table.once(), question=QUESTION, step=1, said=True)
    actions.give_hint(table.bob, table.at, once=table.once(), question=QUESTION, step=2, said=False)
    actions.give_hint(
        table.bob, table.at, once=table.once(), question=QUESTION, step=None, said=True, text="A queue?"
    )
    assert [(h.step, h.shown, h.actor) for h in table.hour.help] == [
        (1, False, 1),
        (2, True, 2),
        (None, False, 2),
    ]
    assert len(table.entries("hint")) == 1
    with pytest.raises(Invalid, match="no hint 9"):
        actions.give_hint(table.alice, table.at, once=table.once(), question=QUESTION, step=9, said=False)


def test_a_fact_is_told_to_the_panels_log_alone(table: Table) -> None:
    table.reveal()
    actions.give_fact(table.alice, table.at, once=table.once(), question=QUESTION, fact=a_fact())
    assert table.hour.facts_given(QUESTION) == {a_fact()}
    assert {entry.track for entry in table.entries() if entry.kind == "fact.given"} == {"help"}
    with pytest.raises(Invalid, match="withholds no fact"):
        actions.give_fact(table.alice, table.at, once=table.once(), question=QUESTION, fact="nothing")


def test_a_ticket_carries_the_grants_of_now(table: Table) -> None:
    table.open()
    ticket = verify(actions.admit(table.dana, table.at), settings.RELAY_KEY, table.at)
    assert (ticket.log_id, ticket.member) == (table.log_id, 3)
    assert all("mark" not in grant.pattern and "notes" not in grant.pattern for grant in ticket.grants)
    assert any(grant.write for grant in ticket.grants)
    actions.begin(table.alice, table.at, once=table.once())
    actions.end(table.alice, table.at, once=table.once())
    ticket = verify(actions.admit(table.alice, table.at), settings.RELAY_KEY, table.at)
    assert [grant.pattern for grant in ticket.grants if grant.write] == ["notes:1"]


def test_no_ticket_before_the_lobby(table: Table) -> None:
    with pytest.raises(Conflict, match="not open yet"):
        actions.admit(table.dana, table.at)


def test_the_end_closes_one_link_and_opens_the_other(table: Table) -> None:
    after = links.token(links.AFTER, table.interview)
    with pytest.raises(LinkEnded):
        access_by_after_token(after, table.at)
    table.end()
    with pytest.raises(LinkEnded):
        actions.admit(table.dana, table.at)
    assert access_by_after_token(after, table.later(minutes=1))[0] == table.interview


def test_an_hour_that_has_not_begun_cannot_end(table: Table) -> None:
    table.open()
    with pytest.raises(Conflict, match="not begun"):
        actions.end(table.alice, table.at, once=table.once())


def test_a_name_is_one_line_of_text(table: Table) -> None:
    assert actions.join(table.dana, table.at, name="  Dana   O. ").member.name == "Dana O."
    for name in ("", "   ", "Da\u202ena", "x\x00"):
        with pytest.raises(Invalid):
            actions.join(table.dana, table.at, name=name)
    with pytest.raises(LimitReached):
        actions.join(table.dana, table.at, name="x" * 81)


def test_running_late_before_the_lobby_reaches_people_by_mail_and_the_log_later(table: Table) -> None:
    once = table.once()
    for _ in range(2):
        actions.running_late(table.dana, table.at, once=once, minutes=15, reason="The train stands")
    assert {m.to_email for m in Message.objects.all()} == {
        "alice@example.org", "bob@example.org", "rosa@example.org",
    }  # fmt: skip
    assert Message.objects.count() == 3
    table.open()
    assert [(late.minutes, late.reason) for late in table.hour.late] == [(15, "The train stands")]
    actions.settle(table.interview)
    assert len(table.hour.late) == 1


def test_running_late_ends_somewhere(table: Table) -> None:
    with pytest.raises(LimitReached):
        actions.running_late(table.dana, table.at, once=table.once(), minutes=61, reason="")
    for _ in range(10):
        actions.running_late(table.dana, table.at, once=table.once(), minutes=1, reason="")
    with pytest.raises(LimitReached):
        actions.running_late(table.dana, table.at, once=table.once(), minutes=1, reason="")
