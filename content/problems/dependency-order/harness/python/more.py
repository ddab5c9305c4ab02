def more(words, services, answer):
    raise SystemExit(f"unknown command: {' '.join(words)}")
