"""A control group a run: its memory, processes and CPU time, limited and counted by the kernel.

Version 1 has a tree per controller, version 2 one tree; a host may mix them, and each controller is looked
for where it is. v2: kernel documentation, admin-guide/cgroup-v2; v1: admin-guide/cgroup-v1. Names of groups
carry the process that made them, so that the next start can sweep what a crash left.
"""

import contextlib
import errno
import itertools
import os
import re
import signal
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

WANTED = ("memory", "pids", "cpuacct")
GROUP = re.compile(r"^otherside-(\d+)-(\d+)-\d+$")
LEAF = "otherside-leaf"
BASE = "otherside"
EMPTY_WITHIN_S = 5.0
_numbers = itertools.count()  # next() of it is one step, also between threads


@dataclass(frozen=True, slots=True)
class Tree:
    """Where groups are made for one controller: the folder below which a run's group goes."""

    version: int
    folder: Path


@dataclass(frozen=True, slots=True)
class Counts:
    """What the kernel counted for a group; zero where a controller is missing."""

    cpu_ms: int
    memory_bytes: int
    out_of_memory_kills: int
    refused_forks: int


def find_trees(
    mountinfo: str, membership: str, controllers: Mapping[Path, str], root: Path = Path("/")
) -> dict[str, Tree]:
    """Controller → where this process sits in it. `cpuacct` of version 2 is always there.

    `mountinfo` and `membership` are /proc/self/mountinfo and /proc/self/cgroup; `controllers` maps a
    version-2 folder to the text of its `cgroup.controllers`. Only what the own group offers is taken:
    a container's outer groups are not ours. `root` is put before paths (tests use a made-up tree).
    """
    groups: dict[str, str] = {}
    for line in membership.splitlines():
        _, names, path = line.split(":", 2)
        groups.update(dict.fromkeys(names.split(","), path))
    trees: dict[str, Tree] = {}
    for line in mountinfo.splitlines():
        before, _, after = line.partition(" - ")
        top, place = before.split(" ")[3:5]
        kind, _, options = after.split(" ")[:3]
        mounted = root / place.lstrip("/")
        if kind == "cgroup":
            for name in set(WANTED) & set(options.split(",")) & groups.keys():
                trees.setdefault(name, Tree(1, mounted / _below(groups[name], top)))
        elif kind == "cgroup2" and "" in groups:
            own = mounted / _below(groups[""], top)
            offered = controllers.get(own, "").split()
            for name in WANTED:
                if name in offered or (name == "cpuacct" and offered):
                    trees.setdefault(name, Tree(2, own))
    return trees


def _below(path: str, top: str) -> str:
    """`path` of a group as seen below a mount whose root is `top`; both count from the hierarchy's root."""
    if top != "/" and (path == top or path.startswith(top + "/")):
        path = path[len(top) :]
    # A group outside one's own cgroup namespace shows as /../..: the mount's root is then the best there is.
    return "" if "/.." in path else path.lstrip("/")


def host_trees() -> dict[str, Tree]:
    """`find_trees` of this process."""
    membership = Path("/proc/self/cgroup").read_text()
    mountinfo = Path("/proc/self/mountinfo").read_text()
    controllers = {}
    for line in mountinfo.splitlines():
        fields = line.split(" ")
        if " - cgroup2 " in line:
            mounted = Path(fields[4])
            for entry in membership.splitlines():
                if entry.startswith("0::"):
                    own = mounted / _below(entry[3:], fields[3])
                    with contextlib.suppress(OSError):
                        controllers[own] = (own / "cgroup.controllers").read_text()
    return find_trees(mountinfo, membership, controllers)


def _write(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CLOEXEC)
    try:
        os.write(descriptor, text.encode())
    finally:
        os.close(descriptor)


def delegate(own: Path) -> Path:
    """Make `own`, a version-2 group, ready to hold limited groups; the folder to make them in.

    Version 2 limits only below a group without processes of its own, so everybody in `own` moves to a leaf
    beside; the hierarchy's root is free of that rule. Raises OSError where the group is not ours to change.
    """
    wanted = " ".join(
        f"+{name}"
        for name in ("memory", "pids", "cpu")
        if name in (own / "cgroup.controllers").read_text().split()
    )
    try:
        _write(own / "cgroup.subtree_control", wanted)
    except OSError as error:
        if error.errno != errno.EBUSY:
            raise
        leaf = own / LEAF
        leaf.mkdir(exist_ok=True)
        for pid in (own / "cgroup.procs").read_text().split():
            with contextlib.suppress(ProcessLookupError):
                _write(leaf / "cgroup.procs", pid)
        _write(own / "cgroup.subtree_control", wanted)
    base = own / BASE
    base.mkdir(exist_ok=True)
    _write(base / "cgroup.subtree_control", wanted)
    return base


class Group:
    """One run's group in every tree there is."""

    def __init__(self, trees: Mapping[str, Tree], name: str) -> None:
        self._folders: dict[str, Path] = {}
        self._versions = {controller: tree.version for controller, tree in trees.items()}
        try:
            for controller, tree in trees.items():
                folder = tree.folder / name
                if folder not in self._folders.values():
                    folder.mkdir()
                self._folders[controller] = folder
        except OSError:
            self.remove()
            raise

    def limit(self, *, memory_bytes: int, processes: int) -> None:
        if "memory" in self._folders:
            folder = self._folders["memory"]
            if self._versions["memory"] == 1:
                _write(folder / "memory.limit_in_bytes", str(memory_bytes))
                # Swap is counted only where the kernel was started so.
                with contextlib.suppress(OSError):
                    _write(folder / "memory.memsw.limit_in_bytes", str(memory_bytes))
            else:
                _write(folder / "memory.max", str(memory_bytes))
                for name, value in (("memory.swap.max", "0"), ("memory.oom.group", "1")):
                    with contextlib.suppress(OSError):
                        _write(folder / name, value)
        if "pids" in self._folders:
            _write(self._folders["pids"] / "pids.max", str(processes))

    def add(self, pid: int) -> None:
        for folder in dict.fromkeys(self._folders.values()):
            _write(folder / "cgroup.procs", str(pid))

    def cpu_ms(self) -> int:
        if "cpuacct" not in self._folders:
            return 0
        folder = self._folders["cpuacct"]
        if self._versions["cpuacct"] == 1:
            return int((folder / "cpuacct.usage").read_text()) // 1_000_000
        return keyed((folder / "cpu.stat").read_text(), "usage_usec") // 1000

    def counts(self) -> Counts:
        memory = kills = forks = 0
        if "memory" in self._folders:
            folder = self._folders["memory"]
            if self._versions["memory"] == 1:
                memory = int((folder / "memory.max_usage_in_bytes").read_text())
            else:
                memory = self._peak(folder)
            kills = self.out_of_memory_kills()
        if "pids" in self._folders:
            # pids.events came to version 1 with Linux 4.3; without it refused forks go unseen.
            with contextlib.suppress(OSError):
                forks = keyed((self._folders["pids"] / "pids.events").read_text(), "max")
        return Counts(self.cpu_ms(), memory, kills, forks)

    @staticmethod
    def _peak(folder: Path) -> int:
        """memory.peak came with Linux 5.19; before, what is in use now is all there is."""
        for name in ("memory.peak", "memory.current"):
            with contextlib.suppress(OSError):
                return int((folder / name).read_text())
        return 0

    def out_of_memory_kills(self) -> int:
        if "memory" not in self._folders:
            return 0
        name = "memory.oom_control" if self._versions["memory"] == 1 else "memory.events"
        return keyed((self._folders["memory"] / name).read_text(), "oom_kill")

    def remove(self) -> None:
        """End whatever is in the group and take it away. Raises OSError when it does not empty in time."""
        deadline = time.monotonic() + EMPTY_WITHIN_S
        for folder in dict.fromkeys(self._folders.values()):
            remove_folder(folder, deadline)


def remove_folder(folder: Path, deadline: float) -> None:
    """Kill what is left in `folder` and remove it; what is gone already is fine."""
    while True:
        try:
            folder.rmdir()
            return
        except FileNotFoundError:
            return
        except OSError as error:
            if error.errno not in {errno.EBUSY, errno.ENOTEMPTY} or time.monotonic() > deadline:
                raise
        with contextlib.suppress(OSError):
            for pid in (folder / "cgroup.procs").read_text().split():
                with contextlib.suppress(ProcessLookupError):
                    os.kill(int(pid), signal.SIGKILL)
        time.sleep(0.0005)


def keyed(text: str, key: str) -> int:
    """The number behind `key` in lines of `key number`; 0 where it is missing."""
    for line in text.splitlines():
        name, _, value = line.partition(" ")
        if name == key:
            return int(value)
    return 0


def started(pid: int) -> str:
    """When process `pid` began, in the kernel's ticks; empty if there is none. Tells reused numbers apart."""
    try:
        # The name in brackets may hold anything, so count from its end; start time is field 22.
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        return ""


def new_name() -> str:
    """A name that no other group of this host has, nor had one of this process."""
    pid = os.getpid()
    return f"otherside-{pid}-{started(pid)}-{next(_numbers)}"


def sweep(trees: Mapping[str, Tree]) -> list[str]:
    """Remove groups, with all that lives in them, whose maker is dead. The names that were found."""
    found = []
    deadline = time.monotonic() + EMPTY_WITHIN_S
    for folder in dict.fromkeys(tree.folder for tree in trees.values()):
        for group in sorted(folder.glob("otherside-*")):
            match = GROUP.fullmatch(group.name)
            if match is None or started(int(match[1])) == match[2]:
                continue
            found.append(group.name)
            remove_folder(group, deadline)
    return found
