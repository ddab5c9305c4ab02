from report import build_slice, build_sparing

resume = ""


def more(words, api, clock, answer, show):
    global resume
    match words:
        case ["batch", count]:
            api.batch_max = int(count)
        case ["fail", "customer", customer, times]:
            api.customer_failures[customer] = int(times)
        case ["sparing"]:
            answer(lambda: build_sparing(api, clock))
        case ["slice", ms]:
            made = build_slice(api, clock, clock.now_ms() + int(ms), resume)
            resume = made.resume
            show(made.rows)
            print("=> finished" if made.finished else "=> more")
        case _:
            raise SystemExit(f"unknown command: {' '.join(words)}")
