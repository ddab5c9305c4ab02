from conflict import Conflict
from hunk import Hunk

Edit = tuple[str, str]  # (sign, line): the sign is " ", "-" or "+"


def diff(before: list[str], after: list[str]) -> list[Edit]:
    """The shortest way from `before` to `after`; between two kept lines, removed ones before added ones.

    What both have in common at the top and at the bottom is set aside first: the table in between costs the product
    of what is left.
    """
    top = 0
    while top < min(len(before), len(after)) and before[top] == after[top]:
        top += 1
    bottom = 0
    while bottom < min(len(before), len(after)) - top and before[-1 - bottom] == after[-1 - bottom]:
        bottom += 1
    middle = _between(before[top : len(before) - bottom], after[top : len(after) - bottom])
    kept_below = before[len(before) - bottom :]
    return [(" ", line) for line in before[:top]] + middle + [(" ", line) for line in kept_below]


def _between(before: list[str], after: list[str]) -> list[Edit]:
    longest = _common(before, after)
    edits: list[Edit] = []
    removed: list[Edit] = []
    added: list[Edit] = []
    i = j = 0
    while i < len(before) or j < len(after):
        if i < len(before) and j < len(after) and before[i] == after[j]:
            edits += [*removed, *added, (" ", before[i])]
            removed, added = [], []
            i, j = i + 1, j + 1
        elif j == len(after) or (i < len(before) and longest[i + 1][j] >= longest[i][j + 1]):
            removed.append(("-", before[i]))
            i += 1
        else:
            added.append(("+", after[j]))
            j += 1
    return edits + removed + added


def _common(before: list[str], after: list[str]) -> list[list[int]]:
    """At [i][j]: how many lines before[i:] and after[j:] have in common at most, in order."""
    table = [[0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for i in range(len(before) - 1, -1, -1):
        row, below, line = table[i], table[i + 1], before[i]
        for j in range(len(after) - 1, -1, -1):
            row[j] = below[j + 1] + 1 if line == after[j] else max(below[j], row[j + 1])
    return table


def hunks(edits: list[Edit], context: int) -> list[Hunk]:
    """The changes with up to `context` kept lines around them; those that would touch are one."""
    changed = [n for n, (sign, _) in enumerate(edits) if sign != " "]
    found: list[Hunk] = []
    begin = 0
    for n, at in enumerate(changed):
        if n + 1 < len(changed) and changed[n + 1] - at - 1 <= 2 * context:
            continue
        found.append(_hunk(edits, max(changed[begin] - context, 0), min(at + context + 1, len(edits))))
        begin = n + 1
    return found


def _hunk(edits: list[Edit], begin: int, end: int) -> Hunk:
    def count(part: list[Edit], signs: str) -> int:
        return sum(sign in signs for sign, _ in part)

    before_above, after_above = count(edits[:begin], " -"), count(edits[:begin], " +")
    part = edits[begin:end]
    before_count, after_count = count(part, " -"), count(part, " +")
    return Hunk(
        before_above + (before_count > 0), before_count, after_above + (after_count > 0), after_count, part
    )


def patch(lines: list[str], hunks: list[Hunk]) -> list[str]:
    """The lines with all hunks applied, each as near as can be to where it is expected. Raises Conflict."""
    patched: list[str] = []
    done = moved = 0  # lines that are dealt with; how far away the hunk before was found
    for number, hunk in enumerate(hunks, start=1):
        wanted = [line for sign, line in hunk.edits if sign != "+"]
        says = hunk.before_start - (hunk.before_count > 0)
        at = _nearest(lines, wanted, says + moved, done)
        if at is None:
            raise Conflict(number)
        moved = at - says
        patched += lines[done:at] + [line for sign, line in hunk.edits if sign != "-"]
        done = at + len(wanted)
    return patched + lines[done:]


def _nearest(lines: list[str], wanted: list[str], expected: int, lowest: int) -> int | None:
    places = range(lowest, len(lines) - len(wanted) + 1)
    fitting = [at for at in places if lines[at : at + len(wanted)] == wanted]
    return min(fitting, key=lambda at: (abs(at - expected), at), default=None)
