def more(words, queue):
    raise SystemExit(f"unknown command: {' '.join(words)}")
