"""Where a piece of text occurs in the recording: typed, shown, said, marked, run."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import msgspec
from pycrdt import Map, Text, merge_updates

from otherside.live.starter import Document
from otherside.log.entry import Entry
from otherside.replay.chapters import chapters
from otherside.replay.limits import FOUND_MAX, SEARCHED_UPDATES_MAX
from otherside.replay.recording import UPDATE

# Fields that name things to programs; nobody searches for them.
NAMES = frozenset(
    {
        "question",
        "run",
        "doc",
        "segment",
        "segments",
        "fact",
        "probe",
        "mode",
        "kind",
        "state",
        "id",
        "opened_at",
    }
)
STRIDE = 32  # changes between two looks at a document: a look costs as much as some dozen changes


@dataclass(frozen=True, slots=True)
class Found:
    at_ms: int
    what: str  # "Typed", or the entry's line in the list of what happened
    track: str
    excerpt: str


@dataclass(frozen=True, slots=True)
class Result:
    found: tuple[Found, ...]
    more: bool  # there were more places than are shown
    unsearched: bool  # there was more typing than is searched


def search(entries: Iterable[Entry], words: str) -> Result:
    """Places of `words`, letter case aside, in time. Empty `words` are found nowhere."""
    needle = words.strip().casefold()
    if not needle:
        return Result((), more=False, unsearched=False)
    listed = list(entries)
    typed = [entry for entry in listed if entry.kind == UPDATE and not entry.redacted]
    found = _typed(typed[: int(SEARCHED_UPDATES_MAX)], needle)
    for entry in listed:
        if entry.kind != UPDATE and not entry.redacted:
            excerpt = next(
                (_excerpt(text, needle) for text in _texts(entry) if needle in text.casefold()), None
            )
            if excerpt is not None:
                found.append(Found(entry.at_ms, _line_of(entry), entry.track, excerpt))
    found.sort(key=lambda place: place.at_ms)
    most = int(FOUND_MAX)
    return Result(tuple(found[:most]), len(found) > most, len(typed) > int(SEARCHED_UPDATES_MAX))


def _typed(updates: Sequence[Entry], needle: str) -> list[Found]:
    """The moments at which a document came to hold the words more often than before.

    Of each document no more than the first places that could be shown, and one.
    """
    by_track: dict[str, list[Entry]] = {}
    for entry in updates:
        by_track.setdefault(entry.track, []).append(entry)
    found: list[Found] = []
    for track, changes in by_track.items():
        found += islice(_typed_on(track, changes, needle), int(FOUND_MAX) + 1)
    return found


def _typed_on(track: str, changes: Sequence[Entry], needle: str) -> Iterator[Found]:
    doc, before = Document(), 0
    for start in range(0, len(changes), STRIDE):
        stretch = changes[start : start + STRIDE]
        # Merged first: applying one by one takes three times as long.
        doc.apply_update(merge_updates(*[entry.body for entry in stretch]))
        text = _whole(doc)
        count = text.casefold().count(needle)
        if count > before:
            yield Found(stretch[-1].at_ms, "Typed", track, _excerpt(text, needle))
        before = count


def _whole(doc: Document) -> str:
    """Every file of a document, and the one text of private notes."""
    files: Map[object] = doc.get("files", type=Map)
    names = [f"file:{path}" for path in files.keys()]  # noqa: SIM118 - pycrdt's Map yields keys only so
    return "\n".join(str(doc.get(name, type=Text)) for name in [*names, "text"])


def _line_of(entry: Entry) -> str:
    told = chapters([entry])
    return told[0].title if told else entry.kind


def _texts(entry: Entry) -> Iterable[str]:
    try:
        body = msgspec.json.decode(entry.body or b"null")
    except msgspec.DecodeError:
        return
    yield from _strings(body)


def _strings(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            if name not in NAMES:
                yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _excerpt(text: str, needle: str) -> str:
    """The line that holds `needle` (the first line where it runs over several), cut to what fits a list."""
    lines = text.splitlines() or [""]
    line = next((line for line in lines if needle in line.casefold()), lines[0]).strip()
    return line if len(line) <= 120 else f"{line[:119]}…"
