class Store:
    """Texts under keys, with transactions inside transactions."""

    def get(self, key: str) -> str | None:
        return None

    def set(self, key: str, value: str) -> None:
        pass

    def remove(self, key: str) -> None:
        pass

    def count(self, value: str) -> int:
        """How many keys have this value now."""
        return 0

    def begin(self) -> None:
        """Opens a transaction, inside of the one that is open, if any."""

    def commit(self) -> bool:
        """Ends the innermost transaction and keeps its changes. False if none is open."""
        return False

    def rollback(self) -> bool:
        """Ends the innermost transaction and undoes its changes. False if none is open."""
        return False
