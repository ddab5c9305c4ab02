"""Reads a colleague's change, and says where its findings point at nothing."""

from collections.abc import Collection, Iterator

from otherside.kernel.content import Located, read_yaml
from otherside.question import schema
from otherside.question.change import BLOCKS, Change, Finding
from otherside.question.limits import CHANGE_LINES
from otherside.question.reading.base import Reader

REVIEW = "review/review.yaml"
SIZE_MIN, SIZE_MAX = 20, 60  # lines that came or went: as much as a person reviews well in ten minutes


def read_change(reader: Reader) -> Change | None:
    """The change below `review/`. None where it cannot be read; the reader has the complaints."""
    file = reader.struct(schema.ReviewFile, REVIEW)
    before, after = reader.below("review/before/"), reader.below("review/after/")
    for name, tree in (("before", before), ("after", after)):
        if not tree:
            reader.complaints.append(f"review/{name}:1: has no files; add those that the change touches.")
    lines = sum(text.count("\n") for text in (*before.values(), *after.values()))
    if lines > int(CHANGE_LINES):
        reader.complaints.append(
            f"review:1: {lines} lines before and after, more than {int(CHANGE_LINES)}; leave out the files "
            "that the change does not touch."
        )
        return None
    if file is None or not before or not after:
        return None
    return Change(
        title=file.title, by=file.by, story=file.story, language=file.language, revision=file.revision,
        findings=tuple(
            Finding(id=f.id, file=f.file, line=f.line, what=f.what, why=f.why, weight=f.weight, shows=f.shows)
            for f in file.findings
        ),
        good=file.good, at_2=file.listen_for.at_2, at_4=file.listen_for.at_4, before=before, after=after,
    )  # fmt: skip


def complaints_about_change(
    change: Change, text: str, languages: Collection[str], tests: Collection[str]
) -> Iterator[str]:
    """Every reference of review.yaml, whose text is `text`, that leads nowhere. `tests`: the known names."""
    located = read_yaml(text, REVIEW)
    if change.language not in languages:
        yield (
            f"{_at(located, 'language')}: the change is in {change.language}, not in {', '.join(languages)}; "
            "correct it."
        )
    if not SIZE_MIN <= change.size <= SIZE_MAX:
        yield (
            f"{_at(located)}: {change.size} lines came or went; between {SIZE_MIN} and {SIZE_MAX} can be "
            "reviewed in ten minutes. Cut it, or let it do more."
        )
    ids = [finding.id for finding in change.findings]
    for n, finding in enumerate(change.findings):
        if ids.index(finding.id) != n:
            yield f"{_at(located, 'findings', n, 'id')}: {finding.id!r} is there twice; rename one."
        yield from _place(change, finding, n, located)
        for m, name in enumerate(finding.shows):
            if name not in tests:
                at = _at(located, "findings", n, "shows", m)
                yield f"{at}: shows {name!r}, but no test is called so."
    if not any(finding.weight == BLOCKS and finding.shows for finding in change.findings):
        yield (
            f"{_at(located, 'findings')}: no finding that blocks is shown by a test; name tests that fail "
            "because of one under 'shows'."
        )


def _place(change: Change, finding: Finding, n: int, located: Located) -> Iterator[str]:
    file = next((file for file in change.diff if file.path == finding.file), None)
    if file is None:
        changed = ", ".join(file.path for file in change.diff) or "no files"
        at = _at(located, "findings", n, "file")
        yield f"{at}: {finding.file!r} is not changed; changed are {changed}."
    elif finding.line not in file.touched:
        at = _at(located, "findings", n, "line")
        yield (
            f"{at}: line {finding.line} of review/after/{finding.file} is not part of the change; take one "
            f"of {_ranges(file.touched)}."
        )


def _at(located: Located, *path: str | int) -> str:
    return f"{REVIEW}:{located.line(path)}"


def _ranges(numbers: Collection[int]) -> str:
    """1, 2, 3, 7 as "1-3, 7"."""
    spans: list[list[int]] = []
    for number in sorted(numbers):
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return ", ".join(f"{a}" if a == b else f"{a}-{b}" for a, b in spans)
