"""Kinds: written as of today, read from every day before."""

import msgspec
import pytest

from otherside.log.entry import Entry
from otherside.log.kind import Kind, UnreadableEntry
from otherside.log.track import is_track, matcher, matches


class Shown(msgspec.Struct, frozen=True):
    question: str
    step: int
    by_key: bool


SHOWN = Kind(
    name="hint.shown",
    version=3,
    body=Shown,
    upcasters={
        1: lambda body: {"question": body["problem"], "step": body["step"]},
        2: lambda body: {**body, "by_key": False},
    },
)


def stored(version: int, body: bytes, *, kind: str = "hint.shown", redacted: bool = False) -> Entry:
    return Entry(4, 10, 1, "hint", kind, version, body, redacted=redacted)


def test_what_is_written_is_read() -> None:
    new = SHOWN.new(Shown("lru", 2, True), track="hint", actor=3)
    assert (new.kind, new.version, new.actor) == ("hint.shown", 3, 3)
    assert SHOWN.read(stored(3, new.body)) == Shown("lru", 2, True)


def test_every_version_is_read_for_ever() -> None:
    assert SHOWN.read(stored(1, b'{"problem":"lru","step":2}')) == Shown("lru", 2, False)
    assert SHOWN.read(stored(2, b'{"question":"lru","step":2}')) == Shown("lru", 2, False)


@pytest.mark.parametrize(
    "entry",
    [
        stored(3, b"{}"),
        stored(3, b"not json"),
        stored(4, b'{"question":"lru","step":2,"by_key":true,"more":1}', kind="other"),
        stored(1, b'{"step":2}'),
        stored(3, b"", redacted=True),
    ],
)
def test_what_cannot_be_read_says_so(entry: Entry) -> None:
    with pytest.raises(UnreadableEntry):
        SHOWN.read(entry)


def test_a_version_without_its_upcaster_cannot_be_declared() -> None:
    with pytest.raises(ValueError, match="upcasters needed are 1 to 2"):
        Kind(name="x", version=3, body=Shown, upcasters={1: dict})
    with pytest.raises(ValueError, match="frozen"):
        Kind(name="x", version=1, body=msgspec.defstruct("Loose", []))


@pytest.mark.parametrize(
    ("pattern", "track", "stands"),
    [
        ("doc:*", "doc:pad", True),
        ("doc:*", "doc:panel-board", False),
        ("doc:panel-*", "doc:panel-board", True),
        ("doc:panel-*", "doc:pad", False),
        ("doc:*", "notes:3", False),
        ("doc:*", "doc", False),
        ("mark:3", "mark:3", True),
        ("mark:3", "mark:31", False),
        ("mark:*", "mark:31", True),
        ("run", "runs", False),
    ],
)
def test_patterns(pattern: str, track: str, stands: bool) -> None:
    assert matches(pattern, track) is stands
    assert matcher([pattern])(track) is stands


def test_names_of_tracks() -> None:
    assert all(map(is_track, ("doc:pad", "notes:3", "outline", "doc:panel-board", "term:1")))
    assert not any(map(is_track, ("", "Doc:pad", "doc:", "doc:a/b", "doc:a:b", "doc:*", "x" * 30)))
