"""The one who gives out numbers: seq, time and link of every entry of the interviews that one owner writes.

`pack` decides and does no I/O; `commit` makes it durable. Nobody may be told a number before `commit`
returned, and after a failed commit every head is forgotten and read anew, so a number that was lost is used
again.
"""

import secrets
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

import msgspec

from otherside.kernel.errors import Conflict, DomainError, Invalid, LimitReached
from otherside.log.entry import NewEntry, Receipt
from otherside.log.journal import JournalIndex, Tear, read_book
from otherside.log.limits import APPEND_ENTRIES_MAX, BODY_BYTES_MAX, ONCE_CHARACTERS_MAX, step_of
from otherside.log.record import HEAD_BACK, HEAD_FRONT, MERGED, SALT_BYTES, SEQ, SIZE, pads_of, read_head
from otherside.log.section import CONTENT, write_section
from otherside.log.store import Book, Erased, OwnedElsewhere, Owner, Store
from otherside.log.track import is_track, matches


class Stale(Conflict):
    """What was decided rests on a log that has moved on. Read it again and decide again."""

    code = "stale"


class Head:
    """Where the log of one interview ends, kept by the owner while it writes it."""

    __slots__ = (
        "at_ms", "book", "bytes", "link", "log_id", "next_seq", "once", "opened_ms", "pads", "tears",
        "tracks",
    )  # fmt: skip

    def __init__(self, book: Book) -> None:
        assert book.mac_key is not None, "an erased log has no head"
        self.book = book.key
        self.log_id = book.log_id
        self.pads = pads_of(book.mac_key)
        self.opened_ms = book.opened_ms
        self.next_seq = book.folded_seq
        self.link = book.folded_link
        self.at_ms = book.folded_ms
        self.bytes = book.folded_bytes
        self.tracks: dict[str, int] = {}
        self.once: dict[str, Receipt] = {}
        self.tears: tuple[Tear, ...] = ()


@dataclass(frozen=True, slots=True)
class Append:
    """What somebody wants written together. See `relay.client.append` for `once`, `after` and `of`."""

    entries: tuple[NewEntry, ...]
    once: str | None = None
    after: int | None = None
    of: tuple[str, ...] | None = None

    def __post_init__(self) -> None:
        if not self.entries:
            raise Invalid("An append needs at least one entry.")
        APPEND_ENTRIES_MAX.check(len(self.entries), "An append")
        if self.once is not None:
            ONCE_CHARACTERS_MAX.check(len(self.once), "The name that makes an append happen once")
        for entry in self.entries:
            BODY_BYTES_MAX.check(len(entry.body), f"An entry of kind {entry.kind}")
            if not is_track(entry.track) or len(entry.kind.encode()) > 255 or entry.version > 65535:
                raise Invalid(f"An entry of kind {entry.kind!r} cannot go to a track called {entry.track!r}.")


class TrackName:
    """Track and kind of entries, with the part of their heads that says so."""

    __slots__ = ("back", "kind", "name")

    def __init__(self, name: str, kind: str = "y.update", version: int = 1) -> None:
        self.name = name
        self.kind = kind
        names = (name.encode(), kind.encode())
        self.back = HEAD_BACK.pack(version, *map(len, names)) + b"".join(names)


class Update(msgspec.Struct, gc=False):
    """One keystroke on its way: the same as an Append of one entry, without what costs time.

    Nothing that it holds leads back to it, so the collector of cycles need not look at it.
    """

    head: Head
    now_ms: int
    actor: int
    track: TrackName
    flags: int
    body: bytes
    token: object


@dataclass(slots=True)
class Item:
    """An append on its way. `answer` is there once it was packed, and counts once it was committed."""

    head: Head
    now_ms: int
    append: Append
    answer: Receipt | DomainError | None = None
    seqs: range = field(default_factory=lambda: range(0))
    at_ms: int = 0


class _Draft:
    """The section being written for one head."""

    __slots__ = ("first_seq", "link_before", "parts", "receipts")

    def __init__(self, head: Head) -> None:
        self.first_seq = head.next_seq
        self.link_before = head.link
        self.parts: list[bytes] = []
        self.receipts: list[tuple[str, Receipt]] = []


@dataclass(frozen=True, slots=True)
class Packed:
    contents: bytes
    blob: bytes


class Sequencer:
    """`clock` gives UTC milliseconds. One thread claims, commits and releases; another may pack, which
    touches nothing but the heads that it was given.
    """

    def __init__(
        self, store: Store, owner: Owner, clock: Callable[[], int], index: JournalIndex | None = None
    ) -> None:
        self.store = store
        self.owner = owner
        self.clock = clock
        self.index = index or JournalIndex(store)
        self.heads: dict[str, Head] = {}

    def claim(self, log_ids: Collection[str]) -> dict[str, Head | DomainError]:
        """The heads of these interviews, which this owner writes from now on; or why one cannot be had."""
        answers: dict[str, Head | DomainError] = {}
        wanted = [log_id for log_id in dict.fromkeys(log_ids) if log_id not in self.heads]
        if wanted:
            for log_id, book in zip(wanted, self.store.claim(self.owner, wanted), strict=True):
                if isinstance(book, OwnedElsewhere | Erased):
                    answers[log_id] = book
                else:
                    self.heads[log_id] = self._read_head(log_id)
        for log_id in log_ids:
            if log_id in self.heads:
                answers[log_id] = self.heads[log_id]
        return answers

    def _read_head(self, log_id: str) -> Head:
        found = read_book(self.store, self.index, log_id)
        assert found is not None, "it was claimed"
        book, tail = found
        head = Head(book)
        if book.folded_seq:
            head.tracks = self.store.chunk_tracks(book.key)
            head.once = self.store.receipts(book.key)
        head.tears = tail.tears
        for section in tail.sections:
            head.opened_ms = section.opened_ms
            head.next_seq, head.link = section.next_seq, section.link_after
            head.once.update(section.receipts)
            for seq, record in enumerate(section.records, start=section.first_seq):
                head.at_ms, _, _, _, track, _, _ = read_head(record.head, 0)
                head.tracks[track] = seq
                head.bytes += len(record.body or b"")
        return head

    def pack(self, batch: Iterable[Update | Item]) -> Packed | None:
        """Numbers, times and links for `batch`, in its order; None where nothing of it is to be written.

        Every Item gets its `answer`. An Update is always written: its limits were checked on arrival.
        """
        drafts: dict[Head, _Draft] = {}
        batch = list(batch)
        salts = secrets.token_bytes(SALT_BYTES * sum(_size(item) for item in batch))
        at = 0
        for item in batch:
            head = item.head
            draft = drafts.get(head)
            if draft is None:
                draft = drafts[head] = _Draft(head)
            if type(item) is Update:
                salt = salts[at : at + SALT_BYTES]
                _add(head, draft, item.now_ms, item.actor, item.flags, item.track, item.body, salt)
                at += SALT_BYTES
            elif isinstance(item, Item):
                at = self._pack_item(item, draft, salts, at)
        return _seal(drafts)

    def _pack_item(self, item: Item, draft: _Draft, salts: bytes, at: int) -> int:
        head, append = item.head, item.append
        answer = _decide(head, append)
        if answer is not None:
            item.answer = answer
            return at
        first = head.next_seq
        for entry in append.entries:
            flags = MERGED if entry.merged else 0
            name = TrackName(entry.track, entry.kind, entry.version)
            _add(head, draft, item.now_ms, entry.actor, flags, name, entry.body, salts[at : at + SALT_BYTES])
            at += SALT_BYTES
        item.answer = Receipt(first, head.next_seq - 1, head.at_ms)
        item.seqs, item.at_ms = range(first, head.next_seq), head.at_ms
        if append.once is not None:
            head.once[append.once] = item.answer
            draft.receipts.append((append.once, item.answer))
        return at

    def commit(self, packed: Packed) -> int:
        """Makes it durable. Whatever goes wrong, the heads are then read anew: nothing was told of them
        yet.
        """
        try:
            return self.store.commit(self.owner, self.clock(), packed.contents, packed.blob)
        except BaseException:
            self.forget()
            raise

    def forget(self) -> None:
        """All heads: what was packed for them is not to be written any more."""
        self.heads.clear()

    def write(self, log_id: str, append: Append) -> tuple[Head, Item]:
        """Claim, pack and commit of one append at once. Raises what is wrong with it."""
        head = self.claim([log_id])[log_id]
        if isinstance(head, DomainError):
            raise head
        item = Item(head, self.clock(), append)
        packed = self.pack([item])
        if isinstance(item.answer, DomainError):
            raise item.answer
        if packed is not None:
            self.commit(packed)
        return head, item

    def release(self, log_ids: Sequence[str]) -> None:
        """Gives these interviews back. Nothing of them may be packed and not committed."""
        for log_id in log_ids:
            self.heads.pop(log_id, None)
        self.store.release(self.owner, log_ids)


def _add(
    head: Head,
    draft: _Draft,
    now_ms: int,
    actor: int,
    flags: int,
    name: TrackName,
    body: bytes,
    salt: bytes,
) -> None:
    """One entry: its number, its time, its link. Once a keystroke, so without a detour."""
    seq = head.next_seq
    if seq == 0:
        head.opened_ms = now_ms
    at_ms = now_ms - head.opened_ms
    if at_ms < head.at_ms:
        at_ms = head.at_ms
    else:
        head.at_ms = at_ms
    inner, outer = head.pads
    mac = sha256(outer + sha256(inner + salt + body).digest()).digest()  # HMAC, RFC 2104
    raw = HEAD_FRONT.pack(at_ms, actor, flags) + name.back
    head.link = sha256(head.link + SEQ.pack(seq) + raw + mac).digest()
    head.next_seq = seq + 1
    size = len(body)
    head.bytes += size
    head.tracks[name.name] = seq
    draft.parts += (raw, SIZE.pack(size), salt, mac, body)


def _seal(drafts: dict[Head, _Draft]) -> Packed | None:
    contents, sections = [], []
    for head, draft in drafts.items():
        count = head.next_seq - draft.first_seq
        if not count:
            continue
        section = write_section(
            draft.first_seq, head.opened_ms, draft.link_before, head.link, count, draft.parts, draft.receipts
        )
        contents.append(CONTENT.pack(head.book, len(section), count))
        sections.append(section)
    return Packed(b"".join(contents), b"".join(sections)) if sections else None


def _size(item: Update | Item) -> int:
    return len(item.append.entries) if isinstance(item, Item) else 1


def _decide(head: Head, append: Append) -> Receipt | DomainError | None:
    """The receipt of an earlier time, a refusal, or None: write it."""
    if append.once is not None:
        known = head.once.get(append.once)
        if known is not None:
            return Receipt(known.first_seq, known.last_seq, known.at_ms, repeated=True)
    if append.after is not None:
        patterns = append.of if append.of is not None else tuple({entry.track for entry in append.entries})
        later = [
            f"{track} at {seq}"
            for track, seq in head.tracks.items()
            if seq > append.after and any(matches(pattern, track) for pattern in patterns)
        ]
        if later:
            return Stale(
                f"Decided on entry {append.after}, but the log has gone on ({', '.join(later)}). "
                f"Read it again."
            )
    return full(head, sum(len(entry.body) for entry in append.entries), append.entries[0].track)


def full(head: Head, size: int, track: str) -> LimitReached | None:
    """The refusal where `size` more bytes on `track` would pass its step of the log's size, or None."""
    most, what = step_of(track)
    if head.bytes + size <= most:
        return None
    return LimitReached(
        f"{what} are not recorded any more: the interview's log has {head.bytes} bytes, "
        f"and {track} stops at {most}."
    )
