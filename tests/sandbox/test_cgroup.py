"""Control groups against made-up trees: version 1, version 2, both at once, and neither."""

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otherside.sandbox import cgroup
from otherside.sandbox.cgroup import Group, Tree, delegate, find_trees, keyed

V1_MOUNTS = (
    "25 30 0:22 / /sys/fs/cgroup/memory rw,relatime shared:9 - cgroup cgroup rw,memory\n"
    "26 30 0:23 / /sys/fs/cgroup/cpu,cpuacct rw - cgroup cgroup rw,cpu,cpuacct\n"
    "27 30 0:24 /docker/abc /sys/fs/cgroup/pids rw - cgroup cgroup rw,pids\n"
    "28 30 0:25 / /proc rw,relatime - proc proc rw\n"
)
V1_MEMBER = "4:memory:/app/one\n3:pids:/docker/abc/inner\n2:cpu,cpuacct:/\n0::/\n"
V2_MOUNT = "31 30 0:26 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate\n"


def test_version_1_is_found_below_ones_own_group() -> None:
    root = Path("/r")
    assert find_trees(V1_MOUNTS, V1_MEMBER, {}, root) == {
        "memory": Tree(1, root / "sys/fs/cgroup/memory/app/one"),
        "cpuacct": Tree(1, root / "sys/fs/cgroup/cpu,cpuacct"),
        # The mount shows the hierarchy from /docker/abc on, the membership counts from its root.
        "pids": Tree(1, root / "sys/fs/cgroup/pids/inner"),
    }


def test_version_2_offers_what_its_group_lists() -> None:
    own = Path("/r/sys/fs/cgroup/system.slice/otherside.service")
    member = "0::/system.slice/otherside.service\n"
    assert find_trees(V2_MOUNT, member, {own: "cpu memory pids\n"}, Path("/r")) == dict.fromkeys(
        ("memory", "pids", "cpuacct"), Tree(2, own)
    )
    assert find_trees(V2_MOUNT, member, {own: "cpu\n"}, Path("/r")) == {"cpuacct": Tree(2, own)}
    assert find_trees(V2_MOUNT, member, {}, Path("/r")) == {}


def test_a_host_may_mix_them() -> None:
    """Each controller is in one of the two: memory in version 1, the others in version 2."""
    mounts = V1_MOUNTS.splitlines()[0] + "\n" + V2_MOUNT.replace("/sys/fs/cgroup ", "/sys/fs/cgroup/unified ")
    own = Path("/r/sys/fs/cgroup/unified")
    trees = find_trees(mounts, "4:memory:/a\n0::/\n", {own: "pids"}, Path("/r"))
    assert trees == {
        "memory": Tree(1, Path("/r/sys/fs/cgroup/memory/a")), "pids": Tree(2, own), "cpuacct": Tree(2, own),
    }  # fmt: skip


def test_a_group_outside_ones_namespace_is_not_looked_for() -> None:
    trees = find_trees(V2_MOUNT, "0::/../../other\n", {Path("/r/sys/fs/cgroup"): "memory"}, Path("/r"))
    assert trees["memory"] == Tree(2, Path("/r/sys/fs/cgroup"))


def v2_group(folder: Path, controllers: str = "cpu memory pids") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (
        ("cgroup.controllers", controllers),
        ("cgroup.subtree_control", ""),
        ("cgroup.procs", ""),
    ):
        (folder / name).write_text(text)
    return folder


def test_delegation_moves_processes_to_a_leaf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Version 2 refuses to limit beside processes: they go to a leaf, and then it takes."""
    own = v2_group(tmp_path / "own")
    (own / "cgroup.procs").write_text("101\n102\n")
    written: list[tuple[str, str]] = []

    def write(path: Path, text: str) -> None:
        busy = own / "cgroup.procs"
        if path == own / "cgroup.subtree_control" and busy.read_text():
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))
        written.append((str(path.relative_to(own)), text))
        if path == own / cgroup.LEAF / "cgroup.procs":
            left = busy.read_text().split()
            left.remove(text)
            busy.write_text("\n".join(left))

    monkeypatch.setattr(cgroup, "_write", write)
    assert delegate(own) == own / "otherside"
    assert written == [
        ("otherside-leaf/cgroup.procs", "101"),
        ("otherside-leaf/cgroup.procs", "102"),
        ("cgroup.subtree_control", "+memory +pids +cpu"),
        ("otherside/cgroup.subtree_control", "+memory +pids +cpu"),
    ]


def test_delegation_that_is_not_ours_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def write(path: Path, text: str) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(cgroup, "_write", write)
    with pytest.raises(PermissionError):
        delegate(v2_group(tmp_path))


def prepared(monkeypatch: pytest.MonkeyPatch, files: dict[str, str]) -> None:
    """New folders of the made-up tree get these files, as the kernel would give them."""
    usual = Path.mkdir

    def mkdir(self: Path, *args: object, **kwargs: object) -> None:
        usual(self, *args, **kwargs)  # type: ignore[arg-type]
        for name, text in files.items():
            (self / name).write_text(text)

    monkeypatch.setattr(Path, "mkdir", mkdir)


V2_FILES = {
    "memory.max": "max", "memory.swap.max": "max", "memory.oom.group": "0", "pids.max": "max", "cgroup.procs": "",
    "memory.peak": "7000000\n", "memory.events": "low 0\nhigh 0\nmax 5\noom 1\noom_kill 2\n",
    "cpu.stat": "usage_usec 1234567\nuser_usec 1000000\n", "pids.events": "max 3\n",
}  # fmt: skip


def test_version_2_is_limited_and_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prepared(monkeypatch, V2_FILES)
    group = Group(dict.fromkeys(("memory", "pids", "cpuacct"), Tree(2, tmp_path)), "run")
    group.limit(memory_bytes=1 << 20, processes=7)
    group.add(42)
    folder = tmp_path / "run"
    # A write to a file of the kernel replaces its value; in this tree the rest of the old text stays behind.
    starts = {"memory.max": "1048576", "memory.swap.max": "0", "memory.oom.group": "1", "pids.max": "7"}
    assert all((folder / name).read_text().startswith(value) for name, value in starts.items())
    assert (folder / "cgroup.procs").read_text() == "42"
    assert group.counts() == cgroup.Counts(1234, 7_000_000, 2, 3)


def test_version_2_before_linux_5_19_has_no_peak(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {name: text for name, text in V2_FILES.items() if name != "memory.peak"}
    prepared(monkeypatch, {**files, "memory.current": "5000"})
    group = Group({"memory": Tree(2, tmp_path)}, "run")
    assert group.counts() == cgroup.Counts(0, 5000, 2, 0)


def test_version_1_is_limited_and_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prepared(
        monkeypatch,
        {
            "memory.limit_in_bytes": "", "memory.max_usage_in_bytes": "9000", "cpuacct.usage": "2500000000",
            "memory.oom_control": "oom_kill_disable 0\nunder_oom 0\noom_kill 1\n", "pids.max": "",
            "pids.events": "max 0\n", "cgroup.procs": "",
        },
    )  # fmt: skip
    trees = {name: Tree(1, tmp_path / name) for name in ("memory", "pids", "cpuacct")}
    for tree in trees.values():
        tree.folder.mkdir()
    group = Group(trees, "run")
    group.limit(memory_bytes=1 << 20, processes=7)  # swap is not counted here: no memsw file
    assert (tmp_path / "memory/run/memory.limit_in_bytes").read_text() == "1048576"
    assert (tmp_path / "pids/run/pids.max").read_text() == "7"
    assert group.counts() == cgroup.Counts(2500, 9000, 1, 0)


def test_the_dead_are_swept_and_the_living_left(tmp_path: Path) -> None:
    mine = cgroup.new_name()
    for name in (mine, "otherside-999999999-1-0", "otherside-leaf", f"otherside-{os.getpid()}-1-0", "other"):
        (tmp_path / name).mkdir()
    assert cgroup.sweep({"memory": Tree(1, tmp_path), "pids": Tree(1, tmp_path)}) == [
        f"otherside-{os.getpid()}-1-0", "otherside-999999999-1-0",
    ]  # fmt: skip
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([mine, "other", "otherside-leaf"])


@given(
    st.dictionaries(st.from_regex(r"[a-z_]{1,12}", fullmatch=True), st.integers(0, 1 << 62)),
    st.text(max_size=9),
)
def test_keyed_reads_what_was_written(values: dict[str, int], noise: str) -> None:
    text = "".join(f"{key} {value}\n" for key, value in values.items())
    assert all(keyed(text, key) == value for key, value in values.items())
    assert noise in values or keyed(text, noise) == 0
