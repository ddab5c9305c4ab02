"""Rows of runs: queued, leased by one, done once, given to another once."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from otherside.kernel.errors import LimitReached, NotFound
from otherside.run import actions, limits
from otherside.run.access import (
    access_run,
    job_of,
    languages_known,
    languages_offered,
    run_named,
    runners,
    stops_asked,
    waiting_in,
)
from otherside.run.job import Outcome
from otherside.run.models import Run, Source
from otherside.run.tests import Test
from otherside.run.wire import LanguageHere
from tests.run.test_job import request

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 6, 10, 14, 0, tzinfo=UTC)
UNTIL = NOW + timedelta(seconds=10)
OTHER_LOG = "m" * 22


def lease(runner: str = "r1", languages: frozenset[str] = frozenset({"python"})) -> Run | None:
    found = actions.lease(runner, languages, until=UNTIL)
    return None if found is None else found[0]


def test_what_was_asked_for_is_what_is_run() -> None:
    test = Test(name="t", input="1", expected="2", hidden=True, compare="tokens")
    asked = request(
        mode="visible",
        files={"main.py": "own"},
        extra_files={"h.py": "ours"},
        stdin="in",
        tests_hidden=(test,),
    )
    run_id = actions.enqueue(asked, at=NOW)
    found = actions.lease("r1", {"python"}, until=UNTIL)
    assert found is not None
    run, job, own = found
    assert (run.id, job, own) == (run_id, asked.job(), {"main.py": "own"})


def test_a_text_is_kept_once() -> None:
    for _ in range(3):
        actions.enqueue(request(files={"main.py": "same", "copy.py": "same"}), at=NOW)
    assert Source.objects.count() == 1


def test_the_oldest_first_and_each_to_one_runner() -> None:
    first, second = (actions.enqueue(request(), at=NOW + timedelta(seconds=n)) for n in range(2))
    assert [run.id if run else None for run in (lease(), lease("r2"), lease())] == [first, second, None]


def test_a_runner_gets_what_it_can_run() -> None:
    actions.enqueue(request(), at=NOW)
    assert lease(languages=frozenset({"go"})) is None
    assert lease(languages=frozenset()) is None
    assert lease(languages=frozenset({"go", "python"})) is not None


def test_an_interview_has_so_many_waiting_and_another_is_not_held_up() -> None:
    ids = [actions.enqueue(request(), at=NOW) for _ in range(limits.WAITING.value)]
    with pytest.raises(LimitReached, match="8 runs of this interview are waiting"):
        actions.enqueue(request(), at=NOW)
    actions.enqueue(request(log_id=OTHER_LOG), at=NOW)
    actions.end(ids[0], Outcome(outcome="ok"), at=NOW)
    assert waiting_in("l" * 22) == limits.WAITING.value - 1
    actions.enqueue(request(), at=NOW)


def test_an_interview_has_so_many_runs_in_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each keeps its files: somebody with a link could fill the disk by pressing Run."""
    few = replace(limits.RUNS, value=2)
    monkeypatch.setattr(limits, "RUNS", few)
    for _ in range(2):
        actions.end(actions.enqueue(request(), at=NOW), Outcome(outcome="ok"), at=NOW)
    with pytest.raises(LimitReached, match="no more are taken in this interview"):
        actions.enqueue(request(), at=NOW)
    actions.enqueue(request(log_id=OTHER_LOG), at=NOW)


def test_the_first_outcome_stands() -> None:
    run_id = actions.enqueue(request(stdin="secret"), at=NOW)
    assert actions.end(run_id, Outcome(outcome="ok", exit_code=0, stdout="printed"), at=NOW)
    assert not actions.end(run_id, Outcome(outcome="nonzero"), at=NOW)
    row = run_named(run_id)
    assert (row.state, row.outcome["outcome"], row.stdin) == ("done", "ok", "")
    assert "printed" not in str(row.outcome), "what was printed is in the log alone"


def test_a_lease_is_kept_up_by_its_holder_only() -> None:
    run_id = actions.enqueue(request(), at=NOW)
    lease("r1")
    later = UNTIL + timedelta(seconds=60)
    assert actions.extend("r2", [run_id], until=later) == frozenset()
    assert actions.extend("r1", [run_id, "x" * 22], until=later) == {run_id}
    assert run_named(run_id).lease_until == later


def test_a_lost_run_is_run_again_once_and_then_reported() -> None:
    run_id = actions.enqueue(request(), at=NOW)
    assert lease("r1") is not None
    assert actions.give_back([run_id], at=NOW) == []
    again = lease("r2")
    assert again is not None
    assert (again.id, again.attempts) == (run_id, 2)
    lost = actions.give_back([run_id], at=NOW)
    assert [run.id for run in lost] == [run_id]
    assert actions.give_back([run_id], at=NOW) != [], "until it is ended it can be reported again"
    assert lease("r3") is None


def test_a_run_that_waits_can_be_stopped_and_is_leased_to_nobody() -> None:
    run_id = actions.enqueue(request(), at=NOW)
    assert actions.cancel(run_id, actor=3)
    assert not actions.cancel(run_id, actor=1), "the first wish stands"
    assert lease("r1") is None
    assert [run.id for run in actions.claim_stopped(at=NOW)] == [run_id]
    assert actions.claim_stopped(at=NOW) == [], "another gateway does not report the same one"
    assert actions.end(run_id, Outcome(outcome="stopped"), at=NOW)
    assert run_named(run_id).stop_asked_by == 3


def test_a_run_that_goes_on_is_stopped_by_whoever_holds_it() -> None:
    run_id = actions.enqueue(request(), at=NOW)
    lease("r1")
    assert stops_asked() == frozenset()
    assert actions.cancel(run_id, actor=3)
    assert stops_asked() == {run_id}
    assert actions.claim_stopped(at=NOW) == []
    actions.give_back([run_id], at=NOW)  # its runner is lost: it is not run again
    assert lease("r2") is None
    assert [run.id for run in actions.claim_stopped(at=NOW)] == [run_id]
    actions.end(run_id, Outcome(outcome="stopped"), at=NOW)
    assert not actions.cancel(run_id, actor=1), "it is over"
    assert stops_asked() == frozenset()


def test_a_run_of_another_interview_is_not_found() -> None:
    run_id = actions.enqueue(request(), at=NOW)
    assert access_run(run_id, request().log_id).id == run_id
    with pytest.raises(NotFound):
        access_run(run_id, OTHER_LOG)


def test_leases_that_ended_are_found() -> None:
    run_id = actions.enqueue(request(), at=NOW)
    lease("r1")
    assert actions.reap(at=UNTIL - timedelta(seconds=1)) == []
    assert run_named(run_id).state == "leased"
    assert actions.reap(at=UNTIL + timedelta(seconds=1)) == []
    assert run_named(run_id).state == "queued"
    lease("r2")
    after = UNTIL + timedelta(seconds=1)
    assert [run.id for run in actions.reap(at=after)] == [run_id]
    assert actions.reap(at=after) == [], "another gateway does not report the same one at the same time"
    assert [run.id for run in actions.reap(at=after + timedelta(seconds=31))] == [run_id]


def test_a_done_run_is_not_given_back() -> None:
    run_id = actions.enqueue(request(), at=NOW)
    lease()
    actions.end(run_id, Outcome(outcome="ok"), at=NOW)
    assert actions.give_back([run_id], at=NOW) == []
    assert run_named(run_id).state == "done"


def test_a_run_that_is_not_there() -> None:
    with pytest.raises(NotFound):
        run_named("x" * 22)
    assert not actions.end("x" * 22, Outcome(outcome="ok"), at=NOW)


def test_languages_are_those_of_the_runners_that_are_there() -> None:
    go = LanguageHere(id="go", name="Go", version="", runs=False, why="not installed")
    assert languages_offered(NOW) == {}
    actions.meet_runner("a", 2, "full", [go], at=NOW)
    assert languages_offered(NOW) == {"go": go}
    better = LanguageHere(id="go", name="Go", version="1.19", runs=True)
    actions.meet_runner("b", 2, "full", [better], at=NOW)
    assert languages_offered(NOW) == {"go": better}
    actions.forget_runner("b")
    assert [runner.name for runner in runners(NOW)] == ["a"]
    assert languages_offered(NOW + timedelta(seconds=61)) == {}
    actions.see_runner("a", at=NOW + timedelta(seconds=61))
    assert languages_offered(NOW + timedelta(seconds=61)) == {"go": go}


def test_an_interview_can_be_forgotten() -> None:
    actions.enqueue(request(files={"main.py": "shared"}), at=NOW)
    actions.enqueue(request(files={"main.py": "mine alone"}), at=NOW)
    kept = actions.enqueue(request(log_id=OTHER_LOG, files={"main.py": "shared"}), at=NOW)
    assert actions.forget_runs("l" * 22) == 2
    assert [run.id for run in Run.objects.all()] == [kept]
    assert job_of(run_named(kept))[1] == {"main.py": "shared"}
    assert Source.objects.count() == 1


def test_what_the_last_runner_had_is_known_when_it_is_gone() -> None:
    """A room that is opened while the runner starts again offers what can be run in a moment."""
    assert languages_known(NOW) == {}
    rust = LanguageHere(id="rust", name="Rust", version="", runs=False, why="not installed")
    go = LanguageHere(id="go", name="Go", version="1.19", runs=True)
    actions.meet_runner("a", 2, "full", [go, rust], at=NOW)
    actions.forget_runner("a")
    assert languages_offered(NOW) == {}
    assert languages_known(NOW) == {"go": go, "rust": rust}
