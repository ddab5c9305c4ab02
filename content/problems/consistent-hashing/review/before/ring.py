from bisect import bisect_left
from collections.abc import Callable


class Ring:
    """Which server has a key. A server of weight 1 has `points` points; `hash_of` gives the place of a text."""

    def __init__(self, points: int, hash_of: Callable[[str], int]) -> None:
        self.points = points
        self.hash_of = hash_of
        self.weights: dict[str, int] = {}
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
        if not self.ring:
            return None
        return self.ring[bisect_left(self.ring, (self.hash_of(key), "")) % len(self.ring)][1]
