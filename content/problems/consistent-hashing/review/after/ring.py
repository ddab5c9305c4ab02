from bisect import bisect, insort
from collections.abc import Callable


class Ring:
    """Which server has a key. A server of weight 1 has `points` points; `hash_of` gives the place of a text."""

    def __init__(self, points: int, hash_of: Callable[[str], int]) -> None:
        self.points = points
        self.hash_of = hash_of
        self.weights: dict[str, int] = {}
        self.places: list[int] = []  # in order
        self.nodes: dict[int, str] = {}  # place to server

    def add(self, node: str, weight: int) -> None:
        """Puts a server on the ring, or changes its weight."""
        for n in range(self.points * self.weights.get(node, 0), self.points * weight):
            place = self.hash_of(f"{node}#{n}")
            insort(self.places, place)
            self.nodes[place] = node
        self.weights[node] = weight

    def remove(self, node: str) -> None:
        """Takes a server from the ring."""
        for n in range(self.points * self.weights.pop(node, 0)):
            place = self.hash_of(f"{node}#{n}")
            self.places.remove(place)
            self.nodes.pop(place, None)

    def owner(self, key: str) -> str | None:
        """The server that has this key, or None if there is no server."""
        if not self.places:
            return None
        return self.nodes[self.places[bisect(self.places, self.hash_of(key)) % len(self.places)]]
