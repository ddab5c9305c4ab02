"""Reads commands, one a line, calls the queue, and prints each answer on a line that begins with '=> '."""

import sys

from clock import Clock
from job_queue import JobQueue
from more import more
from settings import Settings

STATES = ("waiting", "delayed", "running", "done", "dead")

clock = Clock()
queue = None


def listed(counts):
    return " ".join(f"{state} {counts[state]}" for state in STATES if counts.get(state))


def said(yes):
    return "yes" if yes else "no"


for line in sys.stdin:
    match line.split():
        case []:
            pass
        case ["at", ms]:
            clock.ms = int(ms)
        case ["queue", *pairs]:  # queue lease_ms=1000 max_tries=2
            queue = JobQueue(Settings(**{k: int(v) for k, v in (p.split("=") for p in pairs)}), clock)
        case ["add", job]:
            queue.add(job)
        case ["take", worker]:
            print(f"=> {clock.ms} {worker} takes {queue.take(worker) or 'nothing'}")
        case ["heartbeat", job, worker]:
            print(f"=> {clock.ms} {worker} has {job}: {said(queue.heartbeat(job, worker))}")
        case ["done", job, worker]:
            print(f"=> {clock.ms} {worker} done {job}: {said(queue.done(job, worker))}")
        case ["fail", job, worker]:
            print(f"=> {clock.ms} {worker} failed {job}: {said(queue.fail(job, worker))}")
        case ["counts"]:
            print(f"=> {clock.ms} {listed(queue.counts()) or 'no jobs'}")
        case words:
            more(words, queue)
