def diff(before, after):
    old, new = set(before), set(after)
    edits = []
    added = [("+", line) for line in after if line not in old]
    for line in before:
        if line in new:
            edits.append((" ", line))
        else:
            edits.append(("-", line))
    return edits + added
