"""Reads commands, one a line, calls the dispatcher, and prints each answer on a line that begins with '=> '."""

import sys

from busy import Busy
from clock import Clock
from dispatcher import Dispatcher
from job import Job
from settings import Settings

clock = Clock()
dispatcher = None


def run(until_ms):
    while (next_ms := dispatcher.next_done_ms()) is not None and next_ms <= until_ms:
        clock.ms = next_ms
        for job in dispatcher.finish():
            print(f"=> {clock.ms} {job.name} done")
    clock.ms = until_ms


for line in sys.stdin:
    match line.split():
        case []:
            pass
        case ["dispatcher", *pairs]:  # dispatcher workers=1 capacity=2
            settings = Settings(**{k: int(v) for k, v in (p.split("=") for p in pairs)})
            dispatcher = Dispatcher(settings, clock)
        case ["submit", customer, name, work_ms]:
            try:
                dispatcher.submit(Job(customer, name, int(work_ms)))
            except Busy as busy:
                print(f"=> {clock.ms} {name} busy, try again in {busy.retry_ms}")
        case ["run", until_ms]:
            run(int(until_ms))
        case ["stats"]:
            waiting = dispatcher.waiting()
            counters = " ".join(f"{name} {count}" for name, count in vars(dispatcher.stats).items() if count)
            print(f"=> {counters or 'nothing'}, waiting {waiting}")
        case words:
            raise SystemExit(f"unknown command: {' '.join(words)}")
