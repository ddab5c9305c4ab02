"""What a connected stranger could make grow, and where each ends."""

from collections import Counter

from otherside.log.limits import LOG_BYTES_MAX
from otherside.relay import frames
from otherside.relay.awareness import Cursor, write_awareness
from otherside.relay.frames import FrameKind
from otherside.relay.limits import (
    CONNECTIONS_MAX,
    CURSORS_MAX,
    DOCUMENT_BYTES_MAX,
    FAMILY_TRACKS_MAX,
    MEMBER_CONNECTIONS_MAX,
    MEMBER_TRACKS_MAX,
    MESSAGES_PER_SECOND_MAX,
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


def test_opening_and_closing_under_ever_new_names_does_not_grow_the_room(world: World) -> None:
    """Tracks outlive their readers, and their numbers are few: drawing one would never end."""
    lines = [Line(world, member, (Grant("doc:*", True), Grant("term:*", False))) for member in (1, 2, 3)]
    for line in lines:
        for n in range(200):
            for name in (f"doc:{line.session.member}-{n}", f"term:{line.session.member}-{n}"):
                line.open(name)
                line.control(type="close", track=name)
    families = Counter(name.split(":")[0] for name in world.hub.rooms[LOG].tracks)
    assert families["doc"] == families["term"] == MEMBER_TRACKS_MAX.value * 3 // 2 <= FAMILY_TRACKS_MAX.value
    lines[0].open("doc:1-0")
    assert lines[0].said("opened")[-1]["track"] == "doc:1-0"
    assert not lines[0].session.open_plain("doc:another", acks=True)


def test_one_family_of_tracks_cannot_take_the_place_of_another(world: World) -> None:
    for member in (1, 2):
        line = Line(world, member, (Grant("doc:*", True),))
        for n in range(MEMBER_TRACKS_MAX.value):
            line.open(f"doc:{member}-{n}")
            line.control(type="close", track=f"doc:{member}-{n}")
    assert len(world.hub.rooms[LOG].tracks) == FAMILY_TRACKS_MAX.value
    bob = Line(world, 3, (Grant("doc:*", True), Grant("doc:panel-*", True), Grant("notes:3", True)))
    for name in ("doc:new", "doc:panel-board", "notes:3"):
        bob.open(name)
    assert [said["track"] for said in bob.said("closed")] == ["doc:new"]
    assert [said["track"] for said in bob.said("opened")] == ["doc:panel-board", "notes:3"]


def test_a_candidate_alone_cannot_use_up_the_documents_of_a_room(world: World) -> None:
    dana, bob = Line(world, 1, (Grant("doc:*", True),)), Line(world, 2)
    for n in range(200):
        dana.open(f"doc:n{n}")
        dana.control(type="close", track=f"doc:n{n}")
    for name in ("doc:q2", "notes:2"):
        bob.open(name)
    assert [said["track"] for said in bob.said("opened")] == ["doc:q2", "notes:2"]


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
