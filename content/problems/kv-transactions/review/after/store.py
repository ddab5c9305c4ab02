from collections import Counter

GONE = object()  # in a layer: this key was removed


class Store:
    """Texts under keys, with transactions inside transactions: one layer of changes for each."""

    def __init__(self) -> None:
        self.layers: list[dict[str, object]] = [{}]
        self.counts: Counter[str | None] = Counter()

    def get(self, key: str) -> str | None:
        for layer in reversed(self.layers):
            if key in layer:
                return None if layer[key] is GONE else layer[key]
        return None

    def set(self, key: str, value: str) -> None:
        self._put(key, value)

    def remove(self, key: str) -> None:
        self._put(key, None)

    def _put(self, key: str, value: str | None) -> None:
        self.counts[self.get(key)] -= 1
        self.counts[value] += 1
        self.layers[-1][key] = GONE if value is None else value

    def count(self, value: str) -> int:
        """How many keys have this value now."""
        return self.counts[value]

    def begin(self) -> None:
        """Opens a transaction, inside of the one that is open, if any."""
        self.layers.append({})

    def commit(self) -> bool:
        """Ends the innermost transaction and keeps its changes. False if none is open."""
        if len(self.layers) == 1:
            return False
        for key, value in self.layers.pop().items():
            if value is GONE:
                self.layers[-1].pop(key, None)  # nothing to keep of a removed key
            else:
                self.layers[-1][key] = value
        return True

    def rollback(self) -> bool:
        """Ends the innermost transaction and undoes its changes. False if none is open."""
        if len(self.layers) == 1:
            return False
        self.layers.pop()
        return True
