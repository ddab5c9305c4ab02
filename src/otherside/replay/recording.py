"""The recording as the player reads it: JSON made by hand around bodies that are JSON already.

An hour has some twenty thousand changes of documents. They are written one after the other into a page of
bounded size; `next` says where the following page begins, and is null on the last one.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec

from otherside.log.entry import Entry

UPDATE = "y.update"


class Named(msgspec.Struct, frozen=True):
    number: int
    name: str
    side: str


class Segment(msgspec.Struct, frozen=True, rename="camel"):
    at_ms: int
    segment: str
    ordinal: int
    title: str
    minutes: int


class Chain(msgspec.Struct, frozen=True):
    """Whether the hash chain holds from the first entry to the last; `problem` says where it does not."""

    verified: bool
    entries: int
    link: str
    problem: str | None = None


class Heading(msgspec.Struct, frozen=True, rename="camel"):
    opened_at: str | None
    ended_at: str | None
    members: tuple[Named, ...]
    segments: tuple[Segment, ...]
    chain: Chain


class Player(msgspec.Struct, frozen=True, rename="camel"):
    """What the page tells the player before it has read anything."""

    recording: str
    at_ms: int
    candidate: str
    title: str
    round: str
    card_url: str


class _Line(msgspec.Struct, frozen=True, rename="camel"):
    at_ms: int
    actor: int
    track: str
    kind: str
    version: int
    body: msgspec.Raw


class _Update(msgspec.Struct, frozen=True, rename="camel"):
    at_ms: int
    actor: int
    track: str
    update: str
    merged: bool


@dataclass(frozen=True, slots=True)
class Page:
    """Entries from the `first`-th that the reader may see, in the order of the log."""

    first: int
    entries: tuple[Entry, ...]
    next: int | None


def page_of(entries: Iterable[Entry], first: int, bytes_max: int) -> Page:
    """As many entries from the `first`-th as fit; always at least one, so that reading gets on."""
    chosen: list[Entry] = []
    size = 0
    for number, entry in enumerate(entries):
        if number < first:
            continue
        size += len(entry.body) * 4 // 3 + 120
        if size > bytes_max and chosen:
            return Page(first, tuple(chosen), number)
        chosen.append(entry)
    return Page(first, tuple(chosen), None)


def to_json(heading: Heading, page: Page) -> Iterator[bytes]:
    """The page as chunks of one JSON object. Numbers of the log's own order are not in it: gaps tell of
    others' notes."""
    head = msgspec.json.encode(heading)
    yield head[:-1] + b',"entries":['
    yield from _joined(
        msgspec.json.encode(_Line(e.at_ms, e.actor, e.track, e.kind, e.version, _raw(e)))
        for e in page.entries
        if e.kind != UPDATE
    )
    yield b'],"updates":['
    yield from _joined(
        msgspec.json.encode(_Update(e.at_ms, e.actor, e.track, b64encode(e.body).decode(), e.merged))
        for e in page.entries
        if e.kind == UPDATE and not e.redacted
    )
    yield b'],"next":' + msgspec.json.encode(page.next) + b"}"


def _raw(entry: Entry) -> msgspec.Raw:
    return msgspec.Raw(entry.body if not entry.redacted and entry.body else b"null")


def _joined(items: Iterable[bytes]) -> Iterator[bytes]:
    """Commas between, in chunks of some 64 kB: a chunk for each of twenty thousand lines would cost more
    than they do."""
    chunk = bytearray()
    first = True
    for item in items:
        chunk += item if first else b"," + item
        first = False
        if len(chunk) > 65_536:
            yield bytes(chunk)
            chunk.clear()
    if chunk:
        yield bytes(chunk)
