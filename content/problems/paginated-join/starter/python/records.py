from dataclasses import dataclass


@dataclass(frozen=True)
class Order:
    id: str
    customer: str  # the customer's id
    cents: int


@dataclass(frozen=True)
class Customer:
    id: str
    name: str


@dataclass(frozen=True)
class Row:
    order: str
    name: str
    cents: int


@dataclass(frozen=True)
class Report:
    rows: list[Row]
    complete: bool
