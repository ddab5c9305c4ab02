from scheduling import common_free, free_for, off_hours

hours = {}
zones = {}


def more(words, calendars, listed):
    match words:
        case ["free", start, end, minutes, people]:
            slots = free_for(calendars, (int(start), int(end)), int(minutes), int(people))
            print(f"=> free for {people} {listed(slots)}")
        case ["hours", name, start, end]:
            hours[name] = (int(start), int(end))
        case ["zone", name, since, offset]:
            zones.setdefault(name, []).append((int(since), int(offset)))
        case ["off", name, start, end]:
            print(f"=> {name} off {listed(off_hours(hours[name], zones[name], (int(start), int(end))))}")
        case ["meet", start, end, minutes]:
            window = (int(start), int(end))
            everyone = {
                name: list(meetings) + (list(off_hours(hours[name], zones[name], window)) if name in hours else [])
                for name, meetings in calendars.items()
            }
            print(f"=> meet {listed(common_free(everyone, window, int(minutes)))}")
        case _:
            raise SystemExit(f"unknown command: {' '.join(words)}")
