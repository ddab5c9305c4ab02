"""Reads commands, one a line, calls list_orders, and prints each page on a line that begins with '=> '."""

import sys

from api import list_orders
from orders import BadRequest, Order, Orders

orders = Orders()
last = ("", 0, None)


def show(customer, cursor, limit):
    global last
    try:
        page, following = list_orders(orders, customer, cursor, limit)
    except BadRequest:
        print("=> refused")
        return
    numbers = " ".join(str(order.number) for order in page) if len(page) <= 10 else f"{len(page)} orders"
    print(f"=> {numbers or 'nothing'}{', more' if following else ', the end'}")
    last = (customer, limit, following)


for line in sys.stdin:
    match line.split():
        case []:
            pass
        case ["order", number, ms, customer]:
            orders.rows.append(Order(int(number), int(ms), customer))
        case ["orders", count, customer]:
            orders.rows += [Order(n, n, customer) for n in range(1, int(count) + 1)]
        case ["first", customer, limit]:
            show(customer, "", int(limit))
        case ["next"]:
            show(last[0], last[2], last[1])
        case ["cursor", customer, cursor]:
            show(customer, cursor, 2)
        case words:
            raise SystemExit(f"unknown command: {' '.join(words)}")
