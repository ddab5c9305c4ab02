import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
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


def test_no_child_outlives_a_loop_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    supervisor = Supervisor([program("import time; time.sleep(60)")])
    supervisor._start(supervisor.children[0])
    process = supervisor.children[0].process
    assert process is not None
    monkeypatch.setattr(supervisor, "look_after_all", lambda: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        supervisor.run()
    assert process.poll() is not None


def test_the_runner_learns_no_secret_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OTHERSIDE_DATABASE_URL", "postgresql://secret")
    monkeypatch.setenv("OTHERSIDE_SECRET_KEY", "k" * 40)
    given = runner_environment({"RUNNER_TOKEN": "t"})
    assert given["RUNNER_TOKEN"] == "t"
    assert not [key for key in given if key.startswith("OTHERSIDE_")]


FORKS = """
import os, signal, sys, threading, time
from otherside.cli.supervisor import Program, Supervisor

def main() -> int:
    with open(sys.argv[1], "a") as file:
        file.write(f"fork of {os.getppid()}\\n")
    time.sleep(60)
    return 0

command = [sys.executable, "-c", "import time; time.sleep(60)"]
supervisor = Supervisor([Program("child", command, {}, main)])
if sys.argv[2] == "crowded":
    threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
supervisor.start()
print(supervisor.children[0].process.pid, flush=True)
supervisor.run()
"""


@contextmanager
def forks(tmp_path: Path, how: str) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A supervisor in a process of its own, where no test has started threads; and its child's number."""
    words = [sys.executable, "-c", FORKS, str(tmp_path / "notes"), how]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process, int(process.stdout.readline())
        finally:
            process.terminate()
            assert process.wait(5) in {0, -signal.SIGKILL}, "a child heeds SIGTERM, whatever its parent does"


def said(path: Path) -> list[str]:
    return path.read_text().splitlines() if path.exists() else []


def test_a_fork_that_dies_is_made_again(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    with forks(tmp_path, "alone") as (process, child):
        until(lambda: len(said(notes)) == 1)
        os.kill(child, signal.SIGKILL)
        until(lambda: len(said(notes)) == 2)
        assert set(said(notes)) == {f"fork of {process.pid}"}


def test_a_fork_dies_with_a_supervisor_that_is_killed(tmp_path: Path) -> None:
    with forks(tmp_path, "alone") as (process, child):
        until(lambda: said(tmp_path / "notes"))
        process.kill()
        process.wait()
        until(lambda: ended(child))


def ended(pid: int) -> bool:
    """Gone, or dead and not yet fetched by whoever inherits it."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


def test_a_process_with_threads_starts_the_command_instead(tmp_path: Path) -> None:
    with forks(tmp_path, "crowded") as (_, child):
        until(lambda: b"time.sleep(60)" in Path(f"/proc/{child}/cmdline").read_bytes())
        assert not said(tmp_path / "notes")
