from collections import Counter


class Store:
    """Texts under keys, with transactions inside transactions."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self.counts: Counter[str] = Counter()
        self.saved: list[tuple[dict[str, str], Counter[str]]] = []

    def get(self, key: str) -> str | None:
        return self.values.get(key)

    def set(self, key: str, value: str) -> None:
        self.remove(key)
        self.values[key] = value
        self.counts[value] += 1

    def remove(self, key: str) -> None:
        if key in self.values:
            self.counts[self.values.pop(key)] -= 1

    def count(self, value: str) -> int:
        """How many keys have this value now."""
        return self.counts[value]

    def begin(self) -> None:
        """Opens a transaction, inside of the one that is open, if any."""
        self.saved.append((dict(self.values), Counter(self.counts)))

    def commit(self) -> bool:
        """Ends the innermost transaction and keeps its changes. False if none is open."""
        if not self.saved:
            return False
        self.saved.pop()
        return True

    def rollback(self) -> bool:
        """Ends the innermost transaction and undoes its changes. False if none is open."""
        if not self.saved:
            return False
        self.values, self.counts = self.saved.pop()
        return True
