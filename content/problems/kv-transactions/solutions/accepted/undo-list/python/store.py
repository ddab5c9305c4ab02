from collections import Counter


class Store:
    """Texts under keys, with transactions inside transactions."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self.counts: Counter[str] = Counter()
        self.undo: list[dict[str, str | None]] = []  # for each open transaction, what its keys had before
        self.version = 0
        self.finals: dict[str, list[tuple[int, str | None]]] = {}  # version and value, in order
        self.snapshots: Counter[int] = Counter()

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
        before = self.undo.pop()
        if self.undo:
            self.undo[-1] = before | self.undo[-1]  # the older one counts
        else:
            self._final(before)
        return True

    def rollback(self) -> bool:
        """Ends the innermost transaction and undoes its changes. False if none is open."""
        if not self.undo:
            return False
        for key, value in self.undo.pop().items():
            self._put(key, value)
        return True

    def _change(self, key: str, value: str | None) -> None:
        before = self.values.get(key)
        if value is None and before is None:
            return
        self._put(key, value)
        if self.undo:
            self.undo[-1].setdefault(key, before)
        else:
            self._final([key])

    def _put(self, key: str, value: str | None) -> None:
        before = self.values.pop(key, None)
        if before is not None:
            self.counts[before] -= 1
        if value is not None:
            self.counts[value] += 1
            self.values[key] = value

    def _final(self, keys) -> None:
        self.version += 1
        for key in keys:
            entry = (self.version, self.values.get(key))
            if self.snapshots:
                self.finals.setdefault(key, []).append(entry)
            else:
                self.finals[key] = [entry]

    def snapshot(self) -> int:
        self.snapshots[self.version] += 1
        return self.version

    def get_at(self, snapshot: int, key: str) -> str | None:
        for version, value in reversed(self.finals.get(key, [])):
            if version <= snapshot:
                return value
        return None

    def release(self, snapshot: int) -> None:
        self.snapshots[snapshot] -= 1
        self.snapshots += Counter()  # drops what is zero

    def transaction(self) -> "Transaction":
        return Transaction(self)

    def changed_since(self, snapshot: int, key: str) -> bool:
        return key in self.finals and self.finals[key][-1][0] > snapshot


class Transaction:
    """Sees the store as it was when this was opened, and its own changes."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.start = store.snapshot()
        self.read: set[str] = set()
        self.written: dict[str, str | None] = {}

    def get(self, key: str) -> str | None:
        if key in self.written:
            return self.written[key]
        self.read.add(key)
        return self.store.get_at(self.start, key)

    def set(self, key: str, value: str) -> None:
        self.written[key] = value

    def remove(self, key: str) -> None:
        self.written[key] = None

    def commit(self) -> bool:
        """Writes everything at once. False if another has meanwhile changed what this one has read or written."""
        self.store.release(self.start)
        if not self.written:
            return True
        if any(self.store.changed_since(self.start, key) for key in self.read | self.written.keys()):
            return False
        self.store.begin()
        for key, value in self.written.items():
            if value is None:
                self.store.remove(key)
            else:
                self.store.set(key, value)
        self.store.commit()
        return True

    def rollback(self) -> None:
        self.store.release(self.start)
