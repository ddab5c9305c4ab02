from api import Api, Page
from clock import Clock
from errors import TooManyCalls, Unavailable
from records import Customer, Order, Report, Row


def build(api: Api, clock: Clock) -> Report:
    """One row for each order, with the name of its customer. Raises Unavailable."""
    orders: dict[str, Order] = {}
    cursor: str | None = ""
    while cursor is not None:
        page = orders_page(api, clock, cursor)
        orders.update((order.id, order) for order in page.items)
        cursor = page.next or None
    customers: dict[str, Customer] = {}
    complete = True
    cursor = ""
    try:
        while cursor is not None:
            page = customers_page(api, clock, cursor)
            customers.update((customer.id, customer) for customer in page.items)
            cursor = page.next or None
    except Unavailable:
        complete = False
    names = {customer.id: customer.name for customer in customers.values()}
    return Report([Row(o.id, names.get(o.customer, "?"), o.cents) for o in orders.values()], complete)


def orders_page(api: Api, clock: Clock, cursor: str) -> Page:
    pauses = [200, 100]
    while True:
        try:
            return api.orders_page(cursor)
        except TooManyCalls as refused:
            clock.sleep_ms(refused.retry_after_ms)
        except Unavailable:
            if not pauses:
                raise
            clock.sleep_ms(pauses.pop())


def customers_page(api: Api, clock: Clock, cursor: str) -> Page:
    pauses = [200, 100]
    while True:
        try:
            return api.customers_page(cursor)
        except TooManyCalls as refused:
            clock.sleep_ms(refused.retry_after_ms)
        except Unavailable:
            if not pauses:
                raise
            clock.sleep_ms(pauses.pop())
