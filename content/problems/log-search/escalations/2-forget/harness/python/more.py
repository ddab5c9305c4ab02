def more(command, words, log, show):
    match command, words:
        case "between", [from_ms, to_ms, limit, *query]:
            show(log.find_between(int(from_ms), int(to_ms), " ".join(query), int(limit)))
        case "forget", [before_ms]:
            log.forget(int(before_ms))
        case "words", _:
            show([log.words()])
        case _:
            raise SystemExit(f"unknown command: {command}")
