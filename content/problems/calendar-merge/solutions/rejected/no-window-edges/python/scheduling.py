Interval = tuple[int, int]  # (start, end), in minutes; the end does not belong to it

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
    """What lies between the meetings."""
    return [(before[1], after[0]) for before, after in zip(busy, busy[1:])]
