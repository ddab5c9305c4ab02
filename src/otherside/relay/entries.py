"""What the relay itself writes to the log: who came and went, and which Yjs client types for whom."""

import msgspec

from otherside.log.kind import Kind

PRESENCE = "presence"


class Joined(msgspec.Struct, frozen=True):
    member: int


class Left(msgspec.Struct, frozen=True):
    member: int


class Quiet(msgspec.Struct, frozen=True):
    """Nothing is heard from `member` any more, on any of their lines: they were heard until `since_ms`."""

    member: int
    since_ms: int


class Heard(msgspec.Struct, frozen=True):
    """A quiet member is heard again."""

    member: int


class ClientBound(msgspec.Struct, frozen=True):
    """From here on `client` types for `member`: who typed is read from the client id of a document's
    structs.
    """

    member: int
    client: int
    track: str


PRESENCE_JOINED = Kind(name="presence.joined", version=1, body=Joined)
PRESENCE_LEFT = Kind(name="presence.left", version=1, body=Left)
PRESENCE_QUIET = Kind(name="presence.quiet", version=1, body=Quiet)
PRESENCE_HEARD = Kind(name="presence.heard", version=1, body=Heard)
CLIENT_BOUND = Kind(name="client.bound", version=1, body=ClientBound)
