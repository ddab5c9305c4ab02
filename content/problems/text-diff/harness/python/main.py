"""Reads commands, one a line, calls your function, and prints each answer on a line that begins with '=> '."""

import sys

from edits import diff
from more import more


def shown(edits):
    return " ".join((sign + line).strip() for sign, line in edits) or "nothing"


def checked(edits, before, after):
    if [line for sign, line in edits if sign in " -"] != before:
        return "kept and removed lines are not the text before"
    if [line for sign, line in edits if sign in " +"] != after:
        return "kept and added lines are not the text after"
    if any((one[0], two[0]) == ("+", "-") for one, two in zip(edits, edits[1:])):
        return "a line is added before one that is removed"
    return f"{sum(sign != ' ' for sign, _ in edits)} changes"


before, after = [], []

for line in sys.stdin:
    match line.split():
        case []:
            pass
        case ["before", *lines]:
            before = lines
        case ["after", *lines]:
            after = lines
        case ["many", count, every]:
            before = [str(n) for n in range(1, int(count) + 1)]
            after = [f"new{n}" if n % int(every) == 0 else str(n) for n in range(1, int(count) + 1)]
        case ["show"]:
            print(f"=> {shown(diff(list(before), list(after)))}")
        case ["diff"]:
            print(f"=> {checked(diff(list(before), list(after)), before, after)}")
        case words:
            more(words, before, after, shown)
