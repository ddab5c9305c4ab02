"""What this host can promise: each wall is tried, and what is missing is named with its remedy."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from otherside.sandbox import cgroup, seccomp
from otherside.sandbox.cgroup import Tree
from otherside.sandbox.environment import HostUnfit

TRY_WITHIN_S = 10


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is there or missing. `needed`: without it nothing is run."""

    what: str
    there: bool
    needed: bool
    cause: str = ""
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    bwrap: str
    trees: Mapping[str, Tree]
    items: tuple[Finding, ...]
    promise: str

    @property
    def refusals(self) -> tuple[Finding, ...]:
        return tuple(item for item in self.items if item.needed and not item.there)


def look() -> Findings:
    """Try everything once, in some 20 ms."""
    bwrap = shutil.which("bwrap", path="/usr/bin:/bin:/usr/local/bin") or shutil.which("bwrap") or ""
    items = [_bubblewrap(bwrap), _seccomp()]
    if bwrap:
        items.append(_namespaces(bwrap))
    items.append(_own_user())
    trees, groups = _groups()
    items += groups
    return Findings(bwrap, trees, tuple(items), promise_of(tuple(items), trees))


def promise_of(items: tuple[Finding, ...], trees: Mapping[str, Tree]) -> str:
    """One line: what is kept, and plainly what is not."""
    versions = "+".join(sorted({f"v{tree.version}" for tree in trees.values()}))
    walls = "bubblewrap, seccomp" + (f", cgroup {versions}" if versions else "")
    lost = [item.what for item in items if not item.needed and not item.there]
    return f"less: {walls}; not promised: {', '.join(lost)}" if lost else f"full: {walls}"


def _bubblewrap(bwrap: str) -> Finding:
    return Finding(
        "bubblewrap", bool(bwrap), True, "The program bwrap was not found.", "apt-get install bubblewrap."
    )  # fmt: skip


def _seccomp() -> Finding:
    cause = ""
    try:
        seccomp.program()
    except HostUnfit as error:
        cause = str(error)
    if not cause and not Path("/proc/sys/kernel/seccomp/actions_avail").exists():
        cause = "The kernel was built without seccomp filters."
    return Finding(
        "seccomp", not cause, True, cause, "Install libseccomp2 and use a kernel with CONFIG_SECCOMP_FILTER."
    )


def _namespaces(bwrap: str) -> Finding:
    """A whole sandbox around /bin/true, as the user that candidates' code would have."""
    words = [
        bwrap,
        "--unshare-all",
        "--die-with-parent",
        "--ro-bind",
        "/usr",
        "/usr",
        "--symlink",
        "usr/lib",
        "/lib",
    ]
    words += ["--symlink", "usr/lib64", "/lib64", "--proc", "/proc", "--tmpfs", "/w", "--", "/usr/bin/true"]
    if os.geteuid() == 0:
        words = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *words]
    try:
        done = subprocess.run(
            words, env={}, capture_output=True, text=True, timeout=TRY_WITHIN_S, check=False, cwd="/"
        )
        said = done.stderr.strip() if done.returncode else ""
        fine = done.returncode == 0
    except (OSError, subprocess.TimeoutExpired) as error:
        said, fine = str(error), False
    cause = "" if fine else f"A sandbox could not be built: {said or 'no reason given'}."
    return Finding("namespaces", fine, True, cause, "" if fine else remedy_for(said))


def remedy_for(said: str) -> str:
    """What to do about bubblewrap's complaint."""
    if "proc" in said:
        return (
            "Mounting /proc was refused, as in containers that mask it: unmask it for the runner (Docker: "
            "--security-opt systempaths=unconfined; Kubernetes: procMount: Unmasked with hostUsers: false)."
        )
    if "setting up uid map" in said or "Permission denied" in said:
        return (
            "User namespaces are restricted: allow them for bwrap in AppArmor, or set "
            "sysctl kernel.apparmor_restrict_unprivileged_userns=0."
        )
    return (
        "User namespaces are needed: sysctl user.max_user_namespaces=10000 and, where it exists, "
        "kernel.unprivileged_userns_clone=1; in a container a seccomp profile that allows unshare and mount."
    )


def _own_user() -> Finding:
    root = os.geteuid() == 0
    return Finding(
        "a user of its own for each run and a ceiling on files",
        root,
        False,
        "The runner is not root, so runs share its user and the number of files is not limited.",
        "Start the runner as root; candidates' code still runs without any privilege.",
    )


def _groups() -> tuple[dict[str, Tree], list[Finding]]:
    """The trees in which this process may make groups, and what is said about each controller."""
    names = {
        "memory": "memory of all processes together",
        "pids": "number of processes",
        "cpuacct": "CPU time of all processes together",
    }
    trees: dict[str, Tree] = {}
    causes: dict[str, str] = {}
    try:
        found = cgroup.host_trees()
    except OSError as error:
        found, causes = {}, {"": str(error)}
    tried: dict[tuple[int, Path], tuple[Path | None, str]] = {}
    for name, tree in found.items():
        key = (tree.version, tree.folder)
        if key not in tried:
            tried[key] = _usable(tree)
        folder, cause = tried[key]
        if folder is None:
            causes[name] = cause
        else:
            trees[name] = Tree(tree.version, folder)
    items = []
    for name, what in names.items():
        cause = causes.get(name, f"No control group with the controller {name} was found.")
        items.append(Finding(what, name in trees, False, "" if name in trees else cause, GROUP_REMEDY))
    return trees, items


GROUP_REMEDY = (
    "Run as root, or as a systemd service with Delegate=yes (controllers memory, pids, cpu); "
    "in a container mount /sys/fs/cgroup writable."
)


def _usable(tree: Tree) -> tuple[Path | None, str]:
    """The folder for groups, after making and removing one there."""
    try:
        folder = cgroup.delegate(tree.folder) if tree.version == 2 else tree.folder
        trial = folder / cgroup.new_name()
        trial.mkdir()
        trial.rmdir()
    except OSError as error:
        return None, f"Making a control group in {tree.folder} failed: {error.strerror}."
    return folder, ""
