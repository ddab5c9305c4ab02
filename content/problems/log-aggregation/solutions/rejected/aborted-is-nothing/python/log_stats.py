import re
from collections import defaultdict

LINE = re.compile(r"([0-9]+) (\S+) ([0-9]+)")


def read(line: str) -> tuple[int, str, int | None] | None:
    """When, which page and how long (None: aborted); None for what is no line."""
    match = LINE.fullmatch(line)
    if match is None:
        return None
    return int(match[1]), match[2], int(match[3])


class Window:
    def __init__(self) -> None:
        self.requests: defaultdict[str, int] = defaultdict(int)
        self.took_ms: defaultdict[str, list[int]] = defaultdict(list)

    def add(self, page: str, took_ms: int | None) -> None:
        self.requests[page] += 1
        if took_ms is not None:
            self.took_ms[page].append(took_ms)

    def top(self, n: int) -> list[tuple[str, int]]:
        return sorted(self.requests.items(), key=lambda item: (-item[1], item[0]))[:n]


class LogStats:
    """What happened in each window of `window_ms` milliseconds."""

    def __init__(self, window_ms: int) -> None:
        self.window_ms = window_ms
        self.windows: dict[int, Window] = {}
        self.unread = 0

    def add(self, line: str) -> None:
        """Takes a line of the log, such as "61200 /cart 35"."""
        entry = read(line)
        if entry is None:
            self.unread += 1
            return
        at_ms, page, took_ms = entry
        self.windows.setdefault(at_ms // self.window_ms, Window()).add(page, took_ms)

    def top(self, at_ms: int, n: int) -> list[tuple[str, int]]:
        """The `n` busiest pages of the window to which `at_ms` belongs, each with its number of requests."""
        return self.windows.get(at_ms // self.window_ms, Window()).top(n)

    def percentile(self, at_ms: int, page: str, p: int) -> int | None:
        """The time within which at least `p` percent of the answers came, or None if nothing was measured."""
        window = self.windows.get(at_ms // self.window_ms, Window())
        took_ms = sorted(window.took_ms.get(page, []))
        if not took_ms:
            return None
        return took_ms[-(-len(took_ms) * p // 100) - 1]

    def skipped(self) -> int:
        """How many lines could not be read."""
        return self.unread

