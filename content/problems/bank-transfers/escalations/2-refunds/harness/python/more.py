def more(words, transfers, answer):
    match words:
        case ["refund", key, transfer, cents]:
            answer(key, lambda: transfers.refund(key, transfer, int(cents)))
        case _:
            raise SystemExit(f"unknown command: {' '.join(words)}")
