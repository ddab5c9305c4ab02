"""Reads commands, one a line, calls your ring, and prints each answer on a line that begins with '=> '."""

import sys
from collections import Counter

from more import more
from places import hash_of, places
from ring import Ring


def owners(count):
    return {f"k{n}": ring.owner(f"k{n}") or "none" for n in range(count)}


def listed(counts):
    return " ".join(f"{name} {count}" for name, count in sorted(counts.items()))


ring = None
before = {}

for line in sys.stdin:
    match line.split():
        case []:
            pass
        case ["ring", points]:
            ring = Ring(int(points), hash_of)
        case ["at", text, place]:
            places[text] = int(place)
        case ["add", node, weight]:
            ring.add(node, int(weight))
        case ["nodes", prefix, count]:
            for n in range(int(count)):
                ring.add(f"{prefix}{n}", 1)
        case ["remove", node]:
            ring.remove(node)
        case ["owner", key]:
            print(f"=> {key} {ring.owner(key) or 'none'}")
        case ["spread", count]:
            before = owners(int(count))
            counts = Counter(before.values())
            if len(counts) <= 10:
                print(f"=> {listed(counts)}")
            else:
                print(f"=> between {min(counts.values())} and {max(counts.values())} on {len(counts)} nodes")
        case ["moved"]:
            after = owners(len(before))
            moves = Counter(f"{before[key]}>{after[key]}" for key in before if after[key] != before[key])
            print(f"=> moved {moves.total()}{': ' + listed(moves) if 0 < len(moves) <= 10 else ''}")
        case words:
            more(words, ring)
