Edit = tuple[str, str]  # (sign, line): the sign is " ", "-" or "+"


def diff(before: list[str], after: list[str]) -> list[Edit]:
    """The shortest way from `before` to `after`; between two kept lines, removed ones before added ones."""
    anchors = [line for line in before if line in after]
    edits: list[Edit] = []
    i = j = 0
    for anchor in anchors:
        if anchor not in after[j:]:
            continue
        end_i, end_j = before.index(anchor, i), after.index(anchor, j)
        edits += changed(before[i:end_i], after[j:end_j])
        edits.append((" ", anchor))
        i, j = end_i + 1, end_j + 1
    return edits + changed(before[i:], after[j:])


def changed(before: list[str], after: list[str]) -> list[Edit]:
    """A block in which nothing is kept; what both have in common at its ends is kept all the same."""
    edits: list[Edit] = []
    while before and after and before[0] == after[0]:
        edits.append((" ", before.pop(0)))
        after.pop(0)
    edits += [("-", line) for line in before]
    edits += [("+", line) for line in after]
    return edits
