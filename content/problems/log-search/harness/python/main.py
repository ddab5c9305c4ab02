"""Reads commands, one a line, calls LogSearch, and prints each answer on a line that begins with '=> '."""

import sys

from log_search import LogSearch
from more import more


def show(numbers):
    print(f"=> {' '.join(str(number) for number in numbers) or 'nothing'}")


log = LogSearch()

for line in sys.stdin:
    command, _, rest = line.strip().partition(" ")
    match command:
        case "":
            pass
        case "log":
            at_ms, _, text = rest.partition(" ")
            log.append(int(at_ms), text)
        case "number":
            at_ms, _, text = rest.partition(" ")
            show([log.append(int(at_ms), text)])
        case "many":
            for n in range(1, int(rest) + 1):
                log.append(n, f"GET /p{n % 100}/item{n} status={500 if n % 1000 == 0 else 200} worker-{n % 7}")
        case "find":
            limit, _, query = rest.partition(" ")
            show(log.find(query, int(limit)))
        case "often":
            times, limit, *words = rest.split(" ")
            for _ in range(int(times)):
                numbers = log.find(" ".join(words), int(limit))
            show(numbers)
        case _:
            more(command, rest.split(" "), log, show)
