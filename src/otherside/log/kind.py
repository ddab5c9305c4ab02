"""A kind of entry: its name, the version written today, and how every earlier version is read, for ever."""

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

import msgspec

from otherside.log.entry import Entry, NewEntry

B = TypeVar("B", bound=msgspec.Struct)
# A body as JSON gives it, between two versions. Any: what an old version held is known to its upcaster alone.
Body = dict[str, Any]


class UnreadableEntry(Exception):
    """An entry that no version of its kind describes. Our own mistake: what was written must stay
    readable.
    """


class Kind(Generic[B]):
    """`body` is the frozen Struct of `version`; `upcasters[n]` turns a body of version n into one of n + 1.

    Raises ValueError at once where an upcaster is missing, so that no version can become unreadable
    unnoticed.
    """

    def __init__(
        self,
        *,
        name: str,
        version: int,
        body: type[B],
        upcasters: Mapping[int, Callable[[Body], Body]] | None = None,
    ) -> None:
        self.name = name
        self.version = version
        self.body = body
        self.upcasters = dict(upcasters or {})
        missing = sorted(set(range(1, version)) - set(self.upcasters))
        if version < 1 or missing or set(self.upcasters) - set(range(1, version)):
            raise ValueError(f"kind {name} is at version {version}: upcasters needed are 1 to {version - 1}")
        if not body.__struct_config__.frozen:
            raise ValueError(f"the body of kind {name} must be a frozen msgspec.Struct")

    def __repr__(self) -> str:
        return f"Kind({self.name!r}, version={self.version})"

    def new(self, body: B, *, track: str, actor: int = 0) -> NewEntry:
        """An entry of this kind, ready to be appended."""
        return NewEntry(
            actor=actor, track=track, kind=self.name, version=self.version, body=msgspec.json.encode(body)
        )

    def read(self, entry: Entry) -> B:
        """The body of `entry` as the version of today. Raises UnreadableEntry."""
        if entry.kind != self.name:
            raise UnreadableEntry(f"entry {entry.seq} is of kind {entry.kind}, read as {self.name}")
        if entry.redacted:
            raise UnreadableEntry(f"entry {entry.seq} of kind {self.name} was redacted")
        try:
            if entry.version == self.version:
                return msgspec.json.decode(entry.body, type=self.body)
            raw = msgspec.json.decode(entry.body, type=Body)
            for version in range(entry.version, self.version):
                raw = self.upcasters[version](raw)
            return msgspec.convert(raw, type=self.body)
        except (msgspec.MsgspecError, KeyError) as error:
            raise UnreadableEntry(
                f"entry {entry.seq} of kind {self.name} version {entry.version} cannot be read "
                f"as version {self.version}: {error}"
            ) from error
