def more(words, queue):
    match words:
        case ["later", job, at_ms]:
            queue.add_later(job, int(at_ms))
        case ["for", customer, job]:
            queue.add_for(job, customer)
        case _:
            raise SystemExit(f"unknown command: {' '.join(words)}")
