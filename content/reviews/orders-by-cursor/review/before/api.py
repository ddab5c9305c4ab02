from orders import BadRequest, Order, Orders

PAGE = 20
PAGE_MAX = 100


def list_orders(
    orders: Orders, customer: str, offset: int | str = 0, limit: int = PAGE
) -> tuple[list[Order], int | None]:
    """A page of the customer's orders, newest first, and the offset of the next page, if there is one."""
    offset = int(offset or 0)
    if offset < 0 or not 1 <= limit <= PAGE_MAX:
        raise BadRequest
    rows = sorted(orders.of(customer), key=lambda order: (order.created_ms, order.number), reverse=True)
    following = offset + limit
    return rows[offset:following], following if following < len(rows) else None
