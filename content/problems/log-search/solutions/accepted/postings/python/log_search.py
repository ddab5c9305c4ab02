import re
from bisect import bisect_left

WORD = re.compile(r"[a-z0-9]+")


class LogSearch:
    """Finds words in a log that only grows at its end.

    For each word the numbers of its entries, in order; for each entry its words. The rarest word of a query says which
    entries to look at, from the newest on.
    """

    def __init__(self) -> None:
        self.first = 1  # the number of the oldest entry that is kept
        self.times: list[int] = []
        self.entries: list[frozenset[str]] = []
        self.numbers: dict[str, list[int]] = {}

    def append(self, at_ms: int, text: str) -> int:
        """Adds an entry and gives its number, counted from 1."""
        number = self.first + len(self.entries)
        words = frozenset(WORD.findall(text.lower()))
        self.times.append(at_ms)
        self.entries.append(words)
        for word in words:
            self.numbers.setdefault(word, []).append(number)
        return number

    def find(self, query: str, limit: int) -> list[int]:
        """The numbers of the entries with every word of the query, newest first, at most `limit`."""
        return self._find(query, limit, self.first, self.first + len(self.entries))

    def find_between(self, from_ms: int, to_ms: int, query: str, limit: int) -> list[int]:
        """The same, of the entries from `from_ms` on and before `to_ms`."""
        return self._find(query, limit, self._number_at(from_ms), self._number_at(to_ms))

    def forget(self, before_ms: int) -> None:
        """Drops what is older. The others keep their numbers."""
        first = self._number_at(before_ms)
        count = first - self.first
        for word in frozenset[str]().union(*self.entries[:count]):
            numbers = self.numbers[word]
            del numbers[: bisect_left(numbers, first)]
            if not numbers:
                del self.numbers[word]
        del self.times[:count], self.entries[:count]
        self.first = first

    def words(self) -> int:
        """How many different words the entries have."""
        return len(self.numbers)

    def _number_at(self, at_ms: int) -> int:
        """The number of the first entry that is not older."""
        return self.first + bisect_left(self.times, at_ms)

    def _find(self, query: str, limit: int, low: int, high: int) -> list[int]:
        """Entries from number `low` on and below `high`."""
        words = query.lower().split()
        unwanted = {word[1:] for word in words if word.startswith("-")}
        wanted = {word for word in words if not word.startswith("-")}
        found: list[int] = []
        for number in self._candidates(wanted, low, high):
            if len(found) >= limit:
                break
            entry = self.entries[number - self.first]
            if wanted <= entry and unwanted.isdisjoint(entry):
                found.append(number)
        return found

    def _candidates(self, wanted: set[str], low: int, high: int):
        """Newest first: all entries, or those of the rarest word."""
        if not wanted:
            return range(high - 1, low - 1, -1)
        rarest = min((self.numbers.get(word, []) for word in wanted), key=len)
        places = range(bisect_left(rarest, high) - 1, bisect_left(rarest, low) - 1, -1)
        return (rarest[place] for place in places)
