class Conflict(Exception):
    """A hunk fits nowhere. `hunk` counts from 1."""

    def __init__(self, hunk: int) -> None:
        super().__init__(hunk)
        self.hunk = hunk
