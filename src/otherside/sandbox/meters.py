"""What a run uses, read while it runs."""

import contextlib
import os
from pathlib import Path

from otherside.sandbox.cgroup import Group

TICKS_PER_S = os.sysconf("SC_CLK_TCK")
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


class GroupMeter:
    """The control group's counters: nothing in the group escapes them."""

    def __init__(self, group: Group) -> None:
        self._group = group

    def cpu_ms(self) -> int:
        return self._group.cpu_ms()

    def over_memory(self) -> bool:
        return self._group.out_of_memory_kills() > 0


class TreeMeter:
    """For hosts without control groups: the living processes below pid 1, seen now and then.

    Between two looks memory can rise unseen, and a process that ended unwaited for takes its CPU time along.
    """

    def __init__(self, pid: int, memory_bytes_max: int) -> None:
        self._pid = pid
        self._memory_bytes_max = memory_bytes_max
        self.memory_bytes = 0
        self._cpu_ms = 0
        self._over = False

    def cpu_ms(self) -> int:
        ticks = pages = 0
        for pid in _below(self._pid):
            with contextlib.suppress(OSError, IndexError):
                fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
                # utime, stime and the same of its waited-for children: fields 14 to 17.
                ticks += sum(int(field) for field in fields[11:15])
                pages += int(fields[21])
        self._cpu_ms = max(self._cpu_ms, ticks * 1000 // TICKS_PER_S)
        self.memory_bytes = max(self.memory_bytes, pages * PAGE_BYTES)
        self._over = self._over or pages * PAGE_BYTES > self._memory_bytes_max
        return self._cpu_ms

    def over_memory(self) -> bool:
        return self._over


def _below(pid: int) -> list[int]:
    found, open_ends = [pid], [pid]
    while open_ends:
        parent = open_ends.pop()
        with contextlib.suppress(OSError):
            for task in Path(f"/proc/{parent}/task").iterdir():
                children = [int(child) for child in (task / "children").read_text().split()]
                found += children
                open_ends += children
    return found
