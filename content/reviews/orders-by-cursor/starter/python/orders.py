from dataclasses import dataclass, field


class BadRequest(Exception):
    """The app sent something that cannot be; it is told so."""


@dataclass(frozen=True)
class Order:
    number: int  # unique, but not in the order of time: several machines hand them out
    created_ms: int
    customer: str


@dataclass
class Orders:
    """Stands for the database."""

    rows: list[Order] = field(default_factory=list)

    def of(self, customer: str) -> list[Order]:
        return [order for order in self.rows if order.customer == customer]
