"""Reads commands, one a line, asks for the report, and prints each answer on a line that begins with '=> '."""

import sys

from api import Api
from clock import Clock
from errors import TooManyCalls, Unavailable
from more import more
from records import Customer, Order
from report import build

clock = Clock()
api = Api(clock)


def show(rows):
    for row in rows:
        print(f"=> {row.order} {row.name} {row.cents}")


def answer(call, rows_too=True):
    try:
        report = call()
    except Unavailable:
        print("=> unavailable")
    except TooManyCalls:
        print("=> too many calls")
    else:
        if rows_too:
            show(report.rows)
        else:
            print(f"=> {len(report.rows)} rows")
        print("=> complete" if report.complete else "=> incomplete")


for line in sys.stdin:
    match line.split():
        case []:
            pass
        case ["orders", *items]:
            split = [item.split(":") for item in items]
            api.pages["orders"].append([Order(id, customer, int(cents)) for id, customer, cents in split])
        case ["customers", *items]:
            api.pages["customers"].append([Customer(*item.split(":")) for item in items])
        case ["many", count]:  # so many pages with one order each
            for n in range(int(count)):
                api.pages["orders"].append([Order(f"m{n}", "c1", n)])
        case ["fail", ("orders" | "customers") as kind, page, times]:
            api.failures[kind, int(page) - 1] = int(times)
        case ["limit", calls, window_ms]:
            api.limit, api.window_ms = int(calls), int(window_ms)
        case ["at", ms]:
            clock.ms = int(ms)
        case ["report"]:
            answer(lambda: build(api, clock))
        case ["count"]:
            answer(lambda: build(api, clock), rows_too=False)
        case ["cost"]:
            print(f"=> {api.calls} calls, {api.refused} refused, {clock.ms} ms")
        case words:
            more(words, api, clock, answer, show)
