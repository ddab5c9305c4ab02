import sys

sys.setrecursionlimit(20_000)


def diff(before, after):
    return tidy(shortest(before, after, 0, 0))


def shortest(before, after, i, j):
    if i == len(before):
        return [("+", line) for line in after[j:]]
    if j == len(after):
        return [("-", line) for line in before[i:]]
    if before[i] == after[j]:
        return [(" ", before[i]), *shortest(before, after, i + 1, j + 1)]
    removed = [("-", before[i]), *shortest(before, after, i + 1, j)]
    added = [("+", after[j]), *shortest(before, after, i, j + 1)]
    return min(removed, added, key=lambda edits: sum(sign != " " for sign, _ in edits))


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
