"""Reads commands, one a line, calls the client, and prints each answer on a line that begins with '=> '."""

import sys

from clock import Clock
from errors import BadParcel, NotAsked, RemoteDown
from more import more
from quotes import Quotes
from remote import Remote
from settings import Settings

clock = Clock()
remote = Remote(clock)
quotes = None

for line in sys.stdin:
    match line.split():
        case []:
            pass
        case ["at", ms]:
            clock.ms = int(ms)
        case ["client", *pairs]:  # client threshold=2 open_ms=1000
            settings = Settings(**{k: int(v) for k, v in (p.split("=") for p in pairs)})
            quotes = Quotes(remote, settings, clock)
        case ["price", carrier, cents]:
            remote.prices[carrier] = int(cents)
        case ["down", carrier]:
            remote.down.add(carrier)
        case ["up", carrier]:
            remote.down.discard(carrier)
        case ["slow", carrier, ms]:
            remote.slow_ms[carrier] = int(ms)
        case ["quote", carrier, parcel]:
            try:
                answer = quotes.quote(carrier, parcel)
            except RemoteDown:
                answer = "down"
            except BadParcel:
                answer = "no such parcel"
            except NotAsked:
                answer = "not asked"
            print(f"=> {clock.ms} {carrier} {parcel} {answer}")
        case ["stats"]:
            counters = " ".join(f"{name} {count}" for name, count in vars(quotes.stats).items() if count)
            print(f"=> {counters or 'nothing'}")
        case words:
            more(words, quotes, clock)
