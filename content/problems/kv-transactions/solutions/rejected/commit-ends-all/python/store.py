from collections import Counter


class Store:
    """Texts under keys, with transactions inside transactions."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self.counts: Counter[str] = Counter()
        self.undo: list[dict[str, str | None]] = []

    def get(self, key: str) -> str | None:
        return self.values.get(key)

    def set(self, key: str, value: str) -> None:
        self._change(key, value)

    def remove(self, key: str) -> None:
        self._change(key, None)

    def count(self, value: str) -> int:
        """How many keys have this value now."""
        return self.counts[value]

    def begin(self) -> None:
        """Opens a transaction, inside of the one that is open, if any."""
        self.undo.append({})

    def commit(self) -> bool:
        """Ends the innermost transaction and keeps its changes. False if none is open."""
        if not self.undo:
            return False
        self.undo.clear()
        return True

    def rollback(self) -> bool:
        """Ends the innermost transaction and undoes its changes. False if none is open."""
        if not self.undo:
            return False
        for key, value in self.undo.pop().items():
            self._put(key, value)
        return True

    def _change(self, key: str, value: str | None) -> None:
        if self.undo:
            self.undo[-1].setdefault(key, self.values.get(key))
        self._put(key, value)

    def _put(self, key: str, value: str | None) -> None:
        before = self.values.pop(key, None)
        if before is not None:
            self.counts[before] -= 1
        if value is not None:
            self.counts[value] += 1
            self.values[key] = value
