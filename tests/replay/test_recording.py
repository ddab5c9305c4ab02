"""The recording's JSON: its shape, its pages, and that it adds up."""

import json
from base64 import b64decode

from hypothesis import given
from hypothesis import strategies as st

from otherside.kernel.script import script_json
from otherside.log.entry import Entry
from otherside.replay.recording import Chain, Heading, Named, Page, Player, page_of, to_json

HEADING = Heading("2026-06-10T15:00:00+00:00", None, (Named(1, "Alice", "panel"),), (), Chain(True, 2, "ab"))


def entry(seq: int, kind: str = "y.update", body: bytes = b"\x01\x02", **more: object) -> Entry:
    return Entry(seq, seq * 10, 1, "doc:q1" if kind == "y.update" else "hint", kind, 1, body, **more)


def read(page: Page) -> dict:
    return json.loads(b"".join(to_json(HEADING, page)))


def test_the_shape_is_the_players() -> None:
    told = read(Page(0, (entry(3), entry(5, "hint.shown", b'{"text":"Look"}')), None))
    assert set(told) == {"openedAt", "endedAt", "members", "segments", "entries", "updates", "chain", "next"}
    assert told["entries"] == [
        {
            "atMs": 50,
            "actor": 1,
            "track": "hint",
            "kind": "hint.shown",
            "version": 1,
            "body": {"text": "Look"},
        }
    ]
    assert told["updates"][0]["atMs"] == 30
    assert b64decode(told["updates"][0]["update"]) == b"\x01\x02"
    assert told["chain"] == {"verified": True, "entries": 2, "link": "ab", "problem": None}
    assert "seq" not in json.dumps(told)


def test_a_redacted_entry_keeps_its_place_without_a_body() -> None:
    gone = entry(1, "hint.shown", b"", redacted=True)
    told = read(Page(0, (gone, entry(2, body=b"", redacted=True)), None))
    assert told["entries"][0]["body"] is None
    assert told["updates"] == []


@given(sizes=st.lists(st.integers(0, 400), max_size=60), bytes_max=st.integers(1, 2_000))
def test_the_pages_are_the_whole_and_each_is_bounded(sizes: list[int], bytes_max: int) -> None:
    entries = [entry(n, body=bytes(size)) for n, size in enumerate(sizes)]
    seen, first = [], 0
    while True:
        page = page_of(entries, first, bytes_max)
        assert len(page.entries) == 1 or sum(len(e.body) * 4 // 3 + 120 for e in page.entries) <= bytes_max
        seen += page.entries
        if page.next is None:
            break
        assert page.next > first
        first = page.next
    assert seen == entries


def test_what_the_page_tells_the_player_stays_in_its_element() -> None:
    told = script_json(Player("/r/", 5, "</script><b>", "T & Co", "Coding", "/c/"))
    assert "<" not in told
    assert json.loads(told)["candidate"] == "</script><b>"
    assert json.loads(told)["atMs"] == 5
