from scheduling import free_for


def more(words, calendars, listed):
    match words:
        case ["free", start, end, minutes, people]:
            slots = free_for(calendars, (int(start), int(end)), int(minutes), int(people))
            print(f"=> free for {people} {listed(slots)}")
        case _:
            raise SystemExit(f"unknown command: {' '.join(words)}")
