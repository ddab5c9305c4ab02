from api import Api
from clock import Clock
from errors import Unavailable
from patient import Deadline, OutOfTime, pages, patient
from records import Order, Report, Row
from slice import Slice


def build(api: Api, clock: Clock) -> Report:
    """One row for each order, with the name of its customer. Raises Unavailable."""
    orders = all_orders(api, clock)
    names: dict[str, str] = {}
    complete = True
    try:
        for page in pages(clock, api.customers_page):
            names.update((customer.id, customer.name) for customer in page.items)
    except Unavailable:
        complete = False
    return Report(joined(orders, names), complete)


def build_sparing(api: Api, clock: Clock) -> Report:
    """The same, asking only for the customers that are needed. Raises Unavailable."""
    orders = all_orders(api, clock)
    names: dict[str, str] = {}
    complete = True
    for batch in batches(api, orders, names):
        try:
            names.update(asked(api, clock, batch))
        except Unavailable:
            complete = False
    return Report(joined(orders, names), complete)


def build_slice(api: Api, clock: Clock, until_ms: int, resume: str) -> Slice:
    """As much of the report as can be had until then."""
    clock = Deadline(clock, until_ms)
    names: dict[str, str] = {}
    rows: list[Row] = []
    try:
        while True:
            page = patient(clock, lambda: api.orders_page(resume))
            for batch in batches(api, page.items, names):
                names.update(asked(api, clock, batch))
            rows += joined(page.items, names)
            if not page.next:
                return Slice(rows, "", True)
            resume = page.next
    except (OutOfTime, Unavailable):
        return Slice(rows, resume, False)


def all_orders(api: Api, clock: Clock) -> list[Order]:
    """Each order once, although it may come again when others were added while we read."""
    return list({order.id: order for page in pages(clock, api.orders_page) for order in page.items}.values())


def batches(api: Api, orders: list[Order], names: dict[str, str]) -> list[list[str]]:
    """The customers to ask for, each once, in full batches."""
    needed = list(dict.fromkeys(order.customer for order in orders if order.customer not in names))
    return [needed[start : start + api.batch_max] for start in range(0, len(needed), api.batch_max)]


def asked(api: Api, clock: Clock, batch: list[str]) -> dict[str, str]:
    found = patient(clock, lambda: api.customers_by_id(batch))
    return {id: "?" for id in batch} | {customer.id: customer.name for customer in found}


def joined(orders: list[Order], names: dict[str, str]) -> list[Row]:
    return [Row(order.id, names.get(order.customer, "?"), order.cents) for order in orders]
