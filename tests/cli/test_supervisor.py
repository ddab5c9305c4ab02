import os
import sys
import time
from pathlib import Path

import pytest

from otherside.cli.supervisor import Program, Supervisor, runner_environment


def until(condition: object, wait_s: float = 10.0) -> None:
    end = time.monotonic() + wait_s
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.01)


def program(code: str) -> Program:
    return Program("child", [sys.executable, "-S", "-c", code], {"PATH": os.environ["PATH"]})


def test_what_dies_is_started_again_and_all_end_together(tmp_path: Path) -> None:
    notes = tmp_path / "starts"
    dies = program(f"open({str(notes)!r}, 'a').write('x')")
    stays = program("import time; time.sleep(60)")
    supervisor = Supervisor([dies, stays])
    for child in supervisor.children:
        supervisor._start(child)
    staying = supervisor.children[1].process
    assert staying is not None

    def twice() -> bool:
        for child in supervisor.children:
            supervisor._look_after(child)
        return notes.exists() and len(notes.read_text()) >= 2

    until(twice)
    assert staying.poll() is None
    supervisor.stopping = True
    supervisor.run()
    assert staying.poll() is not None


def test_the_runner_learns_no_secret_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OTHERSIDE_DATABASE_URL", "postgresql://secret")
    monkeypatch.setenv("OTHERSIDE_SECRET_KEY", "k" * 40)
    given = runner_environment({"RUNNER_TOKEN": "t"})
    assert given["RUNNER_TOKEN"] == "t"
    assert not [key for key in given if key.startswith("OTHERSIDE_")]
