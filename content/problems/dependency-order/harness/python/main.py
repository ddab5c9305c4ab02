"""Reads commands, one a line, calls your functions, and prints each answer on a line that begins with '=> '."""

import sys

import check
from cycle import Cycle
from deploy import deploy_order
from more import more


def answer(call):
    try:
        print(f"=> {call()}")
    except Cycle as cycle:
        check.shown("cycle", cycle.services)
        print(f"=> {check.of_cycle(cycle.services, services)}")


def order():
    names = deploy_order(services)
    check.shown("order", names)
    return check.of_order(names, services, set(services))


services = {}

for line in sys.stdin:
    match line.split():
        case []:
            pass
        case ["service", name, *needs]:
            services.setdefault(name, []).extend(needs)
        case ["chain", prefix, count]:
            for n in range(1, int(count) + 1):
                services[f"{prefix}{n}"] = [f"{prefix}{n - 1}"] if n > 1 else []
        case ["order"]:
            answer(order)
        case words:
            more(words, services, answer)
