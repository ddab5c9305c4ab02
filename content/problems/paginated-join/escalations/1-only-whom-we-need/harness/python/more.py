from report import build_sparing


def more(words, api, clock, answer, show):
    match words:
        case ["batch", count]:
            api.batch_max = int(count)
        case ["fail", "customer", customer, times]:
            api.customer_failures[customer] = int(times)
        case ["sparing"]:
            answer(lambda: build_sparing(api, clock))
        case _:
            raise SystemExit(f"unknown command: {' '.join(words)}")
