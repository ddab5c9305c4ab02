"""Members in a room: what each may, hears and is told. Alice and Bob are the panel, Dana is the candidate."""

import json

import pytest

from otherside.kernel.errors import DomainError, Unavailable
from otherside.log.entry import NewEntry, Receipt
from otherside.log.read import read_entries
from otherside.log.sequencer import Append, Stale
from otherside.relay import frames
from otherside.relay.awareness import Cursor, read_awareness, write_awareness
from otherside.relay.frames import EMPTY_UPDATE, FrameKind
from otherside.relay.ticket import Grant
from tests.relay.world import LOG, Line, World, keystroke, text_of

PAD = "doc:pad"
UPDATE = frames.sync_message(frames.UPDATE, keystroke())
BODY = frames.write_varbytes(b"\x00")
EXAMPLES: dict[FrameKind, bytes] = {
    FrameKind.STEP_1: frames.sync_message(frames.STEP_1, b"\x00"),
    FrameKind.STEP_2: frames.sync_message(frames.STEP_2, keystroke()),
    FrameKind.UPDATE: UPDATE,
    FrameKind.AWARENESS: frames.awareness_message(write_awareness([Cursor(5, 1, b"{}")])),
    FrameKind.AUTH: bytes((frames.AUTH,)) + BODY,
    FrameKind.QUERY_AWARENESS: bytes((frames.QUERY_AWARENESS,)),
    FrameKind.ENTRY: frames.entry_message(0, 0, 1, "hint.shown", b"{}"),
    FrameKind.STREAM: frames.stream_message(b"x"),
    FrameKind.SETTLED: frames.settled_message(1),
    FrameKind.CONTROL: frames.control_message(b'{"type":"open","track":"notes:1"}'),
}
FROM_SERVER_ONLY = {FrameKind.AUTH, FrameKind.ENTRY, FrameKind.STREAM, FrameKind.SETTLED, FrameKind.CONTROL}


def stored(world: World, track: str | None = None) -> list[bytes]:
    world.settle()
    return [e.body for e in read_entries(world.store, world.index, LOG, tracks=[track] if track else None)]


def appended(world: World, entry: NewEntry, **how: object) -> Receipt | DomainError:
    answers: list[Receipt | DomainError] = []
    world.hub.append(LOG, Append((entry,), **how), answers.append)  # type: ignore[arg-type]
    world.settle()
    (answer,) = answers
    return answer


def test_every_kind_of_frame_has_an_example() -> None:
    assert set(EXAMPLES) == set(FrameKind), "a new kind of frame must be refused to strangers as well"


@pytest.mark.parametrize("kind", FrameKind)
@pytest.mark.parametrize("track", ["notes:1", "doc:panel-board", "mark:1", "outline"])
def test_charlie_is_refused_with_every_kind_of_frame(world: World, kind: FrameKind, track: str) -> None:
    """Charlie has a ticket for this room that opens nothing. Alice has the track open and hears nothing of it."""
    everything = (
        Grant("notes:1", True),
        Grant("doc:panel-*", True),
        Grant("mark:*", False),
        Grant("outline", False),
    )
    alice = Line(world, 1, everything)
    alice.open(track)
    heard = len(alice.heard)
    charlie = Line(world, 9, ())
    charlie.open(track)
    assert charlie.said("closed") == [
        {"type": "closed", "track": track, "code": "not-found", "message": "There is no such track for you."}
    ]
    charlie.receive(frames.write_varuint(alice.number(track)) + EXAMPLES[kind])
    assert charlie.closed is not None
    assert charlie.closed[0] == 1002
    assert alice.heard[heard:] == []
    assert stored(world, track) == []


@pytest.mark.parametrize("kind", FrameKind)
def test_a_reader_changes_nothing_with_any_kind_of_frame(world: World, kind: FrameKind) -> None:
    alice, reader = Line(world, 1), Line(world, 2, (Grant("doc:*", False),))
    alice.open(PAD)
    reader.open(PAD)
    reader.send(PAD, EXAMPLES[kind])
    assert stored(world, PAD) == []
    assert alice.bodies(PAD, FrameKind.UPDATE) == []
    assert (reader.closed is not None) is (kind in FROM_SERVER_ONLY)
    if kind in {FrameKind.UPDATE, FrameKind.STEP_2}:
        (refusal,) = reader.said("refused")
        assert (refusal["code"], refusal["frame"]) == ("read-only", 1)


@pytest.mark.parametrize("kind", sorted(FROM_SERVER_ONLY, key=lambda kind: kind.name))
def test_what_only_the_relay_says_closes(world: World, kind: FrameKind) -> None:
    alice = Line(world, 1)
    alice.open(PAD)
    alice.send(PAD, EXAMPLES[kind])
    assert alice.closed is not None


def test_a_keystroke_reaches_the_others_at_once_and_is_settled_when_durable(world: World) -> None:
    alice, dana = Line(world, 1), Line(world, 2)
    for line in (alice, dana):
        line.open(PAD)
    alice.send(PAD, UPDATE)
    assert dana.bodies(PAD, FrameKind.UPDATE) == [keystroke_of(UPDATE)]
    assert alice.bodies(PAD, FrameKind.UPDATE) == []
    world.run()
    assert alice.settled == 0
    world.settle()
    assert alice.settled == 1
    assert stored(world, PAD) == [keystroke_of(UPDATE)]


def keystroke_of(message: bytes) -> bytes:
    return frames.read_whole(message, 2)


def test_track_numbers_are_shared_and_show_no_gaps(world: World) -> None:
    alice, dana = Line(world, 1), Line(world, 2)
    for track in (PAD, "notes:1", "doc:q1"):
        alice.open(track)
    dana.open("doc:q1")
    assert dana.names == {alice.number("doc:q1"): "doc:q1"}
    assert sorted(alice.names) != [1, 2, 3]


def test_who_joins_gets_state_and_cursors(world: World) -> None:
    alice = Line(world, 1)
    alice.open(PAD)
    for letter in "abc":
        alice.send(PAD, frames.sync_message(frames.UPDATE, keystroke(letter)))
    alice.send(PAD, frames.awareness_message(write_awareness([Cursor(77, 3, b'{"cursor":1}')])))
    dana = Line(world, 2)
    dana.open(PAD)
    dana.send(PAD, EXAMPLES[FrameKind.STEP_1])
    (state,) = dana.bodies(PAD, FrameKind.STEP_2)
    assert sorted(text_of(state)) == ["a", "b", "c"]
    (cursors,) = dana.bodies(PAD, FrameKind.AWARENESS)
    (cursor,) = read_awareness(cursors)
    user = json.loads(cursor.state)["user"]
    assert (cursor.client, cursor.clock, user["name"], user["member"]) == (77, 3, "Member 1", 1)


def test_a_long_document_is_folded_in_slices(world: World) -> None:
    alice = Line(world, 1)
    alice.open(PAD)
    for _ in range(700):
        alice.send(PAD, frames.sync_message(frames.UPDATE, keystroke("x")))
        alice.session.budget = 1000
    dana = Line(world, 2)
    dana.open(PAD)
    dana.send(PAD, EXAMPLES[FrameKind.STEP_1])
    assert dana.bodies(PAD, FrameKind.STEP_2) == []
    alice.send(PAD, frames.sync_message(frames.UPDATE, keystroke("y")))  # meanwhile
    world.run()
    (state,) = dana.bodies(PAD, FrameKind.STEP_2)
    assert text_of(state, *dana.bodies(PAD, FrameKind.UPDATE)).count("x") == 700


def test_cursors_cannot_be_impersonated_and_vanish_with_their_line(world: World) -> None:
    alice, dana = Line(world, 1), Line(world, 2)
    for line in (alice, dana):
        line.open(PAD)
    alice.send(PAD, frames.awareness_message(write_awareness([Cursor(77, 1, b"{}")])))
    dana.send(PAD, frames.awareness_message(write_awareness([Cursor(77, 9, b'{"user":{"name":"Alice"}}')])))
    assert alice.bodies(PAD, FrameKind.AWARENESS) == []
    alice.leave()
    last = read_awareness(dana.bodies(PAD, FrameKind.AWARENESS)[-1])
    assert [(c.client, c.state) for c in last] == [(77, b"null")]


def test_updates_of_others_pass_and_are_marked(world: World) -> None:
    alice, dana = Line(world, 1), Line(world, 2)
    for line in (alice, dana):
        line.open(PAD)
    of_alice = keystroke("a", client=4711)
    alice.send(PAD, frames.sync_message(frames.UPDATE, of_alice))
    dana.send(PAD, frames.sync_message(frames.UPDATE, of_alice))
    dana.send(PAD, frames.sync_message(frames.STEP_2, keystroke("b", client=4712)))
    world.settle()
    got = read_entries(world.store, world.index, LOG, tracks=[PAD])
    assert [(e.actor, e.merged) for e in got] == [(1, False), (2, True), (2, True)]
    bound = [json.loads(body) for body in stored(world, "presence") if b"client" in body]
    assert [(b["member"], b["client"]) for b in bound] == [(1, 4711), (2, 4712)]


def test_the_empty_answer_of_somebody_who_has_nothing_is_not_written(world: World) -> None:
    alice = Line(world, 1)
    alice.open(PAD)
    alice.send(PAD, frames.sync_message(frames.STEP_2, EMPTY_UPDATE))
    assert stored(world, PAD) == []
    assert alice.settled == 0


def test_bytes_that_are_no_update_close_and_are_not_written(world: World) -> None:
    alice = Line(world, 1)
    alice.open(PAD)
    alice.send(PAD, frames.sync_message(frames.UPDATE, b"\x01\x01\x01"))
    assert alice.closed is not None
    assert alice.closed[0] == 1007
    assert stored(world, PAD) == []


def test_entries_come_after_their_commit_and_once(world: World) -> None:
    alice = Line(world, 1)
    alice.open("outline")
    receipt = appended(world, NewEntry(0, "outline", "hour.begun", 1, b"{}"), once="begin")
    assert isinstance(receipt, Receipt)
    again = appended(world, NewEntry(0, "outline", "hour.begun", 1, b"{}"), once="begin")
    assert isinstance(again, Receipt)
    assert (receipt.repeated, again.repeated) == (False, True)
    assert len(alice.bodies("outline", FrameKind.ENTRY)) == 1
    bob = Line(world, 2)
    bob.open("outline", have=0)
    assert len(bob.bodies("outline", FrameKind.ENTRY)) == 1
    late = Line(world, 3)
    late.open("outline", have=1)
    assert late.bodies("outline", FrameKind.ENTRY) == []
    confused = Line(world, 4)
    confused.open("outline", have=7)
    assert confused.said("opened")[0]["have"] == 0
    assert len(confused.bodies("outline", FrameKind.ENTRY)) == 1


def test_starter_text_reaches_who_is_there_and_who_comes(world: World) -> None:
    alice = Line(world, 1)
    alice.open(PAD)
    starter = NewEntry(0, PAD, "y.update", 1, keystroke("def main"))
    assert isinstance(appended(world, starter, once="starter"), Receipt)
    appended(world, starter, once="starter")
    assert alice.bodies(PAD, FrameKind.UPDATE) == [starter.body]
    world.kill()
    dana = Line(world, 2)
    dana.open(PAD)
    dana.send(PAD, EXAMPLES[FrameKind.STEP_1])
    assert text_of(*dana.bodies(PAD, FrameKind.STEP_2)) == "def main"


def test_stale_and_unreachable_appends_say_so(world: World) -> None:
    entry = NewEntry(0, "outline", "hour.begun", 1, b"{}")
    appended(world, entry)
    assert isinstance(appended(world, entry, after=-1), Stale)
    world.hub.stopping = True
    answers: list[object] = []
    world.hub.append(LOG, Append((entry,)), answers.append)
    (answer,) = answers
    assert isinstance(answer, Unavailable)
    assert str(answer).startswith("Not saved")


def test_presence_is_written_once_a_member(world: World) -> None:
    first, second = Line(world, 1), Line(world, 1)
    first.leave()
    assert world.hub.present(LOG) == {1}
    second.leave()
    assert world.hub.present(LOG) == frozenset()
    assert stored(world, "presence") == [b'{"member":1}', b'{"member":1}']


def test_new_grants_count_from_the_next_frame_on(world: World) -> None:
    dana, alice = Line(world, 1), Line(world, 2)
    for line in (dana, alice):
        line.open(PAD)
    dana.open("outline")
    number = dana.number(PAD)
    world.hub.regrant(LOG, 1, (Grant("doc:*", False), Grant("mark:2", False)))
    assert [c["track"] for c in dana.said("closed")] == ["outline"]
    assert dana.said("rights") == [{"type": "rights", "track": PAD, "write": False}]
    dana.send(PAD, UPDATE)
    dana.open("mark:2")
    assert dana.said("opened")[-1]["track"] == "mark:2"
    world.hub.regrant(LOG, 1, ())
    dana.receive(frames.write_varuint(number) + UPDATE)  # it was on its way
    world.settle()
    assert dana.closed is None
    assert dana.settled == 2
    assert [r["code"] for r in dana.said("refused")] == ["read-only", "not-allowed"]
    assert stored(world, PAD) == []


def test_a_removed_member_is_told_and_gone(world: World) -> None:
    dana = Line(world, 1)
    world.hub.close_member(LOG, 1, "The interviewer ended the hour.")
    assert dana.closed == (4410, "The interviewer ended the hour.")
    assert world.hub.present(LOG) == frozenset()


def test_streams_reach_readers_and_are_not_kept(world: World) -> None:
    alice, dana = Line(world, 1, (Grant("run", False),)), Line(world, 2, (Grant("doc:*", True),))
    alice.open("run")
    dana.open("run")
    world.hub.publish(LOG, "run", b"hello")
    world.hub.publish("nobody-is-here", "run", b"hello")
    assert alice.bodies("run", FrameKind.STREAM) == [b"hello"]
    assert dana.heard == []
    assert stored(world, "run") == []


def test_silent_lines_are_dropped_and_quiet_ones_kept_alive(world: World) -> None:
    alice = Line(world, 1)
    for _ in range(24):
        world.hub.tick()
    assert alice.said("time")
    for _ in range(12 * 8):
        world.hub.tick()
    assert alice.closed is not None
    assert alice.closed[0] == 4500


def test_an_empty_room_is_freed_and_opens_again(world: World) -> None:
    alice = Line(world, 1)
    alice.open(PAD)
    alice.send(PAD, UPDATE)
    alice.leave()
    world.settle()
    for _ in range(3):
        world.clock.ms += 15_000
        world.hub.tick()
        world.settle()
    assert world.hub.rooms == {}
    assert world.store.query("SELECT owner FROM log_book") == [(None,)]
    bob = Line(world, 2)
    bob.open(PAD)
    bob.send(PAD, EXAMPLES[FrameKind.STEP_1])
    assert text_of(*bob.bodies(PAD, FrameKind.STEP_2)) == "x"


def test_after_a_failed_commit_everybody_is_sent_away_and_nothing_was_promised(world: World) -> None:
    alice = Line(world, 1)
    alice.open(PAD)
    world.settle()
    alice.send(PAD, UPDATE)
    world.journal.fail()
    assert alice.closed == (4500, "What you typed last is not saved yet. Connecting again.")
    assert alice.settled == 0
    again = Line(world, 1)
    again.open(PAD)
    again.send(PAD, UPDATE)
    world.settle()
    assert again.settled == 1


@pytest.mark.parametrize("how", ["failed", "released"])
def test_whoever_waits_at_the_door_of_a_room_that_goes_is_sent_away(
    world: World, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    """They are in no room yet, so nobody would ever miss them: the page would say "connecting" for ever."""
    monkeypatch.setattr(world.journal, "call", lambda *_: None)  # the claim is under way
    waiting = Line(world, 1)
    answers: list[Receipt | DomainError] = []
    hint = NewEntry(1, "hint", "hint.shown", 1, b"{}")
    world.hub.append(LOG, Append((hint,)), answers.append)
    if how == "failed":
        world.journal.fail()
    else:
        world.hub.release(LOG, "The record is being erased.", lambda _: None)
    assert waiting.closed is not None
    assert waiting.closed[0] == 4500
    assert [type(answer) for answer in answers] == [Unavailable]
    assert world.hub.rooms == {}


def test_two_rooms_hear_nothing_of_each_other(world: World) -> None:
    alice, stranger = Line(world, 1), Line(world, 1, log_id="log-of-another-room000")
    for line in (alice, stranger):
        line.open(PAD)
    alice.send(PAD, UPDATE)
    assert stranger.heard == []


def test_whose_session_was_ended_comes_back_only_with_a_fresh_ticket(world: World) -> None:
    alice, again, dana = Line(world, 1), Line(world, 1), Line(world, 2)
    again.session.ticket_until_ms += 60_000  # a ticket of later
    world.hub.close_member(LOG, 1, "Your session was ended.", alice.session.ticket_until_ms)
    assert alice.closed == (4500, "Your session was ended.")
    assert again.closed is dana.closed is None
    assert world.hub.present(LOG) == {1, 2}
    world.hub.close_member(LOG, 1, "You are no longer here.")
    assert again.closed == (4410, "You are no longer here.")
