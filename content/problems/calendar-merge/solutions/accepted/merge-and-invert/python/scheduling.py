Interval = tuple[int, int]  # (start, end), in minutes; the end does not belong to it

DAY = 24 * 60


def merge(meetings: list[Interval]) -> list[Interval]:
    """The same busy time as a tidy list: in order, no two entries that could be one."""
    tidy: list[Interval] = []
    for start, end in sorted(meetings):
        if start == end:  # a reminder, not a meeting
            continue
        if tidy and start <= tidy[-1][1]:
            tidy[-1] = (tidy[-1][0], max(tidy[-1][1], end))
        else:
            tidy.append((start, end))
    return tidy


def common_free(calendars: dict[str, list[Interval]], window: Interval, minutes: int) -> list[Interval]:
    """Every slot of at least `minutes` within `window` in which all people are free, in order."""
    everyone = [meeting for meetings in calendars.values() for meeting in meetings]
    return [slot for slot in gaps(merge(everyone), window) if slot[1] - slot[0] >= minutes]


def gaps(busy: list[Interval], window: Interval) -> list[Interval]:
    """What a tidy list leaves of the window."""
    free: list[Interval] = []
    at, until = window
    for start, end in busy:
        if start >= until:
            break
        if start > at:
            free.append((at, start))
        at = max(at, end)
    if at < until:
        free.append((at, until))
    return free


def free_for(
    calendars: dict[str, list[Interval]], window: Interval, minutes: int, people: int
) -> list[Interval]:
    """Slots in which, at every moment, at least `people` are free: sweeps over starts and ends."""
    begin, until = window
    changes: dict[int, int] = {begin: 0, until: 0}
    for meetings in calendars.values():
        for start, end in merge(meetings):  # tidied, so that nobody is busy twice at once
            start, end = max(start, begin), min(end, until)
            if start < end:
                changes[start] = changes.get(start, 0) - 1
                changes[end] = changes.get(end, 0) + 1
    slots: list[Interval] = []
    free, open_since = len(calendars), None
    for moment in sorted(changes):
        free += changes[moment]
        enough = free >= people and moment < until
        if enough and open_since is None:
            open_since = moment
        elif not enough and open_since is not None:
            slots.append((open_since, moment))
            open_since = None
    return [slot for slot in slots if slot[1] - slot[0] >= minutes]


def off_hours(hours: Interval, zones: list[tuple[int, int]], window: Interval) -> list[Interval]:
    """When somebody is not at work, in UTC: the rest of the window around each day's local hours."""
    begin, until = window
    at_work: list[Interval] = []
    changes = sorted(zones)
    for number, (since, offset) in enumerate(changes):
        start = begin if number == 0 else max(begin, since)
        end = until if number + 1 == len(changes) else min(until, changes[number + 1][0])
        if start >= end:
            continue
        first_day, last_day = (start + offset) // DAY, (end + offset) // DAY
        for day in range(first_day, last_day + 1):
            opens = max(start, day * DAY + hours[0] - offset)
            closes = min(end, day * DAY + hours[1] - offset)
            if opens < closes:
                at_work.append((opens, closes))
    return gaps(merge(at_work), window)
