from dataclasses import dataclass

from event import Event


@dataclass(frozen=True)
class Row:
    """An event that waits to be sent, how often it was tried, and when the next try is due."""

    event: Event
    tries: int = 0
    due_ms: int = 0


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

    def heads(self) -> list[Row]:
        """The oldest row of each subscriber, in the order of publishing."""
        heads: dict[str, Row] = {}
        for row in self.rows:
            heads.setdefault(row.event.subscriber, row)
        return list(heads.values())
