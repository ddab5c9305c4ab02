"""Any actions by anybody in any order, on the real log: nothing after the end, nothing of the panel's for Dana."""

import random

import pytest

from otherside.kernel.errors import DomainError
from otherside.live import actions
from otherside.live.access import parts_of
from otherside.live.grants import Seat, Side, grants_for, may_read
from otherside.live.requests import RunWish
from otherside.question.edge import load_bank
from tests.support.live_table import QUESTION, Table

PANEL_KINDS = {
    "help.said",
    "fact.given",
    "mark.set",
    "probe.set",
    "plan.changed",
    "presence.late",
    "run.judged",
}


@pytest.mark.parametrize("seed", range(6))
def test_any_actions_in_any_order(table: Table, seed: int) -> None:
    dice = random.Random(seed)
    once = table.once
    parts = [part.id for part in parts_of(table.interview)]
    facts = [fact.id for fact in load_bank().problem(QUESTION).facts]
    wishes = [
        lambda key: actions.open_lobby(key, table.at),
        lambda key: actions.begin(key, table.at, once=once()),
        lambda key: actions.begin_segment(key, table.at, once=once(), segment=dice.choice(parts)),
        lambda key: actions.reveal_statement(
            key, table.at, once=once(), question=QUESTION, revision=dice.randint(-1, 2)
        ),
        lambda key: actions.give_hint(
            key, table.at, once=once(), question=QUESTION, step=dice.randint(1, 4), said=dice.random() < 0.5
        ),
        lambda key: actions.give_fact(key, table.at, once=once(), question=QUESTION, fact=dice.choice(facts)),
        lambda key: actions.set_mark(key, table.at, once=once(), kind="good", text="", back_ms=500),
        lambda key: actions.set_probe(key, table.at, once=once(), probe="p1", state="asked", note=""),
        lambda key: actions.pause(key, table.at, once=once(), reason=""),
        lambda key: actions.resume(key, table.at, once=once()),
        lambda key: actions.choose_language(key, table.at, doc="doc:pad", language=dice.choice(["java", "go"])),
        lambda key: actions.running_late(key, table.at, once=once(), minutes=1, reason=""),
        lambda key: actions.admit(key, table.at),
        lambda key: actions.request_run(
            key, table.at, once=once(), wish=RunWish(doc="doc:pad", language="python", files={"main.py": ""})
        ),
    ]  # fmt: skip
    keys = [table.alice, table.alice, table.bob, table.dana, table.charlie]
    ended_at = None
    for turn in range(60):
        table.later(seconds=7)
        wish = (lambda key: actions.end(key, table.at, once=once())) if turn == 45 else dice.choice(wishes)
        key = table.alice if turn in {0, 5, 45} else dice.choice(keys)
        if turn in {0, 5}:
            wish = wishes[0 if turn == 0 else 1]
        before = len(table.entries())
        try:
            wish(key)
        except DomainError:
            assert key is not table.charlie or len(table.entries()) == before
        if key is table.charlie:
            assert len(table.entries()) == before
        if turn == 45:
            ended_at = len(table.entries())
    assert table.hour.ended_ms is not None
    assert len(table.entries()) == ended_at
    assert table.entries()[-1].kind == "hour.ended"
    dana = grants_for(Seat(number=3, side=Side.CANDIDATE), ended=True)
    assert not {entry.kind for entry in table.entries() if may_read(dana, entry.track)} & PANEL_KINDS
