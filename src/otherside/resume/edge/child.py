"""The process that opens documents from outside: limits first, then the bytes.

Started by `limited`, never imported by it.
"""

import os
import resource
import sys


def confine(memory_bytes: int, cpu_seconds: int) -> None:
    """No more memory, time, files or processes than a résumé needs. Lifted by nothing afterwards."""
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    _leave_network()


def _leave_network() -> None:
    """Best effort: a network namespace of its own, empty.

    A host that forbids it still has the other limits.
    """
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    new_user, new_network = 0x10000000, 0x40000000
    if libc.unshare(new_network) != 0:
        libc.unshare(new_user | new_network)
    libc.prctl(38, 1, 0, 0, 0)  # PR_SET_NO_NEW_PRIVS


def forbid_files() -> None:
    """After every import: the process opens no further file, program or socket."""
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))


def main() -> int:
    """Arguments: memory, processor seconds, task (of `reading`). Bytes on stdin, answer on stdout."""
    memory, cpu, task = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    confine(memory, cpu)
    from otherside.resume.edge.reading import answer, load

    content = sys.stdin.buffer.read()
    load(content, task)
    forbid_files()
    out = answer(content, task)
    written = memoryview(out)
    while written:
        written = written[os.write(1, written) :]
    return 0


if __name__ == "__main__":
    sys.exit(main())
