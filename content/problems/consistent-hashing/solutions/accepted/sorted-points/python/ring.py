from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator


class Ring:
    """Which server has a key. A server of weight 1 has `points` points; `hash_of` gives the place of a text."""

    def __init__(self, points: int, hash_of: Callable[[str], int]) -> None:
        self.points = points
        self.hash_of = hash_of
        self.weights: dict[str, int] = {}
        self.zones: dict[str, str] = {}
        self.ring: list[tuple[int, str]] = []  # place and server, in order

    def add(self, node: str, weight: int) -> None:
        """Puts a server on the ring, or changes its weight."""
        self.remove(node)
        self.weights[node] = weight
        self.ring += [(self.hash_of(f"{node}#{n}"), node) for n in range(self.points * weight)]
        self.ring.sort()

    def remove(self, node: str) -> None:
        """Takes a server from the ring."""
        if self.weights.pop(node, None) is not None:
            self.ring = [point for point in self.ring if point[1] != node]

    def owner(self, key: str) -> str | None:
        """The server that has this key, or None if there is no server."""
        return next(self.walk(key), None)

    def walk(self, key: str) -> Iterator[str]:
        """All servers as they are met clockwise from this key on, each once."""
        start = bisect_left(self.ring, (self.hash_of(key), ""))
        met: set[str] = set()
        for n in range(len(self.ring)):
            node = self.ring[(start + n) % len(self.ring)][1]
            if node not in met:
                met.add(node)
                yield node

    def set_zone(self, node: str, zone: str) -> None:
        self.zones[node] = zone

    def owners(self, key: str, copies: int) -> list[str]:
        """So many different servers, of different zones as long as there are any."""
        chosen: list[str] = []
        left: list[str] = []
        zones: set[tuple[str, str]] = set()
        for node in self.walk(key):
            zone = ("zone", self.zones[node]) if node in self.zones else ("alone", node)
            if zone in zones:
                left.append(node)
            else:
                zones.add(zone)
                chosen.append(node)
        return (chosen + left)[:copies]


class Placement:
    """What lies where, with no server holding more than `percent` of its share."""

    def __init__(self, ring: Ring, percent: int) -> None:
        self.ring = ring
        self.percent = percent
        self.nodes: dict[str, str] = {}
        self.counts: Counter[str] = Counter()

    def place(self, key: str) -> str | None:
        """The first server clockwise from this key that has room; where it lies already, if it does."""
        if key in self.nodes:
            return self.nodes[key]
        weight = sum(self.ring.weights.values())
        for node in self.ring.walk(key):
            share = (len(self.nodes) + 1) * self.ring.weights[node] * self.percent
            if self.counts[node] < -(-share // (100 * weight)):
                self.nodes[key] = node
                self.counts[node] += 1
                return node
        return None

    def drop(self, key: str) -> None:
        node = self.nodes.pop(key, None)
        if node is not None:
            self.counts[node] -= 1
