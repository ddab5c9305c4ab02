"""Reads commands, one a line, calls your functions, and prints each answer on a line that begins with '=> '."""

import sys

from more import more
from scheduling import common_free, merge


def listed(slots):
    return " ".join(f"{start}-{end}" for start, end in slots) or "none"


calendars = {}

for line in sys.stdin:
    match line.split():
        case []:
            pass
        case ["person", name]:
            calendars.setdefault(name, [])
        case ["busy", name, start, end]:
            calendars.setdefault(name, []).append((int(start), int(end)))
        case ["merged", name]:
            print(f"=> {name} busy {listed(merge(list(calendars[name])))}")
        case ["free", start, end, minutes]:
            print(f"=> free {listed(common_free(calendars, (int(start), int(end)), int(minutes)))}")
        case words:
            more(words, calendars, listed)
