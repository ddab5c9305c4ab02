class Refused(Exception):
    """The transfer is not made, for a reason that the client can read."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class StoreDown(Exception):
    """The database did not take the row. Nothing of it was written."""
