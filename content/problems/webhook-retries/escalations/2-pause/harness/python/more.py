def more(words, sender):
    match words:
        case ["resume", subscriber]:
            sender.resume(subscriber)
            sender.deliver()
        case ["paused"]:
            print(f"=> paused: {' '.join(sender.paused()) or 'nobody'}")
        case _:
            raise SystemExit(f"unknown command: {' '.join(words)}")
