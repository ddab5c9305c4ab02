"""Bytes: golden frames, what is refused, and that nothing a stranger sends can do more than close their line."""

import json
import random
from contextlib import suppress
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from otherside.relay import calls, frames
from otherside.relay.awareness import Cursor, identity_of, read_awareness, signed, write_awareness
from otherside.relay.frames import FrameKind
from otherside.relay.websocket import (
    PING,
    TEXT,
    BadFrame,
    BadRequest,
    FrameReader,
    close_frame,
    frame,
    read_upgrade,
    unmask,
    unmask_slowly,
)

GOLDEN = json.loads((Path(__file__).parents[2] / "contracts" / "frames" / "frames.json").read_text())
KINDS = {
    "step1": FrameKind.STEP_1, "step2": FrameKind.STEP_2, "update": FrameKind.UPDATE, "awareness": FrameKind.AWARENESS,
    "queryAwareness": FrameKind.QUERY_AWARENESS, "entry": FrameKind.ENTRY, "stream": FrameKind.STREAM,
    "settled": FrameKind.SETTLED, "control": FrameKind.CONTROL,
}  # fmt: skip


def read_whole_frame(raw: bytes) -> tuple[int, FrameKind, object]:
    """As the relay reads one, to its end."""
    track, at = frames.read_varuint(raw, 0)
    kind, at = frames.read_kind(raw, at)
    if kind is FrameKind.ENTRY:
        return track, kind, frames.read_entry(raw, at)
    if kind is FrameKind.SETTLED:
        count, end = frames.read_varuint(raw, at)
        if end != len(raw):
            raise BadFrame("bytes follow")
        return track, kind, count
    if kind is FrameKind.QUERY_AWARENESS:
        return track, kind, None
    body = frames.read_whole(raw, at)
    if kind is FrameKind.CONTROL:
        try:
            return track, kind, body.decode()
        except UnicodeDecodeError as error:
            raise BadFrame("no text") from error
    return track, kind, body


@pytest.mark.parametrize("line", GOLDEN["frames"], ids=lambda line: line["name"])
def test_golden_frames(line: dict[str, object]) -> None:
    track, kind, body = read_whole_frame(bytes.fromhex(str(line["hex"])))
    assert (track, kind) == (line["track"], KINDS[str(line["kind"])])
    data = bytes.fromhex(str(line.get("data", "")))
    expected = {
        FrameKind.ENTRY: (line.get("atMs"), line.get("actor"), line.get("version"), line.get("type"), data),
        FrameKind.SETTLED: line.get("count"),
        FrameKind.CONTROL: line.get("text"),
        FrameKind.QUERY_AWARENESS: None,
    }.get(kind, data)
    assert body == expected


@pytest.mark.parametrize("line", GOLDEN["refused"], ids=lambda line: line["name"])
def test_golden_refusals(line: dict[str, str]) -> None:
    with pytest.raises(BadFrame):
        read_whole_frame(bytes.fromhex(line["hex"]))


@given(st.integers(0, 2**53 - 1))
def test_numbers_come_back(number: int) -> None:
    raw = frames.write_varuint(number)
    assert frames.read_varuint(raw, 0) == (number, len(raw))
    with pytest.raises(BadFrame, match=r"padded|larger"):
        frames.read_varuint(raw[:-1] + bytes((raw[-1] | 128, 0)), 0)


@given(st.binary(max_size=40))
def test_any_bytes_are_a_frame_or_a_bad_one(raw: bytes) -> None:
    for read in (read_whole_frame, read_awareness):
        with suppress(BadFrame):
            read(raw)


def masked(payload: bytes, first: int = 0x82, mask: bytes = b"\x01\x02\x03\x04") -> bytes:
    size = len(payload)
    if size < 126:
        head = bytes((first, 0x80 | size))
    elif size < 65536:
        head = bytes((first, 0x80 | 126)) + size.to_bytes(2, "big")
    else:
        head = bytes((first, 0x80 | 127)) + size.to_bytes(8, "big")
    return head + mask + unmask_slowly(payload, mask)


@given(st.lists(st.binary(max_size=300), max_size=8), st.randoms())
def test_messages_come_out_whole_however_the_bytes_are_cut(
    payloads: list[bytes], chance: random.Random
) -> None:
    raw = b"".join(masked(payload) for payload in payloads)
    reader, out, at = FrameReader(1 << 20), [], 0
    while at < len(raw):
        step = chance.randrange(1, 40)
        out += reader.feed(raw[at : at + step])
        at += step
    assert out == payloads
    assert reader.waiting == 0


@given(st.binary(max_size=500), st.binary(min_size=4, max_size=4))
def test_both_ways_to_unmask_agree(data: bytes, mask: bytes) -> None:
    assert unmask(data, mask) == unmask_slowly(data, mask)


def test_fragments_are_put_together_and_pings_come_in_between() -> None:
    reader = FrameReader(1000)
    raw = masked(b"ab", 0x02) + masked(b"", 0x89) + masked(b"cd", 0x00) + masked(b"e", 0x80) + masked(b"f")
    assert reader.feed(raw) == [b"abcde", b"f"]
    assert reader.others == [(PING, b"")]


def test_text_is_no_message_whole_or_in_fragments() -> None:
    reader = FrameReader(1000)
    raw = masked(b"whole", 0x81) + masked(b"in ", 0x01) + masked(b"parts", 0x80) + masked(b"x")
    assert reader.feed(raw) == [b"x"]
    assert reader.others == [(TEXT, b"whole"), (TEXT, b"in parts")]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"\x82\x02ab\x00\x00\x00", 1002),  # not masked
        (masked(b"x", 0xC2), 1002),  # reserved bit
        (masked(b"x", 0x83), 1002),  # opcode 3
        (masked(b"x", 0x80), 1002),  # a continuation of nothing
        (masked(b"x", 0x02) + masked(b"y", 0x82), 1002),  # a message inside a message
        (masked(b"x", 0x09), 1002),  # a fragmented ping
        (masked(bytes(126), 0x89), 1002),  # a long ping
        (b"\x82\xfe\x00\x05" + bytes(9), 1002),  # a padded length
        (masked(bytes(1001)), 1009),
        (masked(bytes(600), 0x02) + masked(bytes(600), 0x80), 1009),
    ],
)
def test_frames_that_no_browser_sends_close(raw: bytes, code: int) -> None:
    with pytest.raises(BadFrame) as caught:
        FrameReader(1000).feed(raw)
    assert caught.value.code == code


def test_a_frame_that_is_too_large_is_refused_before_it_is_there() -> None:
    with pytest.raises(BadFrame, match="more than 1000"):
        FrameReader(1000).feed(b"\x82\xff" + (1 << 40).to_bytes(8, "big") + bytes(4))


def test_server_frames_have_the_shortest_length() -> None:
    assert frame(bytes(125))[:2] == b"\x82\x7d"
    assert frame(bytes(126))[:4] == b"\x82\x7e\x00\x7e"
    assert frame(bytes(65536))[:10] == b"\x82\x7f" + (65536).to_bytes(8, "big")
    assert len(close_frame(4400, "ä" * 100)) <= 127


REQUEST = (
    b"GET /relay?ticket=a%20b HTTP/1.1\r\nHost: example.org\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nOrigin: https://example.org\r\n\r\n"
)


def test_an_upgrade_is_read() -> None:
    upgrade = read_upgrade(REQUEST)
    assert (upgrade.path, upgrade.query, upgrade.origin, upgrade.host) == (
        "/relay", {"ticket": "a b"}, "https://example.org", "example.org",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "status"),
    [
        (b"GET", b"POST", 405),
        (b"Upgrade: websocket", b"Upgrade: h2c", 426),
        (b"Version: 13", b"Version: 8", 426),
        (b"dGhlIHNhbXBsZSBub25jZQ==", b"c2hvcnQ=", 400),
        (b"dGhlIHNhbXBsZSBub25jZQ==", b"!", 400),
        (b"Host: example.org", b"no colon here", 400),
        (b"/relay?ticket=a%20b", b"/relay\xff", 400),
    ],
)
def test_what_is_no_upgrade_is_answered_so(old: bytes, new: bytes, status: int) -> None:
    with pytest.raises(BadRequest) as caught:
        read_upgrade(REQUEST.replace(old, new))
    assert caught.value.status == status


@given(st.binary(max_size=200))
def test_any_bytes_are_an_upgrade_or_a_bad_request(raw: bytes) -> None:
    with pytest.raises(BadRequest):
        read_upgrade(raw + b"\r\n\r\n")


def test_a_cursor_always_carries_its_owner() -> None:
    identity = identity_of("Dana", 3)
    state = signed(b'{"user":{"name":"Alice"},"user":{"name":"Bob"},"cursor":null}', identity)
    assert state is not None
    assert json.loads(state)["user"]["name"] == "Dana"
    assert json.loads(state)["cursor"] is None
    assert signed(b"null", identity) == b"null"
    for bad in (b"", b"[]", b'"x"', b"{", b"nul", b'{"a":"' + b"x" * 5000 + b'"}'):
        assert signed(bad, identity) is None


@given(
    st.lists(
        st.builds(Cursor, st.integers(0, 2**53 - 1), st.integers(0, 2**30), st.binary(max_size=50)),
        max_size=9,
    )
)
def test_cursors_come_back(cursors: list[Cursor]) -> None:
    assert read_awareness(write_awareness(cursors)) == cursors


@given(st.binary(max_size=60))
def test_any_bytes_are_a_call_or_a_mistake(raw: bytes) -> None:
    with suppress(msgspec.MsgspecError):
        calls.read_call(raw)
