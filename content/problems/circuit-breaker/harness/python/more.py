def more(words, quotes, clock):
    raise SystemExit(f"unknown command: {' '.join(words)}")
