"""Reads commands, one a line, calls the service, and prints each answer on a line that begins with '=> '."""

import sys

from clock import Clock
from profiles import Profiles
from settings import Settings
from source import Source, SourceDown

clock = Clock()
source = Source()
profiles = None

for line in sys.stdin:
    match line.split():
        case []:
            pass
        case ["at", ms]:
            clock.ms = int(ms)
        case ["cache", *pairs]:  # cache capacity=2 ttl_ms=1000
            profiles = Profiles(source, Settings(**{k: int(v) for k, v in (p.split("=") for p in pairs)}), clock)
        case ["user", user, name]:  # somebody else writes to the database
            source.names[user] = name
        case ["source", state]:
            source.down = state == "down"
        case ["get", user]:
            before = source.loads
            try:
                name = profiles.name(user)
                print(f"=> {clock.ms} {user} {name or 'unknown'} {'loaded' if source.loads > before else 'cached'}")
            except SourceDown:
                print(f"=> {clock.ms} {user} down")
        case ["rename", user, name]:
            profiles.rename(user, name)
        case ["stats"]:
            counters = " ".join(f"{name} {count}" for name, count in vars(profiles.stats).items() if count)
            print(f"=> stats {counters or 'none'}, size {profiles.cache.size()}")
        case words:
            raise SystemExit(f"unknown command: {' '.join(words)}")
