"""What needs no sandbox: kept output, commands, the filter, words for bubblewrap, remedies."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otherside.sandbox import host, launch, seccomp, tools
from otherside.sandbox.cgroup import Tree
from otherside.sandbox.environment import Command, Limits
from otherside.sandbox.host import Finding
from otherside.sandbox.kept import TAIL_BYTES_MAX, Kept

LIMITS = Limits(
    wall_ms_max=1000, cpu_ms_max=1000, memory_bytes_max=1 << 28, output_bytes_max=1 << 20, processes_max=64,
    file_bytes_max=1 << 26, files_max=4096,
)  # fmt: skip


def test_head_and_tail_are_kept() -> None:
    kept = Kept(10)
    assert kept.add("stdout", b"0123456") == b"0123456"
    assert not kept.full
    assert kept.add("stderr", b"abc") == b"abc"
    assert kept.full
    assert kept.add("stdout", b"x" * (TAIL_BYTES_MAX + 5) + b"end") == b""
    text = kept.text("stdout")
    assert text.startswith(b"0123456\n[... 8 bytes left out ...]\n")
    assert text.endswith(b"xxend")
    assert kept.text("stderr") == b"abc"


@given(st.integers(1, 50), st.lists(st.tuples(st.sampled_from(["stdout", "stderr"]), st.binary(max_size=40))))
def test_up_to_the_cap_nothing_is_lost_and_beyond_it_memory_is_bounded(
    cap: int, chunks: list[tuple[str, bytes]]
) -> None:
    kept = Kept(cap)
    for stream, chunk in chunks:
        kept.add(stream, chunk)
    total = sum(len(chunk) for _, chunk in chunks)
    assert kept.full == (total >= cap)
    for stream in ("stdout", "stderr"):
        written = b"".join(chunk for name, chunk in chunks if name == stream)
        assert total > cap or kept.text(stream) == written
        assert len(kept.text(stream)) <= cap + TAIL_BYTES_MAX + 60


@pytest.mark.parametrize("path", ["/etc/passwd", "../up", "a/../../b", "", "a//b", "./a", "a\0b", "a/"])
def test_a_file_cannot_be_put_elsewhere(path: str) -> None:
    with pytest.raises(ValueError, match="below /w"):
        Command(argv=("true",), files={path: b""})


def test_a_limit_nobody_chose_is_refused() -> None:
    with pytest.raises(ValueError, match="wall_ms_max"):
        Limits(
            wall_ms_max=0, cpu_ms_max=1, memory_bytes_max=1, output_bytes_max=1, processes_max=1,
            file_bytes_max=1, files_max=1,
        )  # fmt: skip


def test_the_filter_is_a_program_of_whole_instructions() -> None:
    program = seccomp.program()
    assert len(program) % 8 == 0
    assert 100 < len(program) // 8 < 4096  # the kernel takes 4096
    assert seccomp.program() is program


def test_refused_calls_have_numbers_here() -> None:
    """A name that is misspelt would be let through in silence."""
    rules = seccomp._Filter()
    known_elsewhere = {
        "umount", "create_module", "vm86", "vm86old", "stime", "nfsservctl", "ustat", "sysfs", "_sysctl", "uselib",
        "iopl", "ioperm", "modify_ldt",
    }  # fmt: skip
    names = set(seccomp.REFUSED.split()) | set(seccomp.MISSING.split())
    assert {name for name in names if rules.number(name) < 0} <= known_elsewhere


def test_bubblewrap_is_told_to_close_everything() -> None:
    words = launch.arguments(Command(argv=("true",)), LIMITS, {"/w/a/b.py": 20})
    for wanted in (
        "--unshare-user",
        "--unshare-net",
        "--unshare-pid",
        "--die-with-parent",
        "--new-session",
        "--clearenv",
    ):
        assert wanted in words
    assert words.index("--remount-ro") > words.index("--file")
    assert words[words.index("--tmpfs") - 1] == str(LIMITS.file_bytes_max)
    assert "--setenv" not in words


def test_values_of_the_environment_cannot_become_commands() -> None:
    command = Command(argv=("true",), env={"A": "$(id); `id` 'x'"})
    script = launch._wrapped(command, launch.ceilings(LIMITS, count_processes=True, count_memory=True))[4]
    assert """export A='$(id); `id` '"'"'x'"'"''""" in script
    assert "ulimit -p 64" in script
    assert "ulimit -d 262144" in script


def test_the_promise_says_what_is_missing() -> None:
    there = Finding("memory", there=True, needed=False)
    gone = Finding("processes", there=False, needed=False)
    assert host.promise_of((there,), {"memory": Tree(1, Path("/"))}) == "full: bubblewrap, seccomp, cgroup v1"
    assert host.promise_of((there, gone), {}) == "less: bubblewrap, seccomp; not promised: processes"


def test_remedies_fit_their_complaint() -> None:
    assert "unmask" in host.remedy_for("bwrap: Can't mount proc on /newroot/proc: Operation not permitted")
    assert "AppArmor" in host.remedy_for("bwrap: setting up uid map: Permission denied")
    assert "max_user_namespaces" in host.remedy_for("bwrap: Creating new namespace failed: No space left")


def test_a_tool_in_a_private_folder_is_copied(tmp_path: Path) -> None:
    private = tmp_path / "home"
    private.mkdir(mode=0o700)
    (private / "tool").write_text("#!/bin/sh\n")
    copies = tools.Tools(os.getpid())
    place = Path(copies.place(str(private / "tool")))
    assert place.read_text() == "#!/bin/sh\n"
    assert tools.readable_by_all(place)
    assert copies.place("/usr/bin/env") == "/usr/bin/env"
    tools.sweep()
    assert place.exists()
    copies.close()
    assert not place.exists()
