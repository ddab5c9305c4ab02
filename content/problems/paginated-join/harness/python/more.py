def more(words, api, clock, answer, show):
    raise SystemExit(f"unknown command: {' '.join(words)}")
