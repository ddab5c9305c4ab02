"""Reads commands, one a line, and calls the sender. Answers stand on lines that begin with '=> '; the network prints
each post.
"""

import sys

from clock import Clock
from event import Event
from more import more
from network import Network
from outbox import Outbox
from sender import Sender
from settings import Settings

clock = Clock()
network = Network(clock)
outbox = Outbox()
settings = Settings()
sender = Sender(outbox, network, settings, clock)


def run(until_ms):
    while (due_ms := sender.next_due_ms()) is not None and due_ms <= until_ms:
        clock.ms = max(clock.ms, due_ms)
        sender.deliver()
    clock.ms = until_ms


for line in sys.stdin:
    match line.split():
        case []:
            pass
        case ["sender", *pairs]:  # sender attempts=3 wait_ms=100
            settings = Settings(**{k: int(v) for k, v in (p.split("=") for p in pairs)})
            sender = Sender(outbox, network, settings, clock)
        case ["restart"]:
            sender = Sender(outbox, network, settings, clock)
        case ["status", subscriber, status]:
            network.statuses[subscriber] = int(status)
        case ["publish", subscriber, *names]:
            for name in names:
                sender.publish(Event(subscriber, name))
            sender.deliver()
        case ["queue", subscriber, name]:  # published, but not delivered yet
            sender.publish(Event(subscriber, name))
        case ["run", until_ms]:
            run(int(until_ms))
        case ["stats"]:
            counters = " ".join(f"{name} {count}" for name, count in vars(sender.stats).items() if count)
            print(f"=> {counters or 'nothing'}, waiting {len(outbox.rows)}")
        case words:
            more(words, sender)
