class SourceDown(Exception):
    """The database cannot be reached."""


class Source:
    """The database of profiles. Slow, so every call of `load` is counted."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self.loads = 0
        self.down = False

    def load(self, user: str) -> str | None:
        """The name of this user, or None if there is no such user. Raises SourceDown."""
        if self.down:
            raise SourceDown
        self.loads += 1
        return self.names.get(user)

    def save(self, user: str, name: str) -> None:
        if self.down:
            raise SourceDown
        self.names[user] = name
