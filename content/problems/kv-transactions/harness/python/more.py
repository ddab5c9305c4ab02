def more(words, store, shown):
    raise SystemExit(f"unknown command: {' '.join(words)}")
