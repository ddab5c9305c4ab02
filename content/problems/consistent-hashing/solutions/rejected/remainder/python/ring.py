from collections.abc import Callable


class Ring:
    """Which server has a key. A server of weight 1 has `points` points; `hash_of` gives the place of a text."""

    def __init__(self, points: int, hash_of: Callable[[str], int]) -> None:
        self.points = points
        self.hash_of = hash_of
        self.weights: dict[str, int] = {}

    def add(self, node: str, weight: int) -> None:
        """Puts a server on the ring, or changes its weight."""
        self.weights[node] = weight

    def remove(self, node: str) -> None:
        """Takes a server from the ring."""
        self.weights.pop(node, None)

    def owner(self, key: str) -> str | None:
        """The server that has this key, or None if there is no server."""
        slots = [node for node, weight in sorted(self.weights.items()) for _ in range(weight)]
        return slots[self.hash_of(key) % len(slots)] if slots else None
