"""The engine as it is on this host."""

import os
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from otherside.sandbox import bubblewrap, host
from otherside.sandbox.bubblewrap import BubblewrapEnvironment, open_engine
from otherside.sandbox.environment import Command, Environment, HostUnfit, Limits
from otherside.sandbox.host import Finding, Findings

pytestmark = pytest.mark.sandbox
LIMITS = Limits(
    wall_ms_max=20_000, cpu_ms_max=5000, memory_bytes_max=128 << 20, output_bytes_max=100_000, processes_max=32,
    file_bytes_max=16 << 20, files_max=500,
)  # fmt: skip


def open_descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


@pytest.fixture(scope="module")
def environment() -> Iterator[Environment]:
    with open_engine(2) as engine:
        yield engine


def sh(script: str, **fields: object) -> Command:
    return Command(argv=("sh", "-c", script), **fields)  # type: ignore[arg-type]


def test_a_command_ends_when_nobody_wants_it_any_more(environment: Environment) -> None:
    wanted = threading.Event()

    def heard(_stream: str, _chunk: bytes) -> None:
        wanted.set()

    ended = environment.run(sh("echo one; sleep 15 & wait"), LIMITS, heard, lambda: not wanted.is_set())
    assert (ended.kind, ended.stdout, ended.exit_code, ended.signal) == ("stopped", b"one\n", None, None)
    assert ended.wall_ms < 5_000


def test_output_is_kept_apart_and_streamed_in_order(environment: Environment) -> None:
    heard: list[tuple[str, bytes]] = []
    ended = environment.run(
        sh("echo one; sleep 0.1; echo two >&2; sleep 0.1; echo three"),
        LIMITS,
        lambda s, b: heard.append((s, b)),
    )
    assert (ended.kind, ended.exit_code) == ("ok", 0)
    assert (ended.stdout, ended.stderr) == (b"one\nthree\n", b"two\n")
    assert heard == [("stdout", b"one\n"), ("stderr", b"two\n"), ("stdout", b"three\n")]
    assert ended.wall_ms >= 200
    assert ended.memory_bytes > 0


def test_stdin_and_the_standard_names_can_be_opened(environment: Environment) -> None:
    ended = environment.run(sh("cat /dev/stdin > /dev/stdout; echo x > /dev/stderr", stdin=b"in"), LIMITS)
    assert (ended.kind, ended.stdout, ended.stderr) == ("ok", b"in", b"x\n")


def test_files_in_folders(environment: Environment) -> None:
    files = {"a/b/c.txt": b"deep\n", "a/d.txt": b"", "with space\nand line": b"odd\n", "-rf": b"dash\n"}
    ended = environment.run(
        sh('cat a/b/c.txt "with space\nand line" ./-rf; echo $HOME $PWD', files=files), LIMITS
    )
    assert ended.stdout == b"deep\nodd\ndash\n/w /w\n"


def test_a_build_is_there_again_and_no_run_changes_it_for_the_next(environment: Environment) -> None:
    built = environment.run(sh("mkdir d; echo right > d/x; chmod +x d/x", keeps_build=True), LIMITS)
    assert built.build is not None
    use = sh("cat d/x; echo wrong > d/x; rm -rf d", build=built.build)
    assert [environment.run(use, LIMITS).stdout for _ in range(2)] == [b"right\n"] * 2
    with pytest.raises(OSError):
        os.pwrite(built.build.descriptor, b"x", 0)
    os.close(built.build.descriptor)


def test_a_failed_build_is_none(environment: Environment) -> None:
    descriptors = open_descriptors()
    ended = environment.run(sh("exit 4", keeps_build=True), LIMITS)
    assert (ended.kind, ended.exit_code, ended.build) == ("nonzero", 4, None)
    assert open_descriptors() == descriptors


def test_a_build_that_is_too_large_is_said(environment: Environment) -> None:
    script = "head -c 9000000 /dev/urandom > /tmp/x; cp /tmp/x a; cp /tmp/x b 2>/dev/null; exit 0"
    ended = environment.run(sh(script, keeps_build=True), replace(LIMITS, file_bytes_max=10 << 20))
    assert ended.build is None or ended.build.size_bytes <= 11 << 20
    assert ended.kind in {"ok", "nonzero", "file-limit"}


def test_both_clocks(environment: Environment) -> None:
    hasty = replace(LIMITS, wall_ms_max=300, cpu_ms_max=10_000)
    asleep = environment.run(sh("echo before; sleep 30"), hasty)
    assert (asleep.kind, asleep.stdout) == ("wall-limit", b"before\n")
    assert 300 <= asleep.wall_ms < 3000
    busy = environment.run(sh("while :; do :; done"), replace(LIMITS, cpu_ms_max=200))
    assert busy.kind == "cpu-limit"


def test_a_daemon_does_not_delay_the_verdict(environment: Environment) -> None:
    at = time.monotonic()
    ended = environment.run(sh("(setsid sleep 100 &) ; echo done"), LIMITS)
    assert (ended.kind, ended.stdout) == ("ok", b"done\n")
    assert time.monotonic() - at < 5


def test_two_at_once_and_the_third_waits(environment: Environment) -> None:
    took: list[float] = []

    def one() -> None:
        environment.run(sh("sleep 0.5"), LIMITS)
        took.append(time.monotonic() - at)

    at = time.monotonic()
    threads = [threading.Thread(target=one) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(took)[2] >= 1.0


def test_our_own_failure_is_no_verdict(tmp_path: Path) -> None:
    broken = tmp_path / "bwrap"
    broken.write_text("#!/bin/sh\necho 'bwrap: no luck today' >&2\nexit 1\n")
    broken.chmod(0o755)
    for folder in (tmp_path, *list(tmp_path.parents)[:2]):
        folder.chmod(0o755)
    findings = replace(host.look(), bwrap=str(broken))
    ended = BubblewrapEnvironment(findings, 1).run(sh("echo hi"), LIMITS)
    assert ended.kind == "sandbox-error"
    assert "no luck today" in ended.detail
    assert (ended.exit_code, ended.signal, ended.stdout) == (None, None, b"")


def test_a_host_without_a_wall_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    gone = Finding("namespaces", there=False, needed=True, cause="No namespaces.", remedy="Allow them.")
    monkeypatch.setattr(bubblewrap, "look", lambda: Findings("/usr/bin/bwrap", {}, (gone,), ""))
    with pytest.raises(HostUnfit, match=r"No namespaces\. Allow them\."), open_engine():
        pass


def test_a_host_without_control_groups_promises_less_and_still_limits() -> None:
    found = host.look()
    items = tuple(replace(item, there=item.needed) for item in found.items)
    engine = BubblewrapEnvironment(
        replace(found, trees={}, items=items, promise=host.promise_of(items, {})), 1
    )
    assert engine.promise.startswith("less: ")
    assert "not promised: " in engine.promise
    busy = engine.run(sh("while :; do :; done"), replace(LIMITS, cpu_ms_max=300))
    assert busy.kind == "cpu-limit"
    greedy = Command(argv=("python3", "-c", "x = bytearray(1 << 30)"))
    assert engine.run(greedy, LIMITS).kind in {"nonzero", "memory-limit"}


def test_a_listener_that_fails_ends_the_command(environment: Environment) -> None:
    """As when the pipe behind `otherside run | head` is gone."""

    def fail(stream: str, chunk: bytes) -> None:
        raise BrokenPipeError("nobody reads")

    before = open_descriptors()
    ended = environment.run(sh("echo x; sleep 60"), LIMITS, fail)
    assert (ended.kind, ended.detail) == ("sandbox-error", "BrokenPipeError: nobody reads")
    with pytest.raises(ZeroDivisionError):
        environment.run(sh("echo x; sleep 60"), LIMITS, lambda _stream, _chunk: 1 / 0)
    assert open_descriptors() == before
    assert Path(f"/proc/self/task/{os.getpid()}/children").read_text().split() == []


def test_nothing_is_left_of_many(environment: Environment) -> None:
    before = open_descriptors()
    for _ in range(20):
        assert environment.run(sh("sleep 100 & echo x > /tmp/y"), LIMITS).kind == "ok"
    assert open_descriptors() == before
    assert not list(Path("/sys/fs/cgroup").glob(f"**/otherside-{os.getpid()}-*"))


@pytest.mark.soak
def test_nothing_is_left_of_a_thousand(environment: Environment) -> None:
    """A fifth of them hostile. Processes, groups, descriptors and mounts are as before."""
    scripts = [
        "echo hi",
        "exit 3",
        "kill -9 $$",
        "(setsid sleep 99 &)",
        "yes",
        "while :; do :; done",
        "sleep 99",
    ]
    hasty = replace(LIMITS, wall_ms_max=200, cpu_ms_max=100)
    mounts = Path("/proc/self/mountinfo").read_text()
    before = open_descriptors()
    for number in range(1000):
        script = scripts[number % len(scripts)] if number % 5 == 0 else scripts[number % 3]
        assert environment.run(sh(script), hasty).kind != "sandbox-error"
    assert open_descriptors() == before
    assert Path("/proc/self/mountinfo").read_text() == mounts
    assert not list(Path("/sys/fs/cgroup").glob(f"**/otherside-{os.getpid()}-*"))
    children = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
    assert children == []
