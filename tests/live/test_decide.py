"""The rules of the hour by example, and as a machine that is given any wishes in any order."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from otherside.kernel.errors import Conflict, DomainError, Invalid, LimitReached
from otherside.live import decide, requests
from otherside.live import entries as kinds
from otherside.live.history import Hour, fold
from otherside.live.limits import PARTS_MAX
from otherside.live.outline import Part
from otherside.log.entry import NewEntry
from tests.live.test_history import ALICE, BOB, OPENED
from tests.support.live_log import PaperLog


def statement(revision: int, question: str = "lru", doc: str = "doc:q1") -> kinds.StatementShown:
    return kinds.StatementShown(doc, question, "LRU", "Text", revision)


def begun() -> PaperLog:
    log = PaperLog()
    log.add(OPENED)
    log.add(decide.begin(fold(log.entries), ALICE))
    return log


def test_nothing_before_the_lobby_and_the_message_says_what_to_do() -> None:
    with pytest.raises(Conflict, match="The interviewer opens it"):
        decide.begin(Hour(), ALICE)


def test_a_hint_waits_for_the_hour_to_begin() -> None:
    log = PaperLog()
    log.add(OPENED)
    with pytest.raises(Conflict, match="Begin it first"):
        decide.hint(fold(log.entries), ALICE, "lru", 1, "Look.", said=False)


def test_parts_cannot_be_begun_in_turn_for_ever() -> None:
    log = begun()
    hour = fold(log.entries)
    one, two = (Part(name, "problem", name.title(), 20, None) for name in ("one", "two"))
    for number in range(int(PARTS_MAX)):
        log.add(decide.begin_segment(hour, ALICE, (one, two)[number % 2], 1))
        hour = fold(log.entries[-1:], hour)
    with pytest.raises(LimitReached, match="parts begun"):
        decide.begin_segment(hour, ALICE, one, 1)


@pytest.mark.parametrize("wish", [requests.HintWish, requests.FactWish, requests.ProbeWish, requests.RunWish])
def test_a_name_too_long_is_refused_before_it_is_looked_at(wish: type) -> None:
    first = wish.__struct_encode_fields__[0]
    with pytest.raises(Invalid, match=rf"length <= 200 - at `\$\.{first}`"):
        requests.read(msgspec.json.encode({first: "x" * 201}), wish)


def test_escalations_come_one_after_the_other_and_after_the_problem() -> None:
    log = begun()
    with pytest.raises(Conflict, match="Show the problem first"):
        decide.show_statement(fold(log.entries), ALICE, statement(1))
    log.add(decide.show_statement(fold(log.entries), ALICE, statement(0)))
    with pytest.raises(Conflict, match="builds on the escalation before"):
        decide.show_statement(fold(log.entries), ALICE, statement(2))
    log.add(decide.show_statement(fold(log.entries), ALICE, statement(1)))
    log.add(decide.show_statement(fold(log.entries), ALICE, statement(2)))
    assert decide.show_statement(fold(log.entries), ALICE, statement(2)) is None
    assert fold(log.entries).revision_of("doc:q1") == 2


def test_a_hint_that_was_said_may_still_be_shown_but_not_twice() -> None:
    log = begun()
    said = decide.hint(fold(log.entries), ALICE, "lru", 1, "Look.", said=True)
    assert said is not None
    assert said.track == "help"
    log.add(said)
    shown = decide.hint(fold(log.entries), BOB, "lru", 1, "Look.", said=False)
    assert shown is not None
    assert shown.track == "hint"
    log.add(shown)
    assert decide.hint(fold(log.entries), ALICE, "lru", 1, "Look.", said=True) is None
    assert decide.hint(fold(log.entries), ALICE, "lru", 1, "Look.", said=False) is None


def test_improvised_hints_are_each_their_own_and_never_empty() -> None:
    log = begun()
    for _ in range(2):
        log.add(decide.hint(fold(log.entries), ALICE, "lru", None, " Think of a map. ", said=True))
    assert [h.text for h in fold(log.entries).help] == ["Think of a map."] * 2
    with pytest.raises(Invalid, match="empty"):
        decide.hint(fold(log.entries), ALICE, "lru", None, "  ", said=True)


def test_a_mark_is_backdated_but_not_before_the_lobby_and_not_ahead() -> None:
    log = begun()
    entry = decide.mark(fold(log.entries), BOB, "flag", "", now_ms=5_000, back_ms=20_000)
    assert entry.track == f"mark:{BOB}"
    log.add(entry)
    assert fold(log.entries).marks[0].of_ms == 0
    with pytest.raises(Invalid, match="negative"):
        decide.mark(fold(log.entries), BOB, "flag", "", now_ms=5_000, back_ms=-1)


def test_each_problem_has_a_document_of_its_own() -> None:
    log = begun()
    assert decide.doc_for(fold(log.entries), "lru", "doc:q2") == "doc:q2"
    log.add(decide.show_statement(fold(log.entries), ALICE, statement(0, doc="doc:q2")))
    assert decide.doc_for(fold(log.entries), "lru", "doc:q1") == "doc:q2"
    assert decide.doc_for(fold(log.entries), "sql", "doc:q2") == "doc:q1"
    assert decide.doc_for(fold(log.entries), "sql", None) == "doc:q1"


def test_texts_end_somewhere() -> None:
    log = begun()
    with pytest.raises(LimitReached, match="2000"):
        decide.mark(fold(log.entries), ALICE, "good", "x" * 2001, now_ms=0, back_ms=0)
    with pytest.raises(LimitReached, match="60"):
        decide.check_late(61, "")
    with pytest.raises(Invalid, match="at least 1"):
        decide.check_late(0, "")


members = st.sampled_from([ALICE, BOB])
questions = st.sampled_from(["lru", "sql"])


class AnyHour(RuleBasedStateMachine):
    """Whatever is wished for in whatever order: what the log says stays an hour that could have happened."""

    @initialize()
    def lobby(self) -> None:
        self.log = PaperLog()
        self.log.add(OPENED)
        self.hour = fold(self.log.entries)

    def wish(self, decided: Callable[[Hour], NewEntry | Sequence[NewEntry] | None]) -> None:
        self.log.now_ms += 1_000
        try:
            entries = listed(decided(self.hour))
        except DomainError:
            return
        assert self.hour.ended_ms is None or not entries
        for entry in entries:
            self.log.add(entry)
        if entries:
            self.hour = fold(self.log.entries)
        if entries and not each_its_own(entries[0]):
            assert not listed(decided(self.hour)), f"{entries[0].kind} again is no harm"

    @rule(actor=members)
    def begin(self, actor: int) -> None:
        self.wish(lambda hour: decide.begin(hour, actor))

    @rule(actor=members)
    def end(self, actor: int) -> None:
        self.wish(lambda hour: decide.end(hour, actor))

    @rule(actor=members, part=st.sampled_from(["s1", "s2", "s3"]))
    def segment(self, actor: int, part: str) -> None:
        self.wish(
            lambda hour: decide.begin_segment(hour, actor, Part(part, "part", "A problem", 20, None), 1)
        )

    @rule(actor=members)
    def pause(self, actor: int) -> None:
        self.wish(lambda hour: decide.pause(hour, actor, "A call"))

    @rule(actor=members)
    def resume(self, actor: int) -> None:
        self.wish(lambda hour: decide.resume(hour, actor))

    @rule(actor=members, question=questions, revision=st.integers(-1, 3))
    def show(self, actor: int, question: str, revision: int) -> None:
        def decided(hour: Hour) -> NewEntry | None:
            doc = decide.doc_for(hour, question, None)
            return decide.show_statement(hour, actor, statement(revision, question, doc))

        self.wish(decided)

    @rule(actor=members, question=questions, step=st.one_of(st.none(), st.integers(1, 4)), said=st.booleans())
    def hint(self, actor: int, question: str, step: int | None, said: bool) -> None:
        self.wish(lambda hour: decide.hint(hour, actor, question, step, "Look again.", said=said))

    @rule(actor=members, question=questions, fact=st.sampled_from(["a", "b"]), said=st.booleans())
    def fact(self, actor: int, question: str, fact: str, said: bool) -> None:
        self.wish(lambda hour: decide.clarify(hour, actor, question, fact, "Yes.", said=said))

    @rule(actor=members, question=questions, choice=st.sampled_from(["", "c1", "c2"]), said=st.booleans())
    def challenge(self, actor: int, question: str, choice: str, said: bool) -> None:
        self.wish(lambda hour: decide.challenge(hour, actor, question, choice, "", "Why so?", said=said))

    @rule(actor=members, question=questions, revision=st.integers(-1, 3))
    def say(self, actor: int, question: str, revision: int) -> None:
        self.wish(lambda hour: decide.say_statement(hour, actor, question, revision, "Harder now."))

    @rule(actor=members, question=questions)
    def choice(self, actor: int, question: str) -> None:
        self.wish(lambda hour: decide.choice(hour, actor, question, "said", "A heap"))

    @rule(
        actor=members,
        choice=st.sampled_from(["c1", "c2"]),
        state=st.sampled_from(["challenged", "waived"]),
    )
    def settle(self, actor: int, choice: str, state: str) -> None:
        self.wish(lambda hour: decide.settle_choice(hour, actor, choice, state))

    @rule(actor=members, asked=st.sampled_from(["", "a1", "a2"]), answered=st.booleans())
    def asks(self, actor: int, asked: str, answered: bool) -> None:
        self.wish(lambda hour: decide.candidate_asks(hour, actor, asked, "On call?", answered=answered))

    @rule(actor=members, name=st.sampled_from(["explain", "tidy", "review", "disagree"]), on=st.booleans())
    def moment(self, actor: int, name: str, on: bool) -> None:
        self.wish(lambda hour: decide.moment(hour, actor, name, "", 120, on=on))

    @rule(actor=members, minutes=st.one_of(st.none(), st.integers(-5, 60)))
    def end_by(self, actor: int, minutes: int | None) -> None:
        ends = None if minutes is None else self.log.now_ms + minutes * 60_000
        self.wish(lambda hour: decide.end_by(hour, actor, ends, now_ms=self.log.now_ms))

    @rule(actor=members)
    def heard(self, actor: int) -> None:
        self.wish(lambda hour: decide.heard(hour, actor))

    @rule(actor=members, apology=st.booleans())
    def lateness(self, actor: int, apology: bool) -> None:
        self.wish(lambda hour: decide.lateness(hour, actor, "technical", "", apology=apology))

    @rule()
    def trouble(self) -> None:
        self.wish(lambda hour: decide.trouble(hour, 3, "No sound"))

    @rule(actor=members, back_ms=st.integers(0, 100_000))
    def mark(self, actor: int, back_ms: int) -> None:
        self.wish(lambda hour: decide.mark(hour, actor, "good", "", now_ms=self.log.now_ms, back_ms=back_ms))

    @rule(actor=members)
    def probe(self, actor: int) -> None:
        self.wish(lambda hour: decide.probe(hour, actor, "p1", "asked", ""))

    @invariant()
    def it_could_have_happened(self) -> None:
        kinds_in_order = [entry.kind for entry in self.log.entries]
        assert kinds_in_order.count("hour.begun") <= 1
        assert kinds_in_order.count("hour.ended") <= 1
        if "hour.ended" in kinds_in_order:
            assert kinds_in_order[-1] == "hour.ended"
        early = (
            kinds_in_order[: kinds_in_order.index("hour.begun")]
            if "hour.begun" in kinds_in_order
            else kinds_in_order
        )
        assert set(early) <= IN_THE_LOBBY
        clock = [kind for kind in kinds_in_order if kind.startswith("clock.")]
        assert all(kind == ("clock.paused", "clock.resumed")[n % 2] for n, kind in enumerate(clock))
        hour = self.hour
        assert 0 <= hour.paused_ms(self.log.now_ms) <= self.log.now_ms
        assert len({shown.doc for shown in hour.statements}) == len(
            {shown.question for shown in hour.statements}
        )

    @invariant()
    def the_candidate_reads_nothing_of_the_panels(self) -> None:
        for entry in self.log.entries:
            if entry.track in {"outline", "hint"}:
                assert entry.kind in READ_BY_ALL
                assert b"disagree" not in entry.body

    @invariant()
    def one_moment_at_a_time(self) -> None:
        hour = self.hour
        assert sum(moment.to_ms is None for moment in hour.moments) <= 1


IN_THE_LOBBY = {
    "hour.opened", "mark.set", "probe.set", "asked.noted", "end.set", "warmup.heard", "lateness.noted", "trouble.told",
}  # fmt: skip
READ_BY_ALL = {
    "hour.opened", "hour.begun", "hour.ended", "segment.begun", "statement.shown", "clock.paused", "clock.resumed",
    "hint.shown", "clarification.shown", "challenge.shown", "moment.begun", "moment.ended", "warmup.heard",
}  # fmt: skip


def listed(decided: NewEntry | Sequence[NewEntry] | None) -> Sequence[NewEntry]:
    return [decided] if isinstance(decided, NewEntry) else list(decided or ())


def each_its_own(entry: NewEntry) -> bool:
    """Saying it twice means two of them."""
    improvised = entry.kind in {"hint.shown", "help.said"} and b'"step":null' in entry.body
    new_question = entry.kind == "asked.noted" and b'"answered":' in entry.body
    kinds_of_many = {"mark.set", "probe.set", "choice.noted", "trouble.told", "solution.asked"}
    return improvised or new_question or entry.kind in kinds_of_many


AnyHour.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestAnyHour = AnyHour.TestCase


def test_turning_running_on_and_off_is_limited_and_silences_nobody() -> None:
    hour = Hour(opened_at=datetime(2026, 6, 10, 15, 0, tzinfo=UTC), begun_ms=0, running_changes=40)
    with pytest.raises(LimitReached, match="running stays as it is"):
        decide.running(hour, 3, on=False)
    assert decide.pause(replace(hour, remarks=10**6), 1, "sound", "trouble") is not None
