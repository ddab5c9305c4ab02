"""Reads commands, one a line, calls the limiter, and prints each answer on a line that begins with '=> '."""

import sys

from clock import Clock
from setup import make

clock = Clock()
servers = {}
on = "a"

for line in sys.stdin:
    match line.split():
        case []:
            pass
        case ["at", ms]:
            clock.ms = int(ms)
        case ["on", name]:
            on = name
        case ["allow", key]:
            print(f"=> {clock.ms} {key} {'yes' if servers[on].allow(key) else 'no'}")
        case ["calls", count, key]:
            passed = sum(servers[on].allow(key) for _ in range(int(count)))
            print(f"=> {clock.ms} {key} {passed} of {count}")
        case ["retry", key]:
            print(f"=> {clock.ms} {key} wait {servers[on].retry_after_ms(key)}")
        case words:
            servers = make(words, clock, servers)
