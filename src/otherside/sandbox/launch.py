"""Starting bubblewrap: its arguments, the descriptors it inherits, and the moment before the command begins.

Descriptors of the child: 0 stdin (a sealed memfd), 1 the command's stdout, 2 the status channel (bubblewrap's
and the wrapper's own words), 3 the command's stderr, 4 the second gate, 8 the build to unpack, 9 the build to
write; 10 to 13 bubblewrap's arguments, information, first gate and filter; above, one for each file.
At the first gate pid 1 exists and joins its control group; at the second all walls stand.
Arguments go through a descriptor and the environment is empty, for /proc/1 of the sandbox shows both.
"""

import contextlib
import fcntl
import json
import os
import select
import shlex
import signal
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from otherside.sandbox import seccomp
from otherside.sandbox.environment import Command, Limits

HOME = "/w"
NOWHERE = "/var/empty"  # where pid 1 and the wrapper stand, for the command sees that too
INSIDE_ID = 1000
DEVICES = ("null", "zero", "full", "random", "urandom")
ETC = {
    "/etc/passwd": f"candidate:x:{INSIDE_ID}:{INSIDE_ID}::{HOME}:/bin/sh\n",
    "/etc/group": f"candidate:x:{INSIDE_ID}:\n",
    "/etc/hosts": "127.0.0.1 localhost\n::1 localhost\n",
    "/etc/nsswitch.conf": "passwd: files\ngroup: files\nhosts: files\n",
}
BASE_ENV = {
    "PATH": "/usr/bin:/bin:/tools",
    "HOME": HOME,
    "LANG": "C.UTF-8",
    "TMPDIR": "/tmp",  # noqa: S108 - the sandbox's own
}
TMPFS = (HOME, "/tmp", "/dev/shm")  # noqa: S108 - the sandbox's own
# Runs in the sandbox, as the command's user. "begun" says that all walls stand; whatever else appears on
# descriptor 2 is the shell's word for how its child died (see verdict.SILENT_SIGNALS).
WRAPPER = (
    "{ceilings}; echo ready >&2; read gate <&4; {unpack}echo begun >&2; "
    '(cd /w; unset OLDPWD; {exports}; exec 2>&3 3>&- 4>&- 8>&- 9>&-; exec "$@"); code=$?; '
    '{pack}echo "exit $code" >&2'
)
UNPACK = "/usr/bin/tar -xf - -C /w <&8 || exit 99; "
PACK = "[ $code != 0 ] || /usr/bin/tar -cf - -C /w . >&9 || code=99; "
FIRST_FREE = 400  # above the targets: 14 and one for each file
GATE_WITHIN_S = 10.0
OPEN_FILES_MAX = 1024


def memfd(content: bytes, *, sealed: bool = False) -> int:
    descriptor = os.memfd_create("otherside", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    view = memoryview(content)
    while view:
        view = view[os.write(descriptor, view) :]
    os.lseek(descriptor, 0, os.SEEK_SET)
    if sealed:
        seal(descriptor)
    return descriptor


def seal(descriptor: int) -> None:
    """Nobody can change it any more, whoever holds it."""
    os.fchmod(descriptor, 0o444)
    everything = fcntl.F_SEAL_WRITE | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_SEAL
    fcntl.fcntl(descriptor, fcntl.F_ADD_SEALS, everything)


def arguments(command: Command, limits: Limits, files: Mapping[str, int]) -> list[str]:
    """Bubblewrap's words. `files` maps a path inside to the child's descriptor with its content."""
    words = ["--unshare-user", "--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-net"]
    words += ["--unshare-cgroup-try", "--die-with-parent", "--new-session", "--hostname", "sandbox"]
    words += ["--uid", str(INSIDE_ID), "--gid", str(INSIDE_ID), "--cap-drop", "ALL"]
    words += [
        "--perms",
        "0755",
        "--dir",
        "/etc",
        "--perms",
        "0755",
        "--dir",
        "/dev",
        "--ro-bind",
        "/usr",
        "/usr",
    ]
    for name in ("bin", "lib", "lib64", "sbin"):
        words += ["--symlink", f"usr/{name}", f"/{name}"]
    words += ["--ro-bind-try", "/etc/alternatives", "/etc/alternatives"]
    words += ["--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache", "--proc", "/proc"]
    for name in DEVICES:
        words += ["--dev-bind", f"/dev/{name}", f"/dev/{name}"]
    for name, target in (("fd", ""), ("stdin", "/0"), ("stdout", "/1"), ("stderr", "/2")):
        words += ["--symlink", f"/proc/self/fd{target}", f"/dev/{name}"]
    for inside, host in command.binds.items():
        words += ["--ro-bind", host, inside]
    for place in TMPFS:
        words += ["--size", str(limits.file_bytes_max), "--tmpfs", place]
    made = set()
    for path, descriptor in files.items():
        parts = path.split("/")
        for depth in range(3, len(parts)):
            folder = "/".join(parts[:depth])
            if folder.startswith(HOME + "/") and folder not in made:
                made.add(folder)
                words += ["--perms", "0755", "--dir", folder]
        words += ["--perms", "0644", "--file", str(descriptor), path]
    words += ["--perms", "0755", "--dir", NOWHERE, "--remount-ro", "/", "--chdir", NOWHERE, "--clearenv"]
    return [*words, "--info-fd", "11", "--block-fd", "12", "--seccomp", "13"]


@dataclass(slots=True)
class Started:
    """A sandbox that waits at its gate. All descriptors are ours to close."""

    outer_pid: int  # bubblewrap outside: our child, whose exit code is the first sign of the end
    stdout: int
    stderr: int
    status: int
    info: int
    gates: list[int]
    build: int | None
    said: bytes = b""  # on the status channel, before the command
    inner_pid: int = 0  # pid 1 of the sandbox, as we see it


def ceilings(limits: Limits, *, count_processes: bool, count_memory: bool) -> tuple[str, ...]:
    """`ulimit` words for each single process. No address-space limit where the kernel counts memory: Java, Go
    and Node reserve far more than they use. The wrapper sets them on itself before anything of the command
    is there; setting them from outside needs CAP_SYS_RESOURCE, which containers lack."""
    cpu_s = limits.cpu_ms_max // 1000 + 2  # after our own clock, which also sees children
    words = ["-c 0", f"-n {OPEN_FILES_MAX}", f"-f {limits.file_bytes_max // 512}", f"-t {cpu_s}", "-l 64"]
    if count_processes:
        words.append(f"-p {limits.processes_max}")
    if count_memory:
        words.append(f"-d {limits.memory_bytes_max // 1024}")
    return tuple(words)


def start(
    command: Command, ceiling_words: tuple[str, ...], limits: Limits, bwrap: str, uid: int | None
) -> Started:
    """Start bubblewrap for `command`, as user `uid` where we are root. Does not wait."""
    given: list[int] = []  # our side of what the child gets; closed once it has them
    actions: list[tuple[int, int, int]] = []

    def give(descriptor: int, target: int) -> None:
        # Out of the way first: a low source could be overwritten by another's target.
        high = fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, FIRST_FREE)
        os.close(descriptor)
        given.append(high)
        actions.append((os.POSIX_SPAWN_DUP2, high, target))

    out_r, out_w = os.pipe2(os.O_CLOEXEC)
    err_r, err_w = os.pipe2(os.O_CLOEXEC)
    status_r, status_w = os.pipe2(os.O_CLOEXEC)
    info_r, info_w = os.pipe2(os.O_CLOEXEC)
    first_r, first_w = os.pipe2(os.O_CLOEXEC)
    second_r, second_w = os.pipe2(os.O_CLOEXEC)
    build = memfd(b"") if command.keeps_build else None
    try:
        for descriptor in (out_r, err_r, status_r):
            os.set_blocking(descriptor, False)
        if uid is not None:
            # So that /dev/stdout and /dev/stderr can be opened by name.
            for descriptor in (out_w, err_w):
                os.fchown(descriptor, uid, uid)
        files: dict[str, int] = {}
        contents = {**{p: t.encode() for p, t in ETC.items()}, **_at_home(command.files)}
        for number, (path, content) in enumerate(contents.items(), start=14):
            give(memfd(content), number)
            files[path] = number
        words = arguments(command, limits, files)
        give(memfd(command.stdin, sealed=True), 0)
        pipes = ((out_w, 1), (status_w, 2), (err_w, 3), (second_r, 4), (info_w, 11), (first_r, 12))
        for descriptor, target in pipes:
            give(descriptor, target)
        give(memfd(b"".join(word.encode() + b"\0" for word in words)), 10)
        give(memfd(seccomp.program()), 13)
        if command.build is not None:
            give(os.open(f"/proc/self/fd/{command.build.descriptor}", os.O_RDONLY | os.O_CLOEXEC), 8)
        if build is not None:
            give(os.dup(build), 9)
        pid = _spawn(
            [*_as_user(uid), bwrap, "--args", "10", "--", *_wrapped(command, ceiling_words)], actions
        )
    finally:
        for descriptor in given:
            os.close(descriptor)
    return Started(pid, out_r, err_r, status_r, info_r, [first_w, second_w], build)


def _at_home(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {f"{HOME}/{path}": content for path, content in files.items()}


def _as_user(uid: int | None) -> list[str]:
    if uid is None:
        return []
    words = [f"--reuid={uid}", f"--regid={uid}", "--clear-groups", "--inh-caps=-all", "--bounding-set=-all"]
    return ["/usr/bin/setpriv", *words]


def _wrapped(command: Command, ceiling_words: tuple[str, ...]) -> list[str]:
    script = WRAPPER.format(
        # Only the command has its environment: the wrapper's own is empty, for the command may read it.
        exports="; ".join(
            f"export {name}={shlex.quote(value)}" for name, value in {**BASE_ENV, **command.env}.items()
        ),
        ceilings="; ".join(f"ulimit {word}" for word in ceiling_words),
        unpack=UNPACK if command.build is not None else "",
        pack=PACK if command.keeps_build else "",
    )
    # bubblewrap sets PWD even in a cleared environment.
    return ["/usr/bin/env", "-i", "/bin/sh", "-c", script, "sh", *command.argv]


def _spawn(argv: list[str], actions: Iterable[tuple[int, int, int]]) -> int:
    # Whoever started us may have left descriptors open for his children; a command is not one of them.
    for descriptor in (int(entry.name) for entry in list(Path("/proc/self/fd").iterdir())):
        with contextlib.suppress(OSError):  # the listing's own is gone already
            if descriptor > 2:
                os.set_inheritable(descriptor, False)
    # Python ignores these two; the command must find them as any program does.
    usual = (signal.SIGPIPE, signal.SIGXFSZ)
    return os.posix_spawn(argv[0], argv, {}, file_actions=list(actions), setsigdef=usual, setsigmask=())


def wait_for_first_gate(started: Started) -> bool:
    """Read pid 1's number. False where bubblewrap ended before it got there; its status says why."""
    text = b""
    while not text.rstrip().endswith(b"}"):
        if not select.select([started.info], [], [], GATE_WITHIN_S)[0]:
            return False
        chunk = os.read(started.info, 4096)
        if not chunk:
            return False
        text += chunk
    started.inner_pid = int(json.loads(text)["child-pid"])
    return True


def wait_for_second_gate(started: Started) -> bool:
    """True once the wrapper says that it is ready; else `started.said` is what came instead."""
    while not started.said.endswith(b"ready\n"):
        if not select.select([started.status], [], [], GATE_WITHIN_S)[0]:
            return False
        chunk = os.read(started.status, 4096)
        if not chunk:
            return False
        started.said += chunk
    return True


def open_gate(started: Started) -> None:
    """Let it on to the next gate, or to its command."""
    gate = started.gates.pop(0)
    os.write(gate, b"\n")
    os.close(gate)
