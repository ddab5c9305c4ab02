from collections.abc import Callable


class Ring:
    """Which server has a key. A server of weight 1 has `points` points; `hash_of` gives the place of a text."""

    def __init__(self, points: int, hash_of: Callable[[str], int]) -> None:
        self.points = points
        self.hash_of = hash_of

    def add(self, node: str, weight: int) -> None:
        """Puts a server on the ring, or changes its weight."""

    def remove(self, node: str) -> None:
        """Takes a server from the ring."""

    def owner(self, key: str) -> str | None:
        """The server that has this key, or None if there is no server."""
        return None
