def more(words, before, after, shown):
    raise SystemExit(f"unknown command: {' '.join(words)}")
