"""The second half is proposed from what happened, to the panel alone, and taken with one click."""

from datetime import timedelta

import pytest
from django.test import Client

from otherside.interview import links
from otherside.kernel.errors import Conflict
from otherside.live import actions
from otherside.live.access import mask_of, parts_of
from otherside.live.grants import Seat, Side, grants_for, may_read
from otherside.live.progress import observe, plan_in
from otherside.live.views import asking
from otherside.plan.access import plan_at, plan_of
from otherside.plan.drift import MINUTE_MS
from otherside.relay import client as relay
from otherside.run.entries import RUN_FINISHED, RUN_TRACK, RunFinished
from otherside.run.tests import TestResult
from tests.support.cast import ClientFor
from tests.support.live_table import NOW, QUESTION, Table


@pytest.fixture
def clock(in_process_relay: relay.Direct, table: Table) -> None:
    """The log's clock is the table's."""
    in_process_relay.clock = lambda: int(table.at.timestamp() * 1000)


def begin_part(table: Table, ordinal: int) -> None:
    part = parts_of(table.interview)[ordinal - 1].id
    actions.begin_segment(table.alice, table.at, once=table.once(), segment=part)


def at_work(table: Table) -> Table:
    """Five minutes of welcome, then the problem."""
    table.begin()
    begin_part(table, 1)
    table.later(minutes=5)
    begin_part(table, 2)
    actions.reveal_statement(table.alice, table.at, once=table.once(), question=QUESTION, revision=0)
    return table


def ran(table: Table, *passed: bool) -> None:
    tests = tuple(
        TestResult(name=f"t{n}", passed=ok, expected="", actual="", outcome="ok")
        for n, ok in enumerate(passed)
    )
    body = RunFinished(
        run=table.once(), doc=table.doc, language="python", mode="visible", files={}, stdin="", outcome="ok",
        exit_code=0, signal=None, stdout="", stderr="", wall_ms=1, cpu_ms=1, memory_bytes=1, promise="",
        tests=tests,
    )  # fmt: skip
    relay.append(table.log_id, [RUN_FINISHED.new(body, track=RUN_TRACK, actor=3)])


pytestmark = pytest.mark.usefixtures("clock")


def test_nothing_is_proposed_before_a_problem_is_shown(table: Table) -> None:
    table.begin()
    told = actions.proposal(table.alice, table.at)
    assert (told.due, told.options, told.observed) == (False, (), None)


def test_solved_in_six_minutes(table: Table) -> None:
    at_work(table).later(minutes=3)
    ran(table, True, False)
    assert not actions.proposal(table.alice, table.at).due
    table.later(minutes=3)
    ran(table, True, True)
    told = actions.proposal(table.alice, table.at)
    assert told.observed is not None
    assert (told.early, told.due) == (True, True)
    assert (told.observed.runs, told.observed.green_ms) == (2, 6 * MINUTE_MS)
    assert told.options[0].id == "escalate"
    assert told.advice.kind == "won"
    actions.take_option(table.alice, table.at, once="t", option="escalate")
    assert not [e for e in table.entries("plan") if e.kind == "plan.changed"][1:], "used where it was won"
    assert table.hour.taken[0].others
    assert not actions.proposal(table.alice, table.at).due


def test_an_escalation_wants_a_run_of_its_own(table: Table) -> None:
    at_work(table).later(minutes=3)
    ran(table, True)
    table.later(minutes=1)
    actions.reveal_statement(table.alice, table.at, once="r", question=QUESTION, revision=1, said=True)
    told = actions.proposal(table.alice, table.at)
    assert told.observed is not None
    assert (told.observed.green, told.observed.escalations) == (False, 1)


def test_a_pause_is_no_time_of_the_candidates(table: Table) -> None:
    at_work(table).later(minutes=10)
    actions.pause(table.alice, table.at, once="p", reason="Sound", cause="trouble")
    table.later(minutes=4)
    actions.resume(table.alice, table.at, once="q")
    told = actions.proposal(table.alice, table.at)
    assert told.observed is not None
    assert told.drift is not None
    assert told.observed.spent_ms == 10 * MINUTE_MS
    assert told.drift.end_ms == 45 * MINUTE_MS


def test_minutes_lost_are_dealt_out_anew_up_to_the_hard_end(table: Table) -> None:
    at_work(table)
    actions.end_by(table.alice, table.at, once="e", ends_at=NOW + timedelta(minutes=60))
    assert not table.hour.fitted or sum(f.minutes for f in table.hour.fitted) == 60
    table.later(minutes=10)
    actions.pause(table.alice, table.at, once="p", reason="Sound", cause="trouble")
    table.later(minutes=8)
    actions.resume(table.alice, table.at, once="q")
    fitted = {f.segment: f.minutes for f in table.hour.fitted}
    assert sum(fitted.values()) == 60 - 8
    assert fitted[parts_of(table.interview)[-1].id] == 5
    told = actions.proposal(table.alice, table.at)
    assert told.drift is not None
    assert told.drift.state == "on-time"
    dana = grants_for(Seat(number=3, side=Side.CANDIDATE), ended=False)
    assert {e.track for e in table.entries() if e.kind == "outline.fitted" and may_read(dana, e.track)} == {
        "outline"
    }
    actions.end_by(table.alice, table.at, once="n", ends_at=None)
    assert table.hour.fitted == ()


def test_taking_changes_plan_and_log_together(
    table: Table, client_for: ClientFor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "utc_now", lambda: table.at)
    at_work(table).later(minutes=22)
    actions.give_hint(table.alice, table.at, once="h", question=QUESTION, step=3, said=True)
    actions.note_solution_asked(table.alice, table.at, once="s", question=QUESTION)
    ran(table, False, False)
    told = actions.proposal(table.alice, table.at)
    wanted = next(option for option in told.options if option.id == "project")
    before = plan_at(table.interview)
    alice = client_for(table.alice.user)
    url = f"/interviews/{table.interview.pk}/room/"
    headers = {"Accept": "application/json", "Once": "take"}
    for changed in (True, False):
        answer = alice.post(
            url + "take", '{"option": "project"}', content_type="application/json", headers=headers
        )
        assert answer.json() == {"ok": True, "changed": changed}
    after = plan_at(table.interview)
    assert after.version == before.version + 1
    assert after.plan is not None
    assert after.plan.segment("second-half").kind == "project"
    assert table.hour.taken[0].reasons == wanted.reasons
    logged = next(s for s in table.hour.plan if s.id == mask_of(table.interview)("second-half"))
    assert logged.kind == "project"
    shown = alice.get(url + "plan", headers=headers).json()
    assert shown["segments"][3]["steps"][0]["say"].startswith("Take a project")
    offer = alice.get(url + "proposal", headers=headers).json()
    assert offer["due"] is False
    assert offer["observed"]["solutionAsked"] is True


def test_what_is_not_offered_cannot_be_taken(table: Table) -> None:
    at_work(table)
    with pytest.raises(Conflict, match="not offered now"):
        actions.take_option(table.alice, table.at, once="t", option="asks")
    assert plan_of(table.interview) is not None
    assert not table.hour.taken


def test_dana_finds_no_proposal_and_her_outline_alone(table: Table, client: Client) -> None:
    at_work(table)
    url = f"{links.room_path(table.interview)}room/"
    assert client.get(url + "proposal").status_code == 404
    told = client.get(url + "plan").json()
    assert list(told) == ["segments"]
    assert all(segment["question"] is None and segment["steps"] == [] for segment in told["segments"])


def test_charlie_finds_nothing_to_look_at(table: Table, client_for: ClientFor) -> None:
    at_work(table)
    for word in ("proposal", "plan"):
        answer = client_for(table.charlie.user).get(f"/interviews/{table.interview.pk}/room/{word}")
        assert answer.status_code == 404


def test_without_running_no_run_is_counted(table: Table) -> None:
    at_work(table).later(minutes=5)
    ran(table, True)
    actions.set_running(table.dana, table.at, once="w", on=False)
    told = actions.proposal(table.alice, table.at)
    assert told.observed is not None
    assert (told.observed.runs, told.observed.green) == (None, None)
    actions.set_running(table.alice, table.at, once="x", on=True)
    told = actions.proposal(table.alice, table.at)
    assert told.observed is not None
    assert told.observed.runs == 1


def test_anothers_probe_marks_do_not_show_in_what_is_proposed(table: Table) -> None:
    at_work(table).later(minutes=22)
    actions.set_probe(table.bob, table.at, once="b", probe="p1", state="supported", note="")
    mine = actions.proposal(table.alice, table.at).observed
    bobs = actions.proposal(table.bob, table.at).observed
    assert mine is not None
    assert bobs is not None
    assert (mine.probes_open, bobs.probes_open) == (("p1",), ())


def test_the_plan_in_the_log_is_the_plan(table: Table) -> None:
    table.begin()
    logged, planned = plan_in(table.hour), plan_of(table.interview)
    assert logged is not None
    assert planned is not None
    assert [s.minutes for s in logged.segments] == [s.minutes for s in planned.segments]
    assert observe(table.hour, (), 0) is None
