Interval = tuple[int, int]  # (start, end), in minutes


def merge(meetings: list[Interval]) -> list[Interval]:
    """The same busy time as a tidy list: in order, no two entries that could be one."""
    return meetings


def common_free(calendars: dict[str, list[Interval]], window: Interval, minutes: int) -> list[Interval]:
    """Every slot of at least `minutes` within `window` in which all people are free, in order."""
    return []
