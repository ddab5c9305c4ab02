"""Which of the cursors in a message are passed on: one's own, newer than what went out, under one's own
name.
"""

from collections.abc import Callable

import msgspec

from otherside.relay.awareness import GONE, Cursor, read_awareness, signed, write_awareness
from otherside.relay.frames import AWARENESS, awareness_message, write_varuint
from otherside.relay.limits import CURSORS_MAX
from otherside.relay.room import Channel
from otherside.relay.websocket import BadFrame

AWARENESS_HEAD = bytes((AWARENESS,))


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
    """The same for the awareness message at `at` where it is the next one about the one cursor that this
    connection moved before: nearly every one, so it is compared with what such a message starts with instead
    of being read. None where it is anything else; the long way then decides.
    """
    document = channel.track.document
    prefix, client = channel.cursor
    known = document.cursors.get(client) if document is not None else None
    if document is None or known is None:
        return None
    clock = known[0] + 1
    about = prefix + write_varuint(clock)
    # Both sizes take two bytes: a cursor's state is a few hundred.
    state_at = at + 3 + len(about) + 2
    size = len(payload) - state_at
    if not 128 <= size < 8192:
        return None
    head = AWARENESS_HEAD + write_varuint(len(about) + 2 + size) + about + write_varuint(size)
    if not payload.startswith(head, at):
        return None
    state = signed(payload[state_at:], identity)
    if state is None:
        return None
    document.cursors[client] = (clock, state, channel.peer)
    body = about + write_varuint(len(state)) + state
    return AWARENESS_HEAD + write_varuint(len(body)) + body
