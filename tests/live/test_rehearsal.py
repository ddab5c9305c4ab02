"""The same hour alone: a candidate that types, gets stuck and finishes early; and nothing of it is kept."""

from datetime import timedelta

import pytest

from otherside.accounts.models import AuditEntry
from otherside.delivery.models import Message
from otherside.desk.access.find import find
from otherside.interview.access import access_application, interviews_for, interviews_of, seats_at
from otherside.interview.models import Interview, Member, PanelMember
from otherside.interview.state import State
from otherside.kernel.errors import Conflict, LimitReached, NotFound
from otherside.live import actions, rehearsal, tasks
from otherside.live.access import PanelKey, open_interviews, parts_of, read_hour
from otherside.live.happened import Shown
from otherside.live.history import Hour
from otherside.live.models import Rehearsal
from otherside.live.rehearsal import Run, Stroke, Stuck, Wait
from otherside.live.starter import text_in
from otherside.log.fold import fold
from otherside.plan.access import brief_for, plan_of
from otherside.plan.models import StoredPlan
from otherside.question.edge import load_bank
from otherside.relay import client as relay
from otherside.run.models import Run as RunRow
from otherside.scorecard.actions import save_draft
from tests.support.cast import ClientFor
from tests.support.live_table import NOW, QUESTION, Table

FILE = "limiter.py"


@pytest.fixture(autouse=True)
def clock(in_process_relay: relay.Direct, table: Table) -> None:
    """The log's clock is the table's, and what is told is folded now and then, as the worker does it."""
    in_process_relay.clock = lambda: int(table.at.timestamp() * 1000)
    table.fold = lambda: fold(in_process_relay.store, in_process_relay.index, now_ms=0, everything=True)


def look_for(table: Table, seconds: int) -> int:
    """Looks every five seconds, the worker every one; returns how many deeds there were."""
    done = 0
    for _ in range(0, seconds, 5):
        table.later(seconds=5)
        for row in Rehearsal.objects.select_related("interview"):
            done += actions.play(row, table.at)
    table.fold()
    return done


def going_on(table: Table) -> tuple[Interview, PanelKey]:
    """A rehearsal whose problem was shown."""
    row = actions.rehearse(table.alice, table.at)
    key = PanelKey(row.pk, table.alice.user)
    actions.begin(key, table.at, once="b")
    actions.begin_segment(key, table.at, once="s", segment=parts_of(row)[1].id)
    actions.reveal_statement(key, table.at, once="r", question=QUESTION, revision=0, language="python")
    return row, key


def runs(row: Interview) -> list[str]:
    return [run.mode for run in RunRow.objects.filter(log_id=row.log_id).order_by("created_at")]


def typed(row: Interview) -> str:
    doc = read_hour(row.log_id).doc_of(QUESTION)
    assert doc is not None
    return text_in([entry.body for entry in relay.entries(row.log_id, tracks=[doc])], FILE)


def solution(*, accepted: bool) -> str:
    problem = load_bank().problem(QUESTION)
    return next(s for s in problem.solutions if s.accepted is accepted).files["python"][FILE]


def test_the_candidate_types_gets_stuck_and_goes_on_when_helped(table: Table) -> None:
    row, key = going_on(table)
    look_for(table, 40)
    assert runs(row) == ["input"], "ran hello"
    while len(runs(row)) < 2:
        assert look_for(table, 30), "goes on until the first run of the tests"
    assert typed(row) == solution(accepted=False)
    assert look_for(table, 60) == 0, "stuck"
    actions.give_hint(key, table.at, once="h", question=QUESTION, step=1, said=True)
    while len(runs(row)) < 3:
        assert look_for(table, 30), "goes on until it is solved"
    assert typed(row) == solution(accepted=True)
    number = Member.objects.get(interview=row, is_candidate=True).number
    assert sum(e.actor == number for e in relay.entries(row.log_id, tracks=["doc:*"])) > 40


def test_without_help_it_is_found_in_the_end(table: Table) -> None:
    row, _ = going_on(table)
    while len(runs(row)) < 2:
        look_for(table, 30)
    assert look_for(table, rehearsal.STUCK_S + 10) > 0


def test_a_pause_stops_the_candidate_too(table: Table) -> None:
    _, key = going_on(table)
    actions.pause(key, table.at, once="p", reason="", cause="trouble")
    assert look_for(table, 60) == 0


def test_it_stands_in_no_list_and_uses_nothing_up(table: Table, client_for: ClientFor) -> None:
    before = list(interviews_of(table.interview.application))
    row, _ = going_on(table)
    assert list(interviews_of(table.interview.application)) == before
    assert row.pk not in {each.pk for each in interviews_for(table.alice.user)}
    assert row not in open_interviews()
    brief = brief_for(table.interview.application, table.interview.round, but=table.interview)
    assert brief.used_questions == ()
    alice = client_for(table.alice.user)
    for path in ("", "card/", "replay/", "plan/", "prepare/"):
        assert alice.get(f"/interviews/{row.pk}/{path}").status_code == 404, path
    table.interview.refresh_from_db()
    assert table.interview.state == State.SCHEDULED


def test_the_end_deletes_all_of_it_and_mails_nobody(table: Table) -> None:
    row, key = going_on(table)
    look_for(table, 40)
    audited = AuditEntry.objects.count()
    actions.note_asked(key, table.at, once="q", asked="", text="Who is on call?", answered=False)
    actions.end(key, table.at, once="e")
    look_for(table, 30)
    assert Interview.everything.filter(pk=row.pk).exists(), "the browser still shows the end"
    look_for(table, 40)
    assert not Interview.everything.filter(pk=row.pk).exists()
    for rows in (Member, PanelMember, StoredPlan):
        assert not rows.objects.filter(interview_id=row.pk).exists()
    assert not Rehearsal.objects.exists()
    assert not RunRow.objects.filter(log_id=row.log_id).exists()
    assert all(not entry.body for entry in relay.entries(row.log_id))
    assert not Message.objects.exists()
    assert AuditEntry.objects.count() == audited


def test_starting_anew_replaces_and_a_colleague_has_their_own(table: Table) -> None:
    first = actions.rehearse(table.alice, table.at)
    second = actions.rehearse(table.alice, table.at)
    assert not Interview.everything.filter(pk=first.pk).exists()
    assert plan_of(second) == plan_of(table.interview)
    actions.rehearse(table.bob, table.at)
    assert Rehearsal.objects.count() == 2
    with pytest.raises(NotFound):
        actions.admit(PanelKey(second.pk, table.bob.user), table.at)


def test_a_rehearsal_has_no_card_and_seats_nobody(table: Table) -> None:
    """A card would keep it from being deleted; a seat would outlive the panel's own."""
    row = actions.rehearse(table.alice, table.at)
    alice, application = table.alice.user, table.interview.application
    with pytest.raises(NotFound, match="no card"):
        save_draft(row.pk, alice, {}, version=0, at=table.at)
    assert [seat.interview for seat in seats_at(application, alice)] == [table.interview]
    PanelMember.objects.filter(interview=table.interview, user=alice).delete()
    with pytest.raises(NotFound):
        access_application(application.pk, alice)
    assert [group.title for group in find(application.candidate.name, alice)] == []


def test_a_rehearsal_that_nobody_ended_is_deleted(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    actions.rehearse(table.alice, table.at)
    monkeypatch.setattr(tasks, "utc_now", lambda: table.at + timedelta(minutes=181))
    tasks.play_rehearsals()
    assert not Rehearsal.objects.exists()


def test_only_the_panel_and_only_before_the_hour(table: Table, client_for: ClientFor) -> None:
    for key in (table.charlie, table.dana):
        with pytest.raises(NotFound):
            actions.rehearse(key, table.at)
    url = f"/interviews/{table.interview.pk}/rehearse/"
    assert client_for(table.charlie.user).post(url).status_code == 404
    alice = client_for(table.alice.user)
    assert f'action="{url}"' in alice.get(f"/interviews/{table.interview.pk}/prepare/").content.decode()
    assert alice.post(url).status_code == 302
    table.open()
    with pytest.raises(Conflict, match="until its lobby"):
        actions.rehearse(table.alice, table.at)


def test_three_at_once_are_enough(table: Table) -> None:
    made = table.interview
    for _ in range(3):
        other = Interview.everything.create(
            application=made.application, round=made.round, created_at=NOW, is_rehearsal=True
        )
        Rehearsal.objects.create(
            interview=other, of=other, started_by=table.alice.user, started_at=NOW, ready_at=NOW
        )
    with pytest.raises(LimitReached):
        actions.rehearse(table.alice, table.at)


def test_every_problem_of_the_bank_has_a_script() -> None:
    """From the solutions alone: the strokes make just the text of what holds, and it ends in a run."""
    for problem in load_bank().problems.values():
        language = problem.languages[0]
        hour = Hour(begun_ms=0, statements=(Shown(0, "doc:q1", problem.id, problem.title, 0, ""),))
        made = rehearsal.deeds(hour, {problem.id: problem}, {"doc:q1": language})
        assert isinstance(made[0], Wait)
        assert any(isinstance(deed, Stuck) for deed in made), problem.id
        assert made[-1] == Run("doc:q1", language, "visible")
        files = dict(problem.starter[language])
        for deed in made:
            if isinstance(deed, Stroke) and deed.doc == "doc:q1":
                text = files.get(deed.path, "")
                index, gone = rehearsal.apply(text, deed)
                assert gone == len(deed.remove), (problem.id, deed)
                files[deed.path] = text[:index] + deed.insert + text[index + gone :]
        texts = [s.files[language] for s in problem.solutions if s.accepted and language in s.files]
        there = [{path: text for path, text in each.items() if path in files} for each in texts]
        assert any(all(files[path] == text for path, text in each.items()) for each in there), problem.id
