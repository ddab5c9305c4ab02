"""The fifteen hours of contracts/hours: stored as their scripts have them, and read by the product's own rules."""

import json

import pytest

from otherside.live.history import fold
from tests.support.hour_card import card_at
from tests.support.hour_scripts import HOURS, script
from tests.support.hours import FOLDER, Script, entries_in, expected, facts_of, log_lines, seen_at

STATES = {
    "lobby", "begin-first", "step", "early", "quiet", "move-on", "second-half", "paused", "trouble", "asked", "last-part",
    "ended",
}  # fmt: skip


def test_there_are_fifteen_and_no_other_file() -> None:
    assert len(HOURS) == 15
    names = {path.name for path in FOLDER.iterdir()} - {"README.md", "room.json"}
    assert names == {f"{name}{end}" for name in HOURS for end in (".jsonl", ".expected.json")}


@pytest.mark.parametrize("name", HOURS)
def test_the_stored_log_is_what_its_script_says(name: str) -> None:
    assert (FOLDER / f"{name}.jsonl").read_text() == log_lines(script(name)), (
        "run: python -m tests.support.hour_files"
    )


@pytest.mark.parametrize("name", HOURS)
def test_every_moment_is_as_expected(name: str) -> None:
    """From the stored files alone: what a browser, too, has to make of them."""
    entries = entries_in((FOLDER / f"{name}.jsonl").read_text())
    told = json.loads((FOLDER / f"{name}.expected.json").read_text())
    for moment in told["moments"]:
        seen = [entry for entry in entries if entry.at_ms < moment["atMs"] or entry.seq < moment["entries"]]
        now = Script(name, "", told["minutes"], entries=seen, now_ms=moment["atMs"])
        for what, value in seen_at(now, moment["said"]).items():
            assert json.loads(json.dumps(value)) == moment[what], (moment["name"], what)
        card = card_at(seen, moment["atMs"], fold(seen), moment["said"], told["stretchPercent"])
        assert card == moment["card"]["state"], moment["name"]
        assert card in STATES


@pytest.mark.parametrize("name", HOURS)
def test_the_facts_that_are_named_stand_beside_the_ratings(name: str) -> None:
    """Others may come to stand there; those named here keep their figures."""
    told = json.loads((FOLDER / f"{name}.expected.json").read_text())
    entries = entries_in((FOLDER / f"{name}.jsonl").read_text())
    found = facts_of(Script(name, "", told["minutes"], entries=entries))
    for signal, listed in told["facts"].items():
        for what, figure in listed.items():
            assert found.get(signal, {}).get(what, figure) == figure, (signal, what)


def test_every_state_of_the_card_is_met() -> None:
    met = {moment["card"]["state"] for name in HOURS for moment in script(name).moments}
    assert met == STATES


def test_nothing_is_proposed_at_the_cost_of_the_last_five() -> None:
    for name in HOURS:
        for moment in expected(script(name))["moments"]:
            if moment["observed"] is not None:
                assert moment["observed"]["leftMs"] >= 0
