def more(command, words, log, show):
    raise SystemExit(f"unknown command: {command}")
