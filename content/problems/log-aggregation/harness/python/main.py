"""Reads commands, one a line, calls your class, and prints each answer on a line that begins with '=> '."""

import sys

from log_stats import LogStats
from more import more


def listed(pages):
    return ", ".join(f"{page} {requests}" for page, requests in pages) or "nothing"


def shown(value):
    return "none" if value is None else value


stats = None

for line in sys.stdin:
    if line.startswith("| "):
        more(["|", line[2:].rstrip("\n")], stats, listed, shown)
        continue
    match line.split():
        case []:
            pass
        case ["stats", window_ms]:
            stats = LogStats(int(window_ms))
        case ["top", at_ms, n]:
            print(f"=> {listed(stats.top(int(at_ms), int(n)))}")
        case ["percentile", at_ms, page, p]:
            print(f"=> {page} p{p} {shown(stats.percentile(int(at_ms), page, int(p)))}")
        case ["skipped"]:
            print(f"=> skipped {stats.skipped()}")
        case ["many", count, page]:  # so many requests at 0 that took 1, 2, 3… ms, the last one first
            for n in range(int(count), 0, -1):
                stats.add(f"0 {page} {n}")
        case words:
            more(words, stats, listed, shown)
