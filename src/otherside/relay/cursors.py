"""Which of the cursors in a message are passed on: one's own, newer than what went out, under one's own name."""

from collections.abc import Callable

import msgspec

from otherside.relay.awareness import GONE, Cursor, read_awareness, signed, write_awareness
from otherside.relay.frames import awareness_message
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
        if cursor.client not in channel.clients and not may_move(cursor.client):
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
    return awareness_message(write_awareness(passed)) if passed else None
