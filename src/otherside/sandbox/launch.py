"""The words that bubblewrap and the wrapper inside are started with. Makes nothing; see `spawn`.

Descriptors of the child: 0 stdin (a sealed memfd), 1 the command's stdout, 2 the status channel (bubblewrap's
and the wrapper's own words), 3 the command's stderr, 4 the second gate, 8 the build to unpack, 9 the build to
write; 10 to 13 bubblewrap's arguments, information, first gate and filter; above, one for each file.
At the first gate pid 1 exists and joins its control group; at the second all walls stand.
Arguments go through a descriptor and the environment is empty, for /proc/1 of the sandbox shows both.
"""

import shlex
from collections.abc import Mapping

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
OPEN_FILES_MAX = 1024

# Descriptors of the child, as above.
STDIN, STDOUT, STATUS, STDERR, SECOND_GATE, BUILD_IN, BUILD_OUT = 0, 1, 2, 3, 4, 8, 9
ARGUMENTS, INFORMATION, FIRST_GATE, FILTER, FIRST_FILE = 10, 11, 12, 13, 14


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
    words += ["--info-fd", str(INFORMATION), "--block-fd", str(FIRST_GATE)]
    return [*words, "--seccomp", str(FILTER)]


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


def argv(command: Command, ceiling_words: tuple[str, ...], bwrap: str, uid: int | None) -> list[str]:
    """The whole of what is started, as user `uid` where we are root."""
    return [*_as_user(uid), bwrap, "--args", str(ARGUMENTS), "--", *_wrapped(command, ceiling_words)]


def contents(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Every file that is put into the sandbox, by its path there."""
    etc = {path: text.encode() for path, text in ETC.items()}
    return {**etc, **{f"{HOME}/{path}": content for path, content in files.items()}}


def _as_user(uid: int | None) -> list[str]:
    if uid is None:
        return []
    words = [f"--reuid={uid}", f"--regid={uid}", "--clear-groups", "--inh-caps=-all"]
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
