from errors import StoreDown
from row import Row


class Ledger:
    """Stands for the database: rows are only ever added, one at a time. Leave this file as it is."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.fail_in = 0  # tests let a write fail: 1 is the next one

    def append(self, row: Row) -> None:
        """Adds a row for good, or raises StoreDown and adds nothing."""
        if self.fail_in > 0:
            self.fail_in -= 1
            if self.fail_in == 0:
                raise StoreDown
        self.rows.append(row)
