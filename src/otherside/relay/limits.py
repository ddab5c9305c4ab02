"""Ceilings of the relay: everything a connected stranger could make grow."""

from otherside.kernel.limits import Limit

FRAME_BYTES_MAX = Limit("relay.frame_bytes_max", 1024 * 1024, "bytes", "the connection is closed with 1009")
DOCUMENT_BYTES_MAX = Limit(
    "relay.document_bytes_max",
    8 * 1024 * 1024,
    "bytes",
    "further edits of this document are refused, each by name",
)
FAMILY_TRACKS_MAX = Limit(
    "relay.family_tracks_max", 64, "tracks of one family a room", "another track of that family is not opened"
)
MEMBER_TRACKS_MAX = Limit(
    "relay.member_tracks_max", 40, "tracks that one member adds to a room", "another new track is not opened"
)
TRACKS_MAX = Limit("relay.tracks_max", 96, "open tracks a connection", "another track is not opened")
CONNECTIONS_MAX = Limit("relay.connections_max", 48, "connections a room", "the newcomer is closed with 4503")
MEMBER_CONNECTIONS_MAX = Limit(
    "relay.member_connections_max", 4, "connections a member", "the newcomer is closed with 4503"
)
QUEUED_BYTES_MAX = Limit(  # more than the largest document, which leaves in one piece when somebody joins
    "relay.queued_bytes_max",
    16 * 1024 * 1024,
    "bytes waiting for one client",
    "the slow client is closed with 4508",
)
MESSAGES_PER_SECOND_MAX = Limit(
    "relay.messages_per_second_max",
    400,
    "messages a second, over ten seconds",
    "the connection is closed with 4429",
)
AWARENESS_BYTES_MAX = Limit(
    "relay.awareness_bytes_max", 4096, "bytes of one cursor", "the cursor is not shown"
)
CURSORS_MAX = Limit(
    "relay.cursors_max", 16, "cursors of one connection in a document", "further ones are not shown"
)
CLIENT_IDS_MAX = Limit(
    "relay.client_ids_max", 4096, "Yjs clients a room", "cursors of further clients are not shown"
)
HANDSHAKE_MS_MAX = Limit(
    "relay.handshake_ms_max", 10_000, "ms until the ticket is verified", "the connection is dropped"
)
REQUEST_BYTES_MAX = Limit(
    "relay.request_bytes_max", 16 * 1024, "bytes of an upgrade request", "it is answered 431"
)
CONTROL_BYTES_MAX = Limit("relay.control_bytes_max", 4096, "bytes of a control message", "closed with 1009")
STREAM_BYTES_MAX = Limit(
    "relay.stream_bytes_max", 256 * 1024, "bytes of a streamed piece", "the piece is refused"
)
CALL_BYTES_MAX = Limit(
    "relay.call_bytes_max",
    64 * 1024 * 1024,
    "bytes of a call on the local socket",
    "that connection is dropped",
)
WAITING_BYTES_MAX = Limit(
    "relay.waiting_bytes_max", 2 * 1024 * 1024, "bytes sent before the room was loaded", "closed with 4508"
)

# Timing, in the order of the hour. Not limits: nothing a stranger grows.
COMMIT_EVERY_MS = 16  # keystrokes wait so long for each other
COMMIT_SOON_MS = 4  # and so long where somebody waits for a receipt
ACK_EVERY_MS = 250
ACK_SLOTS = 16
KEEP_ALIVE_MS = 12_000  # y-websocket gives up after 30 s without a message, and pings are none
LISTEN_MS = 4_000  # a line that is silent for one such while is pinged, and after two it is told to be lost
QUIET_AFTER = 2
SILENT_MS_MAX = 60_000  # a client that answered no ping for so long is gone
ROOM_IDLE_MS = 20_000
APPEND_WAIT_MS = 2_000
