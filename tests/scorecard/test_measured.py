"""Facts from hours by hand and from the golden ones: figures, what is absent, what pauses do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otherside.live import decide
from otherside.rubric.edge import load_rubric
from otherside.run.entries import RunFinished
from otherside.run.tests import TestResult
from otherside.scorecard.card import read_card
from otherside.scorecard.facts import facts
from otherside.scorecard.marks import placeable
from otherside.scorecard.measured import hints_by_signal, mistakes_repeated, tidied
from otherside.scorecard.seen import seen_in
from otherside.scorecard.untested import reasons
from tests.support.hour_scripts import HOURS, script
from tests.support.hours import ALICE, QUESTION, Script

RUN_WORDS = ("Runs", "Runs to green", "Stopped with an error", "Hint to next green run", "Same mistake twice")


def told(hour: Script, **known: dict[str, int]) -> dict[str, dict[str, str]]:
    seen = seen_in(hour.entries)
    found = facts(seen.hour, seen.runs, seen.judged, member=ALICE, **known)
    return {signal: {fact.what: fact.figure for fact in listed} for signal, listed in found.items()}


def begun(name: str = "by hand") -> Script:
    hour = Script(name, "")
    return hour.at(-1).opens().at(0).begins().part("s1").at(5).part("s2").shows()


def runs(*outcomes: tuple[str, dict[str, bool]]) -> list[RunFinished]:
    return [
        RunFinished(
            run=f"r{n}", doc="doc:q1", language="python", mode="visible", files={}, stdin="",
            outcome="nonzero" if error else "ok", exit_code=0, signal=None, stdout="", stderr=error, wall_ms=1,
            cpu_ms=1, memory_bytes=1, promise="",
            tests=tuple(TestResult(name=t, passed=p, expected="", actual="") for t, p in tests.items()),
        )
        for n, (error, tests) in enumerate(outcomes)
    ]  # fmt: skip


def test_from_hint_to_progress_without_the_pause() -> None:
    hour = begun().at(8).runs(2, of=6).at(10).hint(1).at(11).pauses("trouble").at(15).resumes()
    hour.at(16).runs(2, of=6).at(17).runs(3, of=6).at(20).runs(6, of=6).ends()
    assert told(hour)["learning"] == {
        "Hint to next progress": "3 min 0 s", "Hint to next green run": "6 min 0 s", "Same mistake twice": "none",
    }  # fmt: skip


def test_a_test_that_was_mended_and_failed_again_is_a_mistake_repeated() -> None:
    hour = begun()
    stretch = runs(
        ("", {"a": False, "b": True}), ("", {"a": True, "b": True}), ("", {"a": False, "b": False})
    )
    timed = [(hour.now_ms + 60_000 * n, run) for n, run in enumerate(stretch)]
    assert mistakes_repeated(hour.hour, timed, {}) == ("a",)  # b broke, which is not the same mistake twice
    hidden = {
        r.run: (TestResult(name="edge", passed=n == 1, expected="", actual=""),)
        for n, (_, r) in enumerate(timed)
    }
    assert mistakes_repeated(hour.hour, timed, hidden) == ("a", "edge")
    assert mistakes_repeated(hour.hour, timed[:2], {}) is None


def test_an_error_that_was_gone_and_came_back_is_one_too() -> None:
    hour = begun()
    lost = "line 4\nIndexError: index 7 out of range"
    again = "line 9\nIndexError: index 9 out of range"
    timed = [(hour.now_ms + n, run) for n, run in enumerate(runs((lost, {}), ("", {}), (again, {})))]
    assert mistakes_repeated(hour.hour, timed, {}) == ("IndexError: index … out of range",)
    kept_on = [(hour.now_ms + n, run) for n, run in enumerate(runs((lost, {}), (again, {}), ("", {})))]
    assert mistakes_repeated(hour.hour, kept_on, {}) == ()


def test_what_was_tried_on_another_version_is_no_mistake_repeated() -> None:
    hour = begun().at(8).runs(5, of=6).at(9).runs(6, of=6).shows(revision=1).at(12).runs(5, of=6).ends()
    assert "Same mistake twice" not in told(hour).get("learning", {})
    assert told(hour)["adapting"] == {
        "Harder versions": "1", "Harder version to green": "not green", "Tests kept green": "5 of 6 in the first run",
    }  # fmt: skip


def test_the_tidy_up_is_measured_from_run_to_run() -> None:
    hour = begun().at(8).runs(6, of=6).at(9)
    hour.add(decide.moment(hour.hour, ALICE, "tidy", "Tidy up", 120, on=True)).at(11)
    hour.add(decide.moment(hour.hour, ALICE, "tidy", "Tidy up", 120, on=False))
    seen = seen_in(hour.entries)
    assert tidied(seen.hour, seen.runs) is None  # not run since, so not measured
    before, after = runs(("", {"a": True}), ("", {"a": True}))
    before.files["x.py"], after.files["x.py"] = "a\nb\nc\n", "a\nB\nc\nd\n"
    size = tidied(seen.hour, [(hour.now_ms - 180_000, before), (hour.now_ms - 1_000, after)])
    assert size is not None
    assert (size.came, size.went, size.green) == (2, 1, True)


def test_withheld_facts_are_so_many_of_those_the_package_has() -> None:
    hour = script("insightful-questions")
    known = told(hour, withheld={QUESTION: 5})["communication"]["Withheld facts asked for"]
    assert known.endswith(" of 5")
    assert "Withheld facts asked for" not in told(hour)["communication"]


def test_without_running_no_fact_of_runs_stands_there() -> None:
    found = told(script("without-running"))
    assert not [what for listed in found.values() for what in listed if what in RUN_WORDS]


def test_an_escalation_said_aloud_counts_as_one_shown() -> None:
    assert told(script("two-escalations"))["adapting"]["Harder versions"] == "2, 1 said"


def test_what_was_not_tested_says_why() -> None:
    hour = begun().at(8).runs(6, of=6).at(20).part("s4").at(31).ends()
    assert reasons(hour.hour) == {
        "learning": "no hint was needed", "adapting": "the task did not change",
        "design": "the second half stopped after 11 min", "depth": "no choice was challenged",
    }  # fmt: skip
    challenged = begun()
    challenged.add(decide.challenge(challenged.hour, ALICE, QUESTION, "", "", "Why a log?", said=True))
    assert reasons(challenged.hour)["depth"] == "one choice was challenged, three are needed"


def test_marks_wait_under_the_signal_of_their_kind_and_time() -> None:
    hour = begun().at(10)
    hour.add(decide.mark(hour.hour, ALICE, "good", "early", now_ms=hour.now_ms, back_ms=0))
    hour.hint(1).at(11)
    hour.add(decide.mark(hour.hour, ALICE, "good", "after help", now_ms=hour.now_ms, back_ms=0))
    hour.at(12).shows(revision=1).at(13)
    hour.add(decide.mark(hour.hour, ALICE, "concern", "after change", now_ms=hour.now_ms, back_ms=0))
    hour.add(decide.mark(hour.hour, ALICE, "answered", "held", now_ms=hour.now_ms, back_ms=0))
    found = placeable(hour.hour, ALICE, read_card({}, load_rubric()))
    assert {m.moment.label: m.likely for m in found} == {
        "early": "problem-solving", "after help": "learning", "after change": "adapting", "held": "depth",
    }  # fmt: skip


def test_hints_on_adapting_count_from_the_change_on() -> None:
    hour = begun().at(8).hint(1).at(9).hint(2).at(12).shows(revision=1).at(13)
    hour.add(decide.hint(hour.hour, ALICE, QUESTION, None, "Think of two servers.", said=True))
    assert hints_by_signal(hour.hour) == {"problem-solving": 3, "adapting": 1}


@pytest.mark.parametrize("name", HOURS)
def test_no_golden_hour_has_an_empty_figure(name: str) -> None:
    assert all(figure for listed in told(script(name)).values() for figure in listed.values())


@given(st.lists(st.lists(st.booleans(), min_size=2, max_size=2), max_size=8))
def test_a_mistake_is_repeated_only_after_it_was_mended(results: list[list[bool]]) -> None:
    hour = begun()
    made = runs(*(("", {"a": a, "b": b}) for a, b in results))
    found = mistakes_repeated(hour.hour, [(hour.now_ms + n, run) for n, run in enumerate(made)], {})
    assert (found is None) == (len(results) < 3)
    for place, name in enumerate("ab"):
        went = "".join("+" if result[place] else "-" for result in results)
        expected = "-" in went and "+" in went.strip("+") and len(results) >= 3
        assert (name in (found or ())) == expected
