import base64
import binascii
import json

from orders import BadRequest, Order, Orders

PAGE = 20
PAGE_MAX = 100

Position = tuple[int, int]  # (created_ms, number) of the last order that was shown


def list_orders(
    orders: Orders, customer: str, cursor: str = "", limit: int = PAGE
) -> tuple[list[Order], str | None]:
    """A page of the customer's orders, newest first, and the cursor of the next page, if there is one."""
    if not 1 <= limit <= PAGE_MAX:
        raise BadRequest
    rows = sorted(orders.of(customer), key=position_of, reverse=True)
    if cursor:
        shown = decode(cursor)
        rows = [order for order in rows if position_of(order) < shown]
    page = rows[:limit]
    return page, encode(position_of(page[-1])) if len(rows) > limit else None


def position_of(order: Order) -> Position:
    return order.created_ms, order.number


def encode(position: Position) -> str:
    return base64.urlsafe_b64encode(json.dumps(position).encode()).decode()


def decode(cursor: str) -> Position:
    try:
        created_ms, number = json.loads(base64.b64decode(cursor, altchars=b"-_", validate=True))
    except (binascii.Error, UnicodeDecodeError, ValueError, TypeError) as error:
        raise BadRequest from error
    if not isinstance(created_ms, int) or not isinstance(number, int):
        raise BadRequest
    return created_ms, number
