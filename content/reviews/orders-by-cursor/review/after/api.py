import base64
import json

from orders import Order, Orders

PAGE = 20


def list_orders(
    orders: Orders, customer: str, cursor: str = "", limit: int = PAGE
) -> tuple[list[Order], str | None]:
    """A page of the customer's orders, newest first, and the cursor of the next page, if there is one."""
    rows = sorted(orders.of(customer), key=lambda order: order.created_ms, reverse=True)
    if cursor:
        position = decode(cursor)
        rows = [order for order in rows if order.created_ms < position["before"]]
    page = rows[:limit]
    if len(page) < limit:
        return page, None
    return page, encode({"before": page[-1].created_ms})


def encode(position: dict[str, int]) -> str:
    return base64.urlsafe_b64encode(json.dumps(position).encode()).decode()


def decode(cursor: str) -> dict[str, int]:
    return json.loads(base64.urlsafe_b64decode(cursor))
