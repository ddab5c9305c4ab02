from dataclasses import dataclass

from event import Event


@dataclass(frozen=True)
class Row:
    """An event that waits to be sent."""

    event: Event


class Outbox:
    """Stands for a table of the database: rows in the order of publishing."""

    def __init__(self) -> None:
        self.rows: list[Row] = []

    def add(self, row: Row) -> None:
        self.rows.append(row)

    def remove(self, row: Row) -> None:
        self.rows.remove(row)

    def replace(self, old: Row, new: Row) -> None:
        """Puts `new` where `old` was."""
        self.rows[self.rows.index(old)] = new
