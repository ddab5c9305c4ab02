def more(words, stats, listed, shown):
    match words:
        case ["|", line]:
            stats.add(line)
        case _:
            raise SystemExit(f"unknown command: {' '.join(words)}")
