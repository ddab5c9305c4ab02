"""Numbers and times: dense, told after commit, never backwards, one owner at a time."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from otherside.kernel.errors import Invalid, LimitReached
from otherside.log.entry import NewEntry, Receipt
from otherside.log.journal import JournalIndex
from otherside.log.limits import LOG_BYTES_MAX
from otherside.log.read import read_entries, verify
from otherside.log.sequencer import Append, Item, Sequencer, Stale, Update, full
from otherside.log.store import Fenced, OwnedElsewhere, Store
from tests.log.support import LOG, OTHER, Clock, entry, say, sequencer, sqlite_store


def test_numbers_start_at_zero_and_have_no_gap(relay: Sequencer, store: Store, index: JournalIndex) -> None:
    assert [say(relay, text) for text in "abc"] == [0, 1, 2]
    assert say(relay, "x", log_id=OTHER) == 0
    assert [e.seq for e in read_entries(store, index, LOG)] == [0, 1, 2]


def test_time_counts_from_entry_0_and_never_goes_back(relay: Sequencer, clock: Clock, store: Store) -> None:
    times = []
    for step in (0, 1500, -4000, 200, 90_000):
        clock.ms += step
        _, item = relay.write(LOG, Append((entry(),)))
        times.append(item.at_ms)
    # The clock was put back by four seconds: time stands still until it has caught up.
    assert times == [0, 1500, 1500, 1500, 87_700]


def test_time_does_not_go_back_when_another_owner_takes_over(store: Store, clock: Clock) -> None:
    first = sequencer(store, clock)
    say(first, "a")
    clock.ms += 5000
    say(first, "b")
    store.let_go("relay")  # it died
    clock.ms -= 3000  # and the next machine's clock is slow
    _, item = sequencer(store, clock, "another").write(LOG, Append((entry(),)))
    assert (item.at_ms, item.seqs) == (5000, range(2, 3))


def test_an_owner_whose_epoch_moved_writes_nothing_more(
    store: Store, clock: Clock, index: JournalIndex
) -> None:
    old = sequencer(store, clock)
    say(old, "a")
    store.let_go("relay")
    new = sequencer(store, clock)
    with pytest.raises(Fenced):
        say(old, "from the grave")
    assert say(new, "b") == 1
    assert [e.body for e in read_entries(store, index, LOG)] == [entry("a").body, entry("b").body]


def test_numbers_that_were_lost_are_used_again(store: Store, clock: Clock) -> None:
    old = sequencer(store, clock)
    say(old, "a")
    head = old.heads[LOG]
    old.pack([Item(head, clock(), Append((entry("never committed"),)))])
    store.let_go("relay")
    assert say(sequencer(store, clock), "b") == 1


def test_after_a_failed_commit_the_heads_are_read_anew(
    relay: Sequencer, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(relay, "a")

    def fail(*_: object) -> int:
        raise OSError("no space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(store, "commit", fail)
        with pytest.raises(OSError, match="no space"):
            say(relay, "lost")
    assert say(relay, "b") == 1


def test_a_living_owner_is_not_robbed(store: Store, clock: Clock) -> None:
    say(sequencer(store, clock, "one"), "a")
    with pytest.raises(OwnedElsewhere, match="open in another process"):
        say(sequencer(store, clock, "two"), "b")
    with pytest.raises(OwnedElsewhere, match="running already"):
        store.register("one")


def test_once_gives_the_first_receipt_again(relay: Sequencer) -> None:
    _, first = relay.write(LOG, Append((entry(),), once="hint:lru:3"))
    _, again = relay.write(LOG, Append((entry("other words"),), once="hint:lru:3"))
    assert first.answer == Receipt(0, 0, 0)
    assert again.answer == Receipt(0, 0, 0, repeated=True)


def test_once_is_remembered_by_the_next_owner(store: Store, clock: Clock) -> None:
    say(sequencer(store, clock), "a", once="starter:doc:q1:python")
    store.let_go("relay")
    _, item = sequencer(store, clock).write(LOG, Append((entry(),), once="starter:doc:q1:python"))
    assert isinstance(item.answer, Receipt)
    assert item.answer.repeated


def test_after_refuses_what_was_decided_on_a_stale_log(relay: Sequencer) -> None:
    say(relay, "a", track="outline")
    say(relay, "typing goes on", track="doc:pad")
    relay.write(LOG, Append((entry(track="outline"),), after=0))
    with pytest.raises(Stale, match="outline at 2"):
        relay.write(LOG, Append((entry(track="outline"),), after=0))
    with pytest.raises(Stale):
        relay.write(LOG, Append((entry(track="hint"),), after=0, of=("outline", "mark:*")))
    relay.write(LOG, Append((entry(track="hint"),), after=2, of=("outline", "mark:*")))


def test_an_append_is_checked_before_it_is_on_its_way() -> None:
    with pytest.raises(Invalid):
        Append(())
    with pytest.raises(Invalid, match="cannot go to a track"):
        Append((entry(track="no such/track"),))
    with pytest.raises(LimitReached):
        Append((entry(),), once="x" * 201)
    with pytest.raises(LimitReached):
        Append((NewEntry(0, "hint", "x", 1, bytes(5 * 1024 * 1024)),))
    with pytest.raises(ValueError, match="version"):
        NewEntry(0, "hint", "x", 0, b"")


def test_a_full_log_stops_in_steps_and_says_so(relay: Sequencer) -> None:
    say(relay, "a")
    head = relay.heads[LOG]
    head.bytes = int(LOG_BYTES_MAX) * 90 // 100
    refusal = full(head, 10, "term:1")
    assert refusal is not None
    assert "What the terminal shows" in str(refusal)
    assert full(head, 10, "doc:q1") is None
    head.bytes = int(LOG_BYTES_MAX) * 97 // 100
    assert full(head, 10, "doc:q1") is not None
    assert full(head, 10, "outline") is None
    head.bytes = int(LOG_BYTES_MAX)
    with pytest.raises(LimitReached):
        say(relay, "one more")


def test_updates_and_appends_share_one_order(
    relay: Sequencer, clock: Clock, store: Store, index: JournalIndex
) -> None:
    from otherside.log.sequencer import TrackName

    head = relay.claim([LOG])[LOG]
    pad = TrackName("doc:pad")
    item = Item(head, clock(), Append((entry("b"),)))  # type: ignore[arg-type]
    packed = relay.pack(
        [Update(head, clock(), 2, pad, 0, b"a", None), item, Update(head, clock(), 2, pad, 1, b"c", None)]
    )  # type: ignore[arg-type]
    assert packed is not None
    relay.commit(packed)
    got = read_entries(store, index, LOG)
    assert [(e.track, e.merged) for e in got] == [("doc:pad", False), ("hint", False), ("doc:pad", True)]
    assert verify(store, index, LOG).holds


@settings(max_examples=15, deadline=None)
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(["say", "die", "clean stop", "lose a commit"]), st.integers(-5000, 5000)),
        max_size=15,
    )
)
def test_whatever_happens_to_owners_the_log_is_dense_and_in_time(
    steps: list[tuple[str, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    store = sqlite_store(Path(tmp_path_factory.mktemp("log")))
    clock = Clock()
    owner = sequencer(store, clock)
    said = 0
    for what, ms in steps:
        clock.ms += ms
        if what == "say":
            assert say(owner, str(said)) == said
            said += 1
        elif what == "lose a commit":
            owner.pack([Item(owner.claim([LOG])[LOG], clock(), Append((entry("lost"),)))])  # type: ignore[arg-type]
            owner.heads.clear()
        else:
            store.retire(owner.owner) if what == "clean stop" else store.let_go("relay")
            owner = sequencer(store, clock)
    got = read_entries(store, JournalIndex(store), LOG)
    assert [e.body for e in got] == [entry(str(n)).body for n in range(said)]
    assert [e.seq for e in got] == list(range(said))
    assert all(a.at_ms <= b.at_ms for a, b in pairwise(got))
    store.close()
