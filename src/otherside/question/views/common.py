"""What every page of a package shows, whatever its kind."""

from collections.abc import Mapping

from django.utils.safestring import mark_safe

from otherside.question.change import Change
from otherside.question.markdown import render as as_html
from otherside.rubric.edge import load_rubric
from otherside.run.edge import language_files


def safe(markdown: str) -> str:
    return mark_safe(as_html(markdown))  # noqa: S308 - rendered without raw HTML, see question.markdown


def language_names() -> dict[str, str]:
    return {name: file.name for name, file in language_files().items()}


def lines(files: Mapping[str, str]) -> list[tuple[str, list[str]]]:
    # Browsers count tab stops from the line number that stands before each line.
    return [(path, text.expandtabs(4).splitlines()) for path, text in sorted(files.items())]


def signal_titles() -> dict[str, str]:
    return {signal.id: signal.title for signal in load_rubric().signals}


def anchors(found: Mapping[str, Mapping[int, str]]) -> list[tuple[str, str, str]]:
    titles = signal_titles()
    return [(titles.get(signal, signal), words[2], words[4]) for signal, words in found.items()]


def change(found: Change) -> dict[str, object]:
    """The diff of a colleague's change, each finding at its line."""
    at: dict[tuple[str, int], list[object]] = {}
    for finding in found.findings:
        at.setdefault((finding.file, finding.line), []).append(finding)
    return {
        "change": found,
        "story": safe(found.story),
        "diff": [
            (file, [(line, at.get((file.path, line.after), []) if line.after else []) for line in file.lines])
            for file in found.diff
        ],
    }
