"""The system calls a command may make, as a BPF program for bubblewrap; made by libseccomp through ctypes.

Known calls are allowed but for the table below: doors to the kernel that have let people out before, and
objects that namespaces do not cover. A call newer than this table gets ENOSYS, another ABI kills the process.
"""

import ctypes
import errno
import functools
import os
import platform
from collections.abc import Iterable

from otherside.sandbox.environment import HostUnfit

ALLOW = 0x7FFF0000
KILL_PROCESS = 0x80000000
ERRNO = 0x00050000
ATTRIBUTE_BAD_ARCH = 2
ATTRIBUTE_OPTIMIZE = 8
BINARY_TREE = 2
COMPARE_MASKED_EQUAL = 7
LAST_KNOWN_CALL = 450  # set_mempolicy_home_node; later numbers are the same on every architecture
LAST_DENIED_CALL = 600

MOUNTS = (
    "mount umount umount2 pivot_root chroot move_mount open_tree fsopen fsconfig fsmount fspick mount_setattr"
)
NAMESPACES = "setns unshare"
KERNEL = (
    "swapon swapoff reboot kexec_load kexec_file_load init_module finit_module delete_module create_module "
    "acct quotactl quotactl_fd syslog bpf perf_event_open userfaultfd fanotify_init fanotify_mark "
    "lookup_dcookie iopl ioperm modify_ldt vm86 vm86old personality uselib ustat sysfs _sysctl "
    "nfsservctl vhangup"
)
OTHER_PROCESSES = (
    "ptrace process_vm_readv process_vm_writev kcmp pidfd_getfd process_madvise process_mrelease"
)
KEYS = "add_key request_key keyctl"
HANDLES = "open_by_handle_at name_to_handle_at"
CLOCKS = "settimeofday clock_settime adjtimex clock_adjtime stime sethostname setdomainname"
MEMORY_PLACEMENT = "vmsplice mbind set_mempolicy migrate_pages move_pages sched_setattr"
REFUSED = f"{MOUNTS} {NAMESPACES} {KERNEL} {OTHER_PROCESSES} {KEYS} {HANDLES} {CLOCKS} {MEMORY_PLACEMENT}"
# A libc or runtime takes "no such call" for an older kernel and falls back. clone3's flags lie in memory,
# where a filter cannot see them; clone's can be looked at.
MISSING = "io_uring_setup io_uring_enter io_uring_register clone3 memfd_secret set_mempolicy_home_node"
# Since number 424 every architecture counts alike: for libraries older than the call.
NUMBERS = {
    "io_uring_setup": 425, "io_uring_enter": 426, "io_uring_register": 427, "open_tree": 428,
    "move_mount": 429, "fsopen": 430, "fsconfig": 431, "fsmount": 432, "fspick": 433, "clone3": 435,
    "pidfd_getfd": 438, "process_madvise": 440, "mount_setattr": 442, "quotactl_fd": 443, "memfd_secret": 447,
    "process_mrelease": 448, "set_mempolicy_home_node": 450,
}  # fmt: skip
NAMESPACE_FLAGS = (0x10000000, 0x00020000, 0x20000000, 0x40000000, 0x08000000, 0x04000000, 0x02000000)
# Terminal requests that put words into another's mouth: TIOCSTI, TIOCLINUX, TIOCCONS, TIOCSETD.
TERMINAL_REQUESTS = (0x5412, 0x541C, 0x541D, 0x5423)
SOCKET_FAMILIES = frozenset({1, 2, 10})  # UNIX, INET, INET6: the network is empty, loopback is of use
LAST_SOCKET_FAMILY = 63
LOW_32_BITS = 0xFFFFFFFF


class _Comparison(ctypes.Structure):
    """`struct scmp_arg_cmp` of seccomp.h."""

    _fields_ = (
        ("arg", ctypes.c_uint),
        ("op", ctypes.c_int),
        ("datum_a", ctypes.c_uint64),
        ("datum_b", ctypes.c_uint64),
    )


def _library() -> ctypes.CDLL:
    try:
        library = ctypes.CDLL("libseccomp.so.2", use_errno=True)
    except OSError as error:
        raise HostUnfit(
            "libseccomp.so.2 was not found, so no system call could be refused. Install libseccomp2."
        ) from error
    library.seccomp_init.restype = ctypes.c_void_p
    library.seccomp_init.argtypes = (ctypes.c_uint32,)
    library.seccomp_release.argtypes = (ctypes.c_void_p,)
    library.seccomp_attr_set.argtypes = (ctypes.c_void_p, ctypes.c_int, ctypes.c_uint32)
    library.seccomp_rule_add_array.argtypes = (
        ctypes.c_void_p, ctypes.c_uint32, ctypes.c_int, ctypes.c_uint, ctypes.POINTER(_Comparison),
    )  # fmt: skip
    library.seccomp_export_bpf.argtypes = (ctypes.c_void_p, ctypes.c_int)
    return library


class _Filter:
    def __init__(self) -> None:
        self._library = _library()
        self._context = self._library.seccomp_init(ALLOW)
        if not self._context:
            raise HostUnfit("libseccomp could not start a filter for this machine's architecture.")
        self._must(
            self._library.seccomp_attr_set(self._context, ATTRIBUTE_BAD_ARCH, KILL_PROCESS), "bad arch"
        )
        # Older libraries know no tree; the filter is then longer to walk and means the same.
        self._library.seccomp_attr_set(self._context, ATTRIBUTE_OPTIMIZE, BINARY_TREE)

    @staticmethod
    def _must(result: int, what: str) -> None:
        if result < 0:
            raise HostUnfit(f"libseccomp refused the rule for {what}: {os.strerror(-result)}.")

    def number(self, name: str) -> int:
        """Its number here, or a negative one where this architecture has no such call."""
        found = int(self._library.seccomp_syscall_resolve_name(name.encode()))
        return NUMBERS.get(name, found) if found < 0 else found

    def refuse(self, number: int, error: int, *comparisons: _Comparison) -> None:
        array = (_Comparison * len(comparisons))(*comparisons)
        result = self._library.seccomp_rule_add_array(
            self._context, ERRNO | error, number, len(comparisons), array
        )
        self._must(result, f"system call {number}")

    def refuse_names(self, names: Iterable[str], error: int) -> None:
        for name in names:
            number = self.number(name)
            if number >= 0:
                self.refuse(number, error)

    def program(self) -> bytes:
        descriptor = os.memfd_create("filter", os.MFD_CLOEXEC)
        try:
            self._must(self._library.seccomp_export_bpf(self._context, descriptor), "export")
            return os.pread(descriptor, os.fstat(descriptor).st_size, 0)
        finally:
            os.close(descriptor)
            self._library.seccomp_release(self._context)


@functools.cache
def program() -> bytes:
    """The filter as BPF instructions of 8 bytes. Raises HostUnfit where libseccomp is missing."""
    rules = _Filter()
    rules.refuse_names(REFUSED.split(), errno.EPERM)
    rules.refuse_names(MISSING.split(), errno.ENOSYS)
    for number in range(LAST_KNOWN_CALL + 1, LAST_DENIED_CALL + 1):
        rules.refuse(number, errno.ENOSYS)
    # On s390 clone takes its flags second; elsewhere first.
    flags_at = 1 if platform.machine().startswith("s390") else 0
    for flag in NAMESPACE_FLAGS:
        rules.refuse(
            rules.number("clone"), errno.EPERM, _Comparison(flags_at, COMPARE_MASKED_EQUAL, flag, flag)
        )
    for request in TERMINAL_REQUESTS:
        rules.refuse(
            rules.number("ioctl"),
            errno.EPERM,
            _Comparison(1, COMPARE_MASKED_EQUAL, LOW_32_BITS, request),
        )
    for family in sorted(set(range(LAST_SOCKET_FAMILY + 1)) - SOCKET_FAMILIES):
        for call in ("socket", "socketpair"):
            rules.refuse(
                rules.number(call),
                errno.EAFNOSUPPORT,
                _Comparison(0, COMPARE_MASKED_EQUAL, LOW_32_BITS, family),
            )
    return rules.program()
