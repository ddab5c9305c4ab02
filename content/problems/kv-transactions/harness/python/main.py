"""Reads commands, one a line, calls your store, and prints each answer on a line that begins with '=> '."""

import sys

from more import more
from store import Store


def shown(value):
    return "none" if value is None else value


store = Store()

for line in sys.stdin:
    match line.split():
        case []:
            pass
        case ["set", key, value]:
            store.set(key, value)
        case ["get", key]:
            print(f"=> {key} {shown(store.get(key))}")
        case ["remove", key]:
            store.remove(key)
        case ["count", value]:
            print(f"=> {store.count(value)} keys have {value}")
        case ["counts", times, value]:
            print(f"=> {sum(store.count(value) for _ in range(int(times)))} in all")
        case ["fill", count, value]:
            for n in range(int(count)):
                store.set(f"k{n}", value)
        case ["begin"]:
            store.begin()
        case ["nest", depth]:
            for n in range(int(depth)):
                store.begin()
                store.set(f"n{n}", "deep")
        case ["commit"]:
            if not store.commit():
                print("=> no transaction to commit")
        case ["rollback"]:
            if not store.rollback():
                print("=> no transaction to roll back")
        case words:
            more(words, store, shown)
