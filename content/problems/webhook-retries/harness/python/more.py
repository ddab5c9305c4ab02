def more(words, sender):
    raise SystemExit(f"unknown command: {' '.join(words)}")
