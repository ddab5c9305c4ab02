"""What a room is made of when it opens: read from chunks, folded states and the journal's tail. In a
thread.
"""

from otherside.log.journal import JournalIndex
from otherside.log.read import read_entries
from otherside.log.store import Store
from otherside.relay.documents import is_document
from otherside.relay.entries import CLIENT_BOUND
from otherside.relay.frames import entry_message
from otherside.relay.room import Content


def read_content(store: Store, index: JournalIndex, log_id: str) -> Content:
    """Documents start from their folded state; of them only what came later is read."""
    content = Content()
    book = store.book(log_id)
    assert book is not None, "it was claimed"
    # Read before the journal: a state that is folded meanwhile only means that some updates come twice.
    states = store.states(book.key)
    for entry in read_entries(store, index, log_id):
        content.last_seq = entry.seq
        if is_document(entry.track):
            upto, state = states.get(entry.track, (-1, b""))
            if upto >= 0:
                content.states[entry.track] = state
            if entry.seq > upto and not entry.redacted and entry.kind == "y.update":
                content.updates.setdefault(entry.track, []).append(entry.body)
            continue
        if entry.kind == CLIENT_BOUND.name and not entry.redacted:
            bound = CLIENT_BOUND.read(entry)
            content.clients[bound.client] = bound.member
        message = entry_message(entry.at_ms, entry.actor, entry.version, entry.kind, entry.body)
        content.entries.setdefault(entry.track, []).append(message)
    return content
