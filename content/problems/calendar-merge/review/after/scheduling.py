from functools import reduce

Interval = tuple[int, int]  # (start, end), in minutes


def merge(meetings: list[Interval]) -> list[Interval]:
    """The same busy time as a tidy list: in order, no two entries that could be one."""
    meetings.sort(key=lambda meeting: meeting[0])
    tidy: list[Interval] = []
    for start, end in meetings:
        if tidy and start <= tidy[-1][1]:
            tidy[-1] = (tidy[-1][0], end)
        else:
            tidy.append((start, end))
    return tidy


def invert(busy: list[Interval], window: Interval) -> list[Interval]:
    """What the meetings leave of the window."""
    edges = [window[0], *[minute for meeting in busy for minute in meeting], window[1]]
    return [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b > a]


def intersect(left: list[Interval], right: list[Interval]) -> list[Interval]:
    """What two lists of slots have in common."""
    both = [(max(a, c), min(b, d)) for a, b in left for c, d in right]
    return sorted((a, b) for a, b in both if a < b)


def common_free(calendars: dict[str, list[Interval]], window: Interval, minutes: int) -> list[Interval]:
    """Every slot of at least `minutes` within `window` in which all people are free, in order."""
    free = [invert(merge(meetings), window) for meetings in calendars.values()]
    return [slot for slot in reduce(intersect, free, [window]) if slot[1] - slot[0] >= minutes]
