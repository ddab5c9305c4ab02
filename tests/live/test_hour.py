"""One hour from the lobby to the end over the real run path: rows, gateway, a runner beside it, a sandbox."""

import pytest

from otherside.live import actions
from otherside.live.access import parts_of
from otherside.live.grants import Seat, Side, grants_for, may_read
from otherside.live.requests import RunWish
from otherside.live.starter import paths_in, text_in
from otherside.log.entry import Entry
from otherside.question.edge import load_bank
from otherside.relay import client as relay
from otherside.replay.access import access_recording
from otherside.replay.chapters import chapters
from otherside.run.entries import RUN_FINISHED, RUN_JUDGED
from tests.support.live_runs import in_rows, runs, until
from tests.support.live_table import QUESTION, Table

__all__ = ["runs"]

pytestmark = [pytest.mark.sandbox, pytest.mark.django_db(transaction=True)]


def begun_and_shown(table: Table) -> None:
    actions.open_lobby(table.alice, table.at)
    actions.join(table.dana, table.at, name="Dana")
    for key in (table.alice, table.bob, table.dana):
        assert actions.admit(key, table.at)
    actions.begin(table.alice, table.at, once=table.once())
    second = parts_of(table.interview)[1]
    actions.begin_segment(table.alice, table.at, once=table.once(), segment=second.id)
    actions.reveal_statement(table.alice, table.at, once=table.once(), question=QUESTION, revision=0)


def wish_of(table: Table, solved: dict[str, str]) -> RunWish:
    """The document as a browser would have it, with the files of `solved` typed over the starter's."""
    updates = [entry.body for entry in table.entries(table.doc)]
    files = {path: text_in(updates, path) for path in paths_in(updates)}
    return RunWish(doc=table.doc, language="python", files={**files, **solved}, mode="visible")


def finished(table: Table, track: str, kind: str) -> list[Entry]:
    return [entry for entry in table.entries(track) if entry.kind == kind]


async def test_an_hour_with_a_run_and_a_hint(runs: None, table: Table) -> None:
    await in_rows(lambda: begun_and_shown(table))
    problem = load_bank().problem(QUESTION)
    solution = next(s for s in problem.solutions if s.accepted and s.revision in {None, 0})
    wish = wish_of(table, dict(solution.files["python"]))

    def ask() -> tuple[str, str]:
        once = table.once()
        asked = [actions.request_run(table.dana, table.at, once=once, wish=wish) for _ in range(2)]
        return asked[0], asked[1]

    first, again = await in_rows(ask)
    assert first == again, "the same request leads to the same run"
    await until(lambda: finished(table, "run", "run.finished"))
    await until(lambda: finished(table, "judge", "run.judged"))
    told = RUN_FINISHED.read(finished(table, "run", "run.finished")[0])
    hidden = RUN_JUDGED.read(finished(table, "judge", "run.judged")[0])
    assert told.run == hidden.run == first
    assert told.outcome == "ok", told.stderr
    assert told.tests
    assert all(test.passed for test in (*told.tests, *hidden.tests))
    assert not {test.name for test in told.tests} & {test.name for test in hidden.tests}

    def close() -> None:
        actions.give_hint(table.alice, table.at, once=table.once(), question=QUESTION, step=1, said=False)
        actions.end(table.alice, table.at, once=table.once())

    await in_rows(close)
    dana = grants_for(Seat(number=3, side=Side.CANDIDATE), ended=True)
    seen = {entry.kind for entry in table.entries() if may_read(dana, entry.track)}
    assert {"run.started", "run.finished", "hint.shown", "hour.ended"} <= seen
    assert "run.judged" not in seen
    replayed = await in_rows(lambda: access_recording(table.interview.pk, table.alice.user))
    titles = [chapter.title for chapter in chapters(await in_rows(replayed.entries))]
    assert any("tests pass" in title for title in titles)
    assert "Hint 1, shown" in titles
    assert relay.verify(table.log_id).holds
