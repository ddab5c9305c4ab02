"""What a connected stranger could make grow, and where each ends."""

import pytest

from otherside.kernel.limits import Limit
from otherside.log.limits import LOG_BYTES_MAX
from otherside.relay import frames
from otherside.relay.awareness import Cursor, write_awareness
from otherside.relay.frames import FrameKind
from otherside.relay.limits import (
    CONNECTIONS_MAX,
    CURSORS_MAX,
    DOCUMENT_BYTES_MAX,
    DOCUMENTS_MAX,
    MEMBER_CONNECTIONS_MAX,
    MESSAGES_PER_SECOND_MAX,
    ROOM_TRACKS_MAX,
    TRACKS_MAX,
)
from otherside.relay.ticket import Grant
from tests.relay.test_hub import EXAMPLES, PAD, UPDATE, stored
from tests.relay.world import LOG, Line, World


def test_one_connection_moves_only_so_many_cursors(world: World) -> None:
    dana, bob = Line(world, 1), Line(world, 2)
    for line in (dana, bob):
        line.open(PAD)
    for client in range(1, CURSORS_MAX.value + 20):
        dana.send(PAD, frames.awareness_message(write_awareness([Cursor(client, 1, b"{}")])))
    document = world.hub.rooms[LOG].tracks[PAD].document
    assert document is not None
    assert len(document.cursors) == CURSORS_MAX.value
    assert len(bob.bodies(PAD, FrameKind.AWARENESS)) == CURSORS_MAX.value


def test_limits_of_a_room(world: World) -> None:
    full = [Line(world, 1) for _ in range(int(MEMBER_CONNECTIONS_MAX) + 1)]
    assert full[-1].closed is not None
    assert full[-1].closed[0] == 4503
    others = [Line(world, member) for member in range(2, int(CONNECTIONS_MAX) + 2)]
    assert others[-1].closed is not None
    alice = full[0]
    for n in range(int(TRACKS_MAX) + 1):
        alice.open(f"doc:n{n}")
    assert alice.said("closed")[-1]["code"] == "limit-reached"


@pytest.mark.parametrize(("prefix", "most"), [("doc:", DOCUMENTS_MAX), ("term:", ROOM_TRACKS_MAX)])
def test_opening_and_closing_under_ever_new_names_does_not_grow_the_room(
    world: World, prefix: str, most: Limit
) -> None:
    """Tracks outlive their readers, and their numbers are few: drawing one would never end."""
    dana = Line(world, 1, (Grant("doc:*", True), Grant("term:*", False)))
    for n in range(most.value + 100):
        dana.open(f"{prefix}{n}")
        dana.control(type="close", track=f"{prefix}{n}")
    assert len(dana.said("closed")) >= 100
    assert len(world.hub.rooms[LOG].tracks) <= most.value
    dana.open(f"{prefix}0")
    assert dana.said("opened")[-1]["track"] == f"{prefix}0"
    assert not dana.session.open_plain("doc:another", acks=True)


def test_limits_of_documents_and_of_the_log(world: World) -> None:
    alice = Line(world, 1)
    alice.open(PAD)
    document = world.hub.rooms[LOG].tracks[PAD].document
    assert document is not None
    document.size = int(DOCUMENT_BYTES_MAX)
    alice.send(PAD, UPDATE)
    assert "relay" not in str(alice.said("refused")[0]["message"])
    assert "limit of 8388608" in str(alice.said("refused")[0]["message"])
    document.size = 0
    head = world.hub.rooms[LOG].head
    assert head is not None
    head.bytes = int(LOG_BYTES_MAX)
    alice.send(PAD, UPDATE)
    assert "The shared documents are not recorded any more" in str(alice.said("refused")[1]["message"])
    world.settle()
    assert alice.settled == 2
    assert stored(world, PAD) == []


def test_who_talks_too_much_is_closed(world: World) -> None:
    alice = Line(world, 1)
    alice.open(PAD)
    for _ in range(int(MESSAGES_PER_SECOND_MAX) * 10):
        alice.send(PAD, EXAMPLES[FrameKind.QUERY_AWARENESS])
    assert alice.closed is not None
    assert alice.closed[0] == 4429
