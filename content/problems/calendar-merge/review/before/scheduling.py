Interval = tuple[int, int]  # (start, end), in minutes


def merge(meetings: list[Interval]) -> list[Interval]:
    """The same busy time as a tidy list: in order, no two entries that could be one."""
    tidy: list[Interval] = []
    for start, end in sorted(meetings):
        if start == end:
            continue
        if tidy and start <= tidy[-1][1]:
            tidy[-1] = (tidy[-1][0], max(tidy[-1][1], end))
        else:
            tidy.append((start, end))
    return tidy


def common_free(calendars: dict[str, list[Interval]], window: Interval, minutes: int) -> list[Interval]:
    """Every slot of at least `minutes` within `window` in which all people are free, in order."""
    free = []
    at = window[0]
    for start, end in merge([meeting for meetings in calendars.values() for meeting in meetings]):
        if min(start, window[1]) - at >= minutes:
            free.append((at, min(start, window[1])))
        at = max(at, end)
    if window[1] - at >= minutes:
        free.append((at, window[1]))
    return free
