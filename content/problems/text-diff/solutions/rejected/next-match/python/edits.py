def diff(before, after):
    edits = []
    at = 0
    for line in before:
        if line in after[at:]:
            found = after.index(line, at)
            edits += [("+", new) for new in after[at:found]]
            edits.append((" ", line))
            at = found + 1
        else:
            edits.append(("-", line))
    edits += [("+", new) for new in after[at:]]
    return tidy(edits)


def tidy(edits):
    """Removed before added, between two kept lines."""
    result, added = [], []
    for sign, line in edits:
        if sign == "+":
            added.append((sign, line))
        else:
            if sign == " ":
                result += added
                added = []
            result.append((sign, line))
    return result + added
