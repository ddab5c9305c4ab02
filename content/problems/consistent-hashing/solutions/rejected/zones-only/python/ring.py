from bisect import bisect_left
from collections.abc import Callable


class Ring:
    """Which server has a key. A server of weight 1 has `points` points; `hash_of` gives the place of a text."""

    def __init__(self, points: int, hash_of: Callable[[str], int]) -> None:
        self.points = points
        self.hash_of = hash_of
        self.zones: dict[str, str] = {}
        self.ring: list[tuple[int, str]] = []

    def add(self, node: str, weight: int) -> None:
        """Puts a server on the ring, or changes its weight."""
        self.remove(node)
        self.ring += [(self.hash_of(f"{node}#{n}"), node) for n in range(self.points * weight)]
        self.ring.sort()

    def remove(self, node: str) -> None:
        """Takes a server from the ring."""
        self.ring = [point for point in self.ring if point[1] != node]

    def owner(self, key: str) -> str | None:
        """The server that has this key, or None if there is no server."""
        if not self.ring:
            return None
        return self.ring[bisect_left(self.ring, (self.hash_of(key), "")) % len(self.ring)][1]

    def set_zone(self, node: str, zone: str) -> None:
        self.zones[node] = zone

    def owners(self, key: str, copies: int) -> list[str]:
        start = bisect_left(self.ring, (self.hash_of(key), ""))
        chosen: dict[str, str] = {}
        for n in range(len(self.ring)):
            node = self.ring[(start + n) % len(self.ring)][1]
            chosen.setdefault(self.zones.get(node, f"alone {node}"), node)
        return list(chosen.values())[:copies]
