from bisect import bisect_left, insort
from collections.abc import Callable


class Ring:
    """Which server has a key. A server of weight 1 has `points` points; `hash_of` gives the place of a text."""

    def __init__(self, points: int, hash_of: Callable[[str], int]) -> None:
        self.points = points
        self.hash_of = hash_of
        self.nodes: dict[str, list[int]] = {}
        self.places: list[int] = []
        self.at: dict[int, str] = {}

    def add(self, node: str, weight: int) -> None:
        """Puts a server on the ring, or changes its weight."""
        self.remove(node)
        self.nodes[node] = [self.hash_of(f"{node}#{n}") for n in range(self.points * weight)]
        for place in self.nodes[node]:
            if place not in self.at:
                insort(self.places, place)
            self.at[place] = node

    def remove(self, node: str) -> None:
        """Takes a server from the ring."""
        for place in self.nodes.pop(node, []):
            if self.at.pop(place, None) is not None:
                self.places.remove(place)

    def owner(self, key: str) -> str | None:
        """The server that has this key, or None if there is no server."""
        if not self.places:
            return None
        return self.at[self.places[bisect_left(self.places, self.hash_of(key)) % len(self.places)]]
