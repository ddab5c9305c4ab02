from dataclasses import dataclass

from clock import Clock
from errors import TooManyCalls, Unavailable
from records import Customer, Order


@dataclass(frozen=True)
class Page:
    items: list
    next: str  # the cursor of the next page; "" if this is the last one


class Api:
    """Stands for the other company's service. Leave this file as it is."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.pages: dict[str, list[list]] = {"orders": [], "customers": []}
        self.failures: dict[tuple[str, int], int] = {}  # so often will this page fail
        self.customer_failures: dict[str, int] = {}  # so often will a call for this one fail
        self.batch_max = 50
        self.limit, self.window_ms = 0, 1000  # calls in each window; 0: any number
        self.window, self.used = -1, 0
        self.calls, self.refused = 0, 0

    def orders_page(self, cursor: str) -> Page:
        """A page of Orders. Raises TooManyCalls or Unavailable."""
        return self._page("orders", cursor)

    def customers_page(self, cursor: str) -> Page:
        """A page of Customers. Raises TooManyCalls or Unavailable."""
        return self._page("customers", cursor)

    def customers_by_id(self, ids: list[str]) -> list[Customer]:
        """Those of these Customers that exist, in any order. Raises TooManyCalls or Unavailable."""
        if len(ids) > self.batch_max:
            raise ValueError(f"{len(ids)} ids, more than {self.batch_max}")
        self._admit()
        for id in ids:
            if self.customer_failures.get(id, 0) > 0:
                self.customer_failures[id] -= 1
                raise Unavailable
        known = {customer.id: customer for page in self.pages["customers"] for customer in page}
        return [known[id] for id in reversed(ids) if id in known]

    def _page(self, kind: str, cursor: str) -> Page:
        self._admit()
        number = int(cursor.removeprefix(f"{kind}-")) if cursor else 0
        if self.failures.get((kind, number), 0) > 0:
            self.failures[kind, number] -= 1
            raise Unavailable
        pages = self.pages[kind]
        more = number + 1 < len(pages)
        return Page(pages[number] if pages else [], f"{kind}-{number + 1}" if more else "")

    def _admit(self) -> None:
        now_ms = self.clock.now_ms()
        if now_ms // self.window_ms != self.window:
            self.window, self.used = now_ms // self.window_ms, 0
        if self.limit and self.used >= self.limit:
            self.refused += 1
            raise TooManyCalls((self.window + 1) * self.window_ms - now_ms)
        self.used += 1
        self.calls += 1
