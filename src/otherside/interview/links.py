"""The candidate's two links: one for the room, which ends with the hour, and one for what comes after.

A token is the room's name and a keyed digest of what the link is for and which issue of it this is, so that
nothing secret is stored and raising `links_epoch` ends every link given out before. The key is set once,
at the start of the process, by `InterviewConfig`.
"""

import hashlib
import hmac
from base64 import urlsafe_b64encode
from typing import Protocol

from otherside.kernel.ids import is_id

ROOM = "room"
AFTER = "after"

_key: bytes = b""


class Linked(Protocol):
    """What a link is made from: an Interview row, or anything shaped like it."""

    log_id: str
    links_epoch: int


def configure(secret: str) -> None:
    """Sets the key that tokens are made with. Called once in each process, before any link is made."""
    global _key  # noqa: PLW0603 - one key a process, as with Django's own signing
    _key = hashlib.sha256(b"otherside.interview.links:" + secret.encode()).digest()


def token(purpose: str, interview: Linked) -> str:
    """`<log id>.<digest>`, safe in a URL. The digest has 132 bits; guessing it is no way in."""
    assert _key, "links.configure was not called"
    return f"{interview.log_id}.{_digest(purpose, interview.log_id, interview.links_epoch)}"


def log_id_of(text: str) -> str | None:
    """The room's name in `text`, unproven; None where it has not the form of a token."""
    name, dot, digest = text.partition(".")
    return name if dot and is_id(name) and is_id(digest) else None


def holds(text: str, purpose: str, interview: Linked) -> bool:
    """Whether `text` is the token that is valid now for `purpose`."""
    return hmac.compare_digest(text.encode(), token(purpose, interview).encode())


def room_path(interview: Linked) -> str:
    """Where the candidate enters the lobby and then the room."""
    return f"/c/{token(ROOM, interview)}/"


def after_path(interview: Linked) -> str:
    """Where the candidate finds what comes after the hour."""
    return f"/after/{token(AFTER, interview)}/"


def _digest(purpose: str, log_id: str, epoch: int) -> str:
    mac = hmac.new(_key, f"{purpose}:{log_id}:{epoch}".encode(), hashlib.sha256).digest()
    return urlsafe_b64encode(mac).decode()[:22]
