"""How an action writes: decide on the log as it is, append on that condition, decide again where it moved
on."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from otherside.kernel.errors import Invalid, Unavailable
from otherside.live.access import HOUR_TRACKS, Seated, read_hour
from otherside.live.history import Hour
from otherside.log.entry import NewEntry
from otherside.relay import client as relay

TRIES_MAX = 8  # others may write in between as well; typing does not count
ONCE = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a wish: `changed` is False where it was so already, or the same request came again."""

    changed: bool
    hour: Hour


def once_of(seated: Seated, once: str) -> str:
    """The caller's `once` under the member's own name. Raises Invalid for what is not a plain identifier."""
    if ONCE.fullmatch(once) is None:
        raise Invalid(
            "The header Once names the request: 1 to 64 letters, digits, - or _, the same on a retry."
        )
    return f"member:{seated.seat.number}:{once}"


Decided = NewEntry | Sequence[NewEntry] | None  # nothing to write where it is so already


def write(seated: Seated, once: str, decide: Callable[[Hour], Decided]) -> Done:
    """Appends what `decide` makes of the hour as it is now, together; nobody can have written in between.

    Raises what `decide` raises, and Unavailable when the log stays too busy or cannot be reached. Must not be
    called inside a transaction.
    """
    name = once_of(seated, once)
    for _ in range(TRIES_MAX):
        hour = read_hour(seated.log_id)
        decided = decide(hour)
        entries = [decided] if isinstance(decided, NewEntry) else list(decided or ())
        if not entries:
            return Done(changed=False, hour=hour)
        try:
            receipt = relay.append(seated.log_id, entries, once=name, after=hour.last_seq, of=HOUR_TRACKS)
        except relay.Stale:
            continue
        return Done(changed=not receipt.repeated, hour=hour)
    raise Unavailable("Not saved: the room is too busy right now. Try again in a moment.")


def document_entry(track: str, update: bytes) -> NewEntry:
    """A Yjs update written by the house itself."""
    return NewEntry(actor=0, track=track, kind="y.update", version=1, body=update)
