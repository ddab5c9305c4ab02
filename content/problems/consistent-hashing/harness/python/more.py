def more(words, ring):
    raise SystemExit(f"unknown command: {' '.join(words)}")
