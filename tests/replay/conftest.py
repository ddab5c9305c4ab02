import pytest

from otherside.live import actions
from otherside.relay import client as relay
from otherside.run.entries import RUN_FINISHED, RunFinished
from otherside.run.tests import TestResult
from tests.live.conftest import in_process_relay, table
from tests.support.live_table import QUESTION, Table

__all__ = ["in_process_relay", "table"]


@pytest.fixture
def held(table: Table) -> Table:
    """An hour that was held: a problem, a hint said, a run, marks by both, and the end."""
    table.reveal()
    once = table.once
    actions.give_hint(table.alice, table.at, once=once(), question=QUESTION, step=1, said=True)
    ran = RunFinished(
        run="r1", doc=table.doc, language="python", mode="visible", files={"limiter.py": "retry_after = 7"},
        stdin="", outcome="ok", exit_code=0, signal=None, stdout="Hello", stderr="", wall_ms=410, cpu_ms=100,
        memory_bytes=31_000_000, promise="full",
        tests=(
            TestResult(name="keeps keys apart", passed=True, expected="1", actual="1"),
            TestResult(name="says how long", passed=False, expected="7", actual="1007"),
        ),
    )  # fmt: skip
    relay.append(table.log_id, [RUN_FINISHED.new(ran, track="run", actor=3)])
    actions.set_mark(table.alice, table.at, once=once(), kind="good", text="Tested first", back_ms=0)
    actions.set_mark(table.bob, table.at, once=once(), kind="concern", text="Interrupts", back_ms=0)
    actions.end(table.alice, table.at, once=once())
    return table
