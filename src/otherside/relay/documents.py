"""The little that has to be known of Yjs: is this an update, whose is it, and what is the state of many.

A document is never kept alive. Its state is bytes, made from the updates when somebody asks for it; the
updates themselves are the log. Update format: yjs 13, v1 (yjs/src/utils/UpdateEncoder.js).
"""

from collections.abc import Sequence

import pycrdt

from otherside.log.fold import Snapshot
from otherside.relay.frames import EMPTY_STATE_VECTOR, EMPTY_UPDATE, read_varuint
from otherside.relay.websocket import BadFrame

MERGE_AT_ONCE = 64  # merging everything at once is quadratic: 2.2 s for an hour, against 37 ms in parts


def is_document(track: str) -> bool:
    """Whether the bodies of `track` are Yjs updates."""
    return track.startswith(("doc:", "notes:"))


def is_update(update: bytes) -> bool:
    """Whether Yjs could apply `update`. Costs a quarter of a microsecond."""
    try:
        pycrdt.get_state(update)
    except ValueError:
        return False
    return True


def first_client(update: bytes) -> int | None:
    """The Yjs client id of the first structs in `update`; None for one that only deletes.

    One keystroke has the structs of one client; a browser that comes back may bring several.
    """
    try:
        clients, at = read_varuint(update, 0)
        if clients == 0:
            return None
        _, at = read_varuint(update, at)
        client, _ = read_varuint(update, at)
    except BadFrame:
        return None
    return client


def number_of_clients(update: bytes) -> int:
    return update[0] if update and update[0] < 128 else 128


def merge(updates: Sequence[bytes]) -> bytes:
    """A few updates as one. Quadratic: never more than MERGE_AT_ONCE. What waits for others is kept."""
    return updates[0] if len(updates) == 1 else pycrdt.merge_updates(*updates)


class Folding:
    """Makes one state out of many updates, a few at a time, so that nobody waits long in between.

    An update whose predecessors have not come yet is no part of a document's state, and would be lost with
    it; `state` finds such and keeps them beside it.
    """

    def __init__(self, state: bytes | None, updates: Sequence[bytes]) -> None:
        self._updates = list(updates)
        self._at = 0
        self._document: pycrdt.Doc[pycrdt.Text] = pycrdt.Doc()
        self._parts: list[bytes] = []
        if state is not None:
            self._take(state)

    def _take(self, part: bytes) -> None:
        self._document.apply_update(part)
        self._parts.append(part)

    def step(self) -> bool:
        """Takes the next few updates; False once all are in."""
        part = self._updates[self._at : self._at + MERGE_AT_ONCE]
        if not part:
            return False
        self._take(merge(part))
        self._at += len(part)
        return self._at < len(self._updates)

    def state(self) -> bytes:
        vector = self._document.get_state()
        known = read_vector(vector)
        waiting = [part for part in self._parts if _waits(pycrdt.get_update(part, vector), known)]
        state = self._document.get_update()
        return pycrdt.merge_updates(state, *waiting) if waiting else state


def _waits(rest: bytes, known: dict[int, int]) -> bool:
    """Whether `rest` (what a document lacks of an update) holds structs, or deletes what has not come yet."""
    if rest[0] != 0:
        return True
    return any(
        end > known.get(client, 0) for client, ranges in read_deletes(rest).items() for _, end in ranges
    )


def read_deletes(update: bytes) -> dict[int, list[tuple[int, int]]]:
    """Client → (from, to) of what an update without structs deletes, sorted. Raises BadFrame for any
    other.
    """
    structs, at = read_varuint(update, 0)
    if structs:
        raise BadFrame("this update holds more than deletions")
    count, at = read_varuint(update, at)
    deletes: dict[int, list[tuple[int, int]]] = {}
    for _ in range(count):
        client, at = read_varuint(update, at)
        size, at = read_varuint(update, at)
        ranges = deletes.setdefault(client, [])
        for _ in range(size):
            clock, at = read_varuint(update, at)
            length, at = read_varuint(update, at)
            ranges.append((clock, clock + length))
        ranges.sort()
    return deletes


def says_nothing_new(update: bytes, state: bytes) -> bool:
    """Whether `update` only deletes what is deleted in `state` already.

    Every step 2 carries all deletions its sender knows, so most of those that come back say nothing.
    """
    if update[:1] != b"\x00":
        return False
    known = read_deletes(pycrdt.get_update(state, vector_of(state)))
    return all(_covered(ranges, known.get(client, [])) for client, ranges in read_deletes(update).items())


def _covered(ranges: list[tuple[int, int]], by: list[tuple[int, int]]) -> bool:
    merged: list[tuple[int, int]] = []
    for start, end in by:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return all(any(low <= start and end <= high for low, high in merged) for start, end in ranges)


def read_vector(vector: bytes) -> dict[int, int]:
    """Client → how many of its structs are known. Raises BadFrame."""
    count, at = read_varuint(vector, 0)
    known = {}
    for _ in range(count):
        client, at = read_varuint(vector, at)
        known[client], at = read_varuint(vector, at)
    return known


def fold_updates(state: bytes | None, updates: Sequence[bytes]) -> bytes:
    """The state after `updates`, which may come in any order and more than once."""
    folding = Folding(state, updates)
    while folding.step():
        pass
    return folding.state()


def difference(state: bytes, state_vector: bytes) -> bytes:
    """What somebody with `state_vector` lacks of `state`. Raises BadFrame for bytes that are no vector."""
    if state_vector == EMPTY_STATE_VECTOR:
        return state
    try:
        return pycrdt.get_update(state, state_vector)
    except ValueError as error:
        raise BadFrame("a state vector cannot be read") from error


def vector_of(state: bytes) -> bytes:
    return EMPTY_STATE_VECTOR if state == EMPTY_UPDATE else pycrdt.get_state(state)


SNAPSHOT = Snapshot(wants=is_document, make=fold_updates)
