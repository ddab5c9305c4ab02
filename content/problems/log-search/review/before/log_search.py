import re

WORD = re.compile(r"[a-z0-9]+")


class LogSearch:
    """Finds words in a log that only grows."""

    def __init__(self) -> None:
        self.entries: list[frozenset[str]] = []

    def append(self, at_ms: int, text: str) -> int:
        """Adds an entry and gives its number, counted from 1."""
        self.entries.append(frozenset(WORD.findall(text.lower())))
        return len(self.entries)

    def find(self, query: str, limit: int) -> list[int]:
        """The numbers of the entries with every word of the query, newest first, at most `limit`."""
        wanted = set(query.lower().split())
        numbers = range(len(self.entries), 0, -1)
        return [number for number in numbers if wanted <= self.entries[number - 1]][:limit]
