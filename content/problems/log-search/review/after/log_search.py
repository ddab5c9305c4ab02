import re

WORD = re.compile(r"[a-z0-9]+")
CACHED = 1000


class LogSearch:
    """Finds words in a log that only grows."""

    def __init__(self) -> None:
        self.entries: list[frozenset[str]] = []
        self.numbers: dict[str, set[int]] = {}
        self.answers: dict[str, list[int]] = {}

    def append(self, at_ms: int, text: str) -> int:
        """Adds an entry and gives its number, counted from 1."""
        self.entries.append(frozenset(WORD.findall(text.lower())))
        for word in self.entries[-1]:
            self.numbers.setdefault(word, set()).add(len(self.entries))
            self.answers.pop(word, None)  # what we knew of this word is old now
        return len(self.entries)

    def find(self, query: str, limit: int) -> list[int]:
        """The numbers of the entries with every word of the query, newest first, at most `limit`."""
        if query not in self.answers:
            if len(self.answers) >= CACHED:
                self.answers.clear()
            self.answers[query] = self._find(query)
        return self.answers[query][:limit]

    def _find(self, query: str) -> list[int]:
        words = query.split()
        found = self.numbers.get(words[0], set())
        for word in words[1:]:
            found = found & self.numbers.get(word, set())
        return sorted(found, reverse=True)
