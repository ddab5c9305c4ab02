"""The quick way of a cursor and the long way say the same, and nobody signs with another's name on either."""

import json

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from otherside.relay.awareness import Cursor, identity_of, read_awareness, write_awareness
from otherside.relay.cursors import take_cursors, take_one_cursor
from otherside.relay.frames import awareness_message
from otherside.relay.room import Channel, Track

DANA = identity_of("Dana", 2)
TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=300)


class Peer:
    member = 2
    plain = True
    ack_due = False

    def write(self, data: bytes) -> None: ...
    def send(self, data: bytes) -> None: ...


def channel_after(client: int, clock: int) -> Channel:
    """One on which `client` has moved its cursor to `clock`."""
    channel = Channel(Peer(), Track("doc:pad", 7), write=True)
    take_cursors(channel, write_awareness([Cursor(client, clock, b'{"cursor":null}')]), DANA, lambda _: True)
    return channel


@given(
    client=st.integers(0, 2**32 - 1),
    clock=st.integers(1, 300),
    step=st.integers(-1, 2),
    state=st.dictionaries(st.sampled_from(["user", "cursor", "board"]), TEXT),
    before=st.binary(max_size=3),
)
def test_both_ways_say_the_same(
    client: int, clock: int, step: int, state: dict[str, str], before: bytes
) -> None:
    raw = write_awareness([Cursor(client, clock + step, msgspec.json.encode(state))])
    long, quick = channel_after(client, clock), channel_after(client, clock)
    expected = take_cursors(long, raw, DANA, lambda _: True)
    answer = take_one_cursor(quick, before + awareness_message(raw), len(before), DANA)
    if answer is None:
        return  # left to the long way
    assert answer == expected
    known, other = quick.track.document, long.track.document
    assert known is not None
    assert other is not None
    assert known.cursors[client][:2] == other.cursors[client][:2]
    (cursor,) = read_awareness(answer[3:])
    assert json.loads(cursor.state)["user"]["name"] == "Dana"


def test_a_usual_cursor_goes_the_quick_way() -> None:
    channel = channel_after(1_839_274_651, 128)
    state = json.dumps({"user": {"name": "Alice"}, "cursor": {"anchor": "a" * 150}, "user ": 1}).encode()
    message = awareness_message(write_awareness([Cursor(1_839_274_651, 129, state)]))
    answer = take_one_cursor(channel, message, 0, DANA)
    assert answer is not None
    (cursor,) = read_awareness(answer[3:])
    assert json.loads(cursor.state)["user"]["name"] == "Dana"


@given(st.binary(max_size=400), st.integers(0, 3))
def test_anything_else_is_left_to_the_long_way(noise: bytes, at: int) -> None:
    assert take_one_cursor(channel_after(5, 1), noise, at, DANA) is None
