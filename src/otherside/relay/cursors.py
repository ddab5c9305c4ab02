"""Which of the cursors in a message are passed on: one's own, newer than what went out, under one's own
name.
"""

from collections.abc import Callable

import msgspec

from otherside.relay.awareness import GONE, Cursor, read_awareness, signed, write_awareness
from otherside.relay.frames import awareness_message, read_varuint, write_varbytes, write_varuint
from otherside.relay.limits import CURSORS_MAX
from otherside.relay.room import Channel, Document
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
    quick = _take_one(channel, document, raw, identity)
    if quick is not None:
        return quick
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


def _take_one(channel: Channel, document: Document, raw: bytes, identity: msgspec.Raw) -> bytes | None:
    """The same for the one cursor that this connection moved before: nearly every message, so it shall be
    quick.

    None where it is anything else; the long way then decides.
    """
    prefix, client = channel.cursor
    if not raw.startswith(prefix):
        return None
    at = len(prefix)
    clock, end = read_varuint(raw, at)
    known = document.cursors.get(client)
    if known is None or known[0] >= clock:
        return None
    size, start = read_varuint(raw, end)
    if start + size != len(raw) or size == len(GONE):
        return None
    state = signed(raw[start:], identity)
    if state is None:
        return None
    document.cursors[client] = (clock, state, channel.peer)
    return awareness_message(raw[:end] + write_varbytes(state))
