Edit = tuple[str, str]  # (sign, line): the sign is " ", "-" or "+"


def diff(before: list[str], after: list[str]) -> list[Edit]:
    """The shortest way from `before` to `after`; between two kept lines, removed ones before added ones."""
    kept = [[0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for i in range(len(before) - 1, -1, -1):
        for j in range(len(after) - 1, -1, -1):
            if before[i] == after[j]:
                kept[i][j] = kept[i + 1][j + 1] + 1
            else:
                kept[i][j] = max(kept[i + 1][j], kept[i][j + 1])
    edits: list[Edit] = []
    added: list[Edit] = []
    i = j = 0
    while i < len(before) or j < len(after):
        if i < len(before) and j < len(after) and before[i] == after[j]:
            edits += [*added, (" ", before[i])]
            added = []
            i, j = i + 1, j + 1
        elif j == len(after) or (i < len(before) and kept[i + 1][j] >= kept[i][j + 1]):
            edits.append(("-", before[i]))
            i += 1
        else:
            added.append(("+", after[j]))
            j += 1
    return edits + added
