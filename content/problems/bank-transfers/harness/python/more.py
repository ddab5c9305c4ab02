def more(words, transfers, answer):
    raise SystemExit(f"unknown command: {' '.join(words)}")
