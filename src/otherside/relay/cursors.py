"""Which of the cursors in a message are passed on: one's own, newer than what went out, under one's own
name.
"""

from collections.abc import Callable

import msgspec

from otherside.relay.awareness import GONE, Cursor, read_awareness, signed, write_awareness
from otherside.relay.frames import awareness_message, read_varuint, write_varbytes, write_varuint
from otherside.relay.limits import CURSORS_MAX
from otherside.relay.room import Channel
from otherside.relay.websocket import BadFrame


def take_cursors(
    channel: Channel, raw: bytes, identity: msgspec.Raw, may_move: Callable[[int], bool]
) -> bytes | None:
    """The message for the others, or None. Remembers the cursors for whoever joins. Raises BadFrame.

    Stock clients repeat what they hear of others; what is not one's own to move is left out silently.
    """
    document = channel.track.document
    if document is None:
        raise BadFrame(f"a cursor on {channel.track.name}, which is no document")
    passed = []
    for cursor in read_awareness(raw):
        known = document.cursors.get(cursor.client)
        if known is not None and known[0] >= cursor.clock and cursor.state != GONE:
            continue  # an echo of what went out already, or an older one
        if cursor.client not in channel.clients and (
            len(channel.clients) >= CURSORS_MAX.value or not may_move(cursor.client)
        ):
            continue
        state = signed(cursor.state, identity)
        if state is None:
            continue
        passed.append(Cursor(cursor.client, cursor.clock, state))
        if state == GONE:
            document.cursors.pop(cursor.client, None)
            channel.clients.discard(cursor.client)
        else:
            document.cursors[cursor.client] = (cursor.clock, state, channel.peer)
            channel.clients.add(cursor.client)
            channel.cursor = (b"\x01" + write_varuint(cursor.client), cursor.client)
    return awareness_message(write_awareness(passed)) if passed else None


def take_one_cursor(channel: Channel, payload: bytes, at: int, identity: msgspec.Raw) -> bytes | None:
    """The same for the awareness message at `at` where it is about the one cursor that this connection moved
    before: nearly every one, so it shall be quick. None where it is anything else; the long way then decides.
    """
    document = channel.track.document
    prefix, client = channel.cursor
    size, start = read_varuint(payload, at + 1)
    end = len(payload)
    if document is None or start + size != end or not payload.startswith(prefix, start):
        return None
    clock, clock_end = read_varuint(payload, start + len(prefix))
    known = document.cursors.get(client)
    if known is None or known[0] >= clock:
        return None
    size, state_at = read_varuint(payload, clock_end)
    if state_at + size != end or size == len(GONE):
        return None
    state = signed(payload[state_at:], identity)
    if state is None:
        return None
    document.cursors[client] = (clock, state, channel.peer)
    return awareness_message(payload[start:clock_end] + write_varbytes(state))
