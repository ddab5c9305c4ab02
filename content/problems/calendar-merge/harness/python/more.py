def more(words, calendars, listed):
    raise SystemExit(f"unknown command: {' '.join(words)}")
