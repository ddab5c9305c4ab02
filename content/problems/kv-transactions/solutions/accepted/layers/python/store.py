from collections import Counter

GONE = object()


class Store:
    """Texts under keys, with transactions inside transactions."""

    def __init__(self) -> None:
        self.layers: list[dict[str, object]] = [{}]
        self.counts: list[Counter[str]] = [Counter()]  # differences to the layer below

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
        before = self.get(key)
        if before is not None:
            self.counts[-1][before] -= 1
        if value is not None:
            self.counts[-1][value] += 1
        self.layers[-1][key] = GONE if value is None else value

    def count(self, value: str) -> int:
        """How many keys have this value now."""
        return sum(counts[value] for counts in self.counts)

    def begin(self) -> None:
        """Opens a transaction, inside of the one that is open, if any."""
        self.layers.append({})
        self.counts.append(Counter())

    def commit(self) -> bool:
        """Ends the innermost transaction and keeps its changes. False if none is open."""
        if len(self.layers) == 1:
            return False
        self.layers[-2].update(self.layers.pop())
        self.counts[-2].update(self.counts.pop())
        return True

    def rollback(self) -> bool:
        """Ends the innermost transaction and undoes its changes. False if none is open."""
        if len(self.layers) == 1:
            return False
        self.layers.pop()
        self.counts.pop()
        return True
