from collections.abc import Sequence

from otherside.live import decide
from otherside.live import entries as kinds
from otherside.live.history import Hour, Pause, fold
from otherside.live.outline import Part
from otherside.log.entry import Entry, NewEntry
from tests.support.live_log import PaperLog

ALICE, BOB, DANA = 1, 2, 3
OPENED = kinds.HOUR_OPENED.new(
    kinds.HourOpened("2026-06-10T14:00:00+00:00", 60), track=kinds.OUTLINE, actor=ALICE
)


def first(entries: Sequence[NewEntry]) -> NewEntry | None:
    """The one entry of a decision that makes one."""
    assert len(entries) <= 1
    return entries[0] if entries else None


def told() -> PaperLog:
    """An hour by hand: opened at 0, begun at 1 min, a problem at 5, a hint at 9, a pause from 10 to 12, ended at 60."""
    log = PaperLog()
    steps = [
        (0, lambda hour: OPENED),
        (1, lambda hour: decide.begin(hour, ALICE)),
        (1, lambda hour: decide.begin_segment(hour, ALICE, Part("s1", "welcome", "Welcome", 5, None), 1)),
        (5, lambda hour: decide.begin_segment(hour, ALICE, Part("s2", "part", "A problem", 22, "doc:q1"), 2)),
        (5, lambda hour: decide.show_statement(hour, ALICE, kinds.StatementShown("doc:q1", "rate-limiter", "Rate limiter", "Text", 0))),
        (9, lambda hour: decide.hint(hour, BOB, "rate-limiter", 1, "Look at the clock.", said=True)),
        (10, lambda hour: decide.pause(hour, ALICE, "The doorbell")),
        (12, lambda hour: decide.resume(hour, ALICE)),
        (13, lambda hour: first(decide.clarify(hour, ALICE, "rate-limiter", "one-process", "Yes, one.", said=True))),
        (14, lambda hour: decide.mark(hour, BOB, "good", "Tested first", now_ms=840_000, back_ms=60_000)),
        (15, lambda hour: decide.probe(hour, ALICE, "p1", "asked", "")),
        (60, lambda hour: decide.end(hour, ALICE)),
    ]  # fmt: skip
    for minute, step in steps:
        log.now_ms = minute * 60_000
        log.add(step(fold(log.entries)))
    return log


def test_an_hour_by_hand() -> None:
    hour = fold(told().entries)
    assert hour.begun_ms == 60_000
    assert hour.ended_ms == 3_600_000
    assert [begun.title for begun in hour.segments] == ["Welcome", "A problem"]
    assert hour.current is not None
    assert hour.current.at_ms == 300_000
    assert hour.pauses == (Pause(600_000, 720_000, "The doorbell"),)
    assert hour.paused_ms(3_600_000) == 120_000
    assert hour.paused_ms(660_000) == 60_000
    assert hour.doc_of("rate-limiter") == "doc:q1"
    assert hour.question_in("doc:q1") == "rate-limiter"
    assert hour.question_in("doc:pad") is None
    assert hour.steps_given("rate-limiter") == {1}
    assert hour.facts_given("rate-limiter") == {"one-process"}
    assert hour.marks[0].of_ms == 780_000
    assert hour.probe_states() == {"p1": "asked"}
    assert not hour.is_open
    assert hour.last_seq == 11


def test_an_end_closes_an_open_pause() -> None:
    log = PaperLog()
    log.add(OPENED)
    log.add(decide.begin(fold(log.entries), ALICE))
    log.now_ms = 10
    log.add(decide.pause(fold(log.entries), ALICE, ""))
    log.now_ms = 30
    log.add(decide.end(fold(log.entries), ALICE))
    hour = fold(log.entries)
    assert not hour.is_paused
    assert hour.paused_ms(1_000) == 20


def test_folding_in_two_goes_is_folding_at_once() -> None:
    entries = told().entries
    for cut in range(len(entries) + 1):
        assert fold(entries[cut:], fold(entries[:cut])) == fold(entries)


def test_what_the_reader_may_not_see_is_simply_missing() -> None:
    seen = [entry for entry in told().entries if entry.track in {"outline", "hint"}]
    hour = fold(seen)
    assert hour.help == hour.facts == hour.marks == hour.probes == ()
    assert len(hour.statements) == 1


def test_unknown_kinds_and_redacted_entries_are_passed_over() -> None:
    strange = Entry(0, 5, 1, "outline", "tea.served", 1, b"{}")
    gone = Entry(1, 6, 1, "hint", "hint.shown", 1, b"", redacted=True)
    assert fold([strange, gone]) == Hour(last_ms=6, last_seq=1)
