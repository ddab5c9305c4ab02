"""One entry of an interview's log, before and after it has its number; and what an append comes back with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NewEntry:
    """What somebody wants in the log. `actor` is a member number, 0 for the house; `body` of document tracks
    is a raw Yjs update, of every other track JSON.

    `merged` says that the body was made earlier than it arrived, or by somebody else (a browser that comes
    back brings what was typed meanwhile): its time is the time of arrival and says nothing about typing.
    """

    actor: int
    track: str
    kind: str
    version: int
    body: bytes
    merged: bool = False

    def __post_init__(self) -> None:
        if self.actor < 0 or self.version < 1 or not self.track or not self.kind:
            raise ValueError(
                f"an entry has an actor ≥ 0, a version ≥ 1, a track and a kind; got actor {self.actor}, "
                f"version {self.version}, track {self.track!r}, kind {self.kind!r}"
            )


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as committed: `seq` counts from 0 without a gap, `at_ms` from entry 0 and never backwards.

    A redacted entry has an empty body; its place in the chain stays.
    """

    seq: int
    at_ms: int
    actor: int
    track: str
    kind: str
    version: int
    body: bytes
    merged: bool = False
    redacted: bool = False


@dataclass(frozen=True, slots=True)
class Receipt:
    """What an append came to. `repeated`: the same `once` had been appended before, nothing was added."""

    first_seq: int
    last_seq: int
    at_ms: int
    repeated: bool = False
