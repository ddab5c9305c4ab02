"""The hour: lobby, typing, runs, statement, hints, marks, notes, and what never reaches the candidate."""

import re

from playwright.sync_api import expect

from tests.e2e.people import link_in
from tests.e2e.walk import (
    DANA,
    HIDDEN_TEST,
    HINT,
    NOTE,
    REMARK,
    SOLUTION,
    Walk,
)


def the_lobby_opens_and_dana_comes_in(walk: Walk) -> None:
    alice, bob, dana = walk.alice, walk.bob, walk.dana
    room = link_in(walk.post.letter(DANA, "Backend engineer"), "/c/")
    dana.page.goto(room)
    for words in ("What is recorded", "Allowed", "Your hour", "The room is not open yet."):
        dana.sees(words)
    dana.fill("Your name, as you want to be called", "Dana Okonjo")
    dana.press("That is me")
    dana.sees("Good to have you here, Dana Okonjo.")
    alice.page.goto(walk.interview + "room/")
    alice.press("Open the lobby")
    alice.sees("The hour has not begun")
    bob.page.goto(walk.interview + "room/")
    bob.sees("The hour has not begun")
    dana.sees("You are in the lobby")  # the page turned into the room by itself
    alice.sees("Dana is here, begin")
    assert "Rate limiter" not in dana.text()


def both_type_and_see_each_other(walk: Walk) -> None:
    alice, bob, dana = walk.alice, walk.bob, walk.dana
    for person in (alice, bob, dana):
        expect(person.editor()).to_be_editable()
    dana.editor().click()
    dana.page.keyboard.press("Control+End")
    dana.page.keyboard.type("\nprint('hello from Dana')")
    for person in (alice, bob):
        expect(person.editor()).to_contain_text("hello from Dana")
        expect(person.page.locator('.caret[data-name="Dana"]')).to_be_attached()
    alice.editor().click()
    alice.page.keyboard.press("Control+Home")
    alice.page.keyboard.type("# Alice says hello\n")
    expect(dana.editor()).to_contain_text("# Alice says hello")
    expect(dana.page.locator('.caret[data-name="Alice"]')).to_be_attached()
    dana.sees("✓ Saved")


def the_warm_up_runs(walk: Walk) -> None:
    walk.dana.press(re.compile("^Run Ctrl"))
    for person in (walk.dana, walk.alice, walk.bob):
        expect(person.page.get_by_label("Output")).to_contain_text("hello from Dana")
    expect(walk.alice.page.get_by_label("Output")).to_contain_text("by Dana")


def the_hour_begins_and_the_statement_appears(walk: Walk) -> None:
    alice, dana = walk.alice, walk.dana
    alice.press("Begin the hour")
    alice.sees("min left here")
    dana.sees("The problem appears here when it begins.")
    assert "sliding" not in dana.text().lower()
    alice.press(re.compile("^Begin and show Rate limiter"))
    expect(dana.page.get_by_role("heading", name="Rate limiter")).to_be_visible()
    for person in (alice, walk.bob, dana):
        person.page.get_by_role("tab", name="limiter.py", exact=True).click()


def dana_runs_and_only_the_panel_sees_hidden_tests(walk: Walk) -> None:
    alice, bob, dana = walk.alice, walk.bob, walk.dana
    dana.editor().click()
    dana.page.keyboard.press("Control+Enter")  # the starter: some tests fail
    expect(dana.page.get_by_label("Output")).to_contain_text(re.compile(r"\d+ of \d+ tests pass"))
    dana.page.keyboard.press("Control+a")
    dana.page.keyboard.insert_text(SOLUTION.read_text())
    for person in (alice, bob):
        expect(person.editor()).to_contain_text("deque")
    dana.page.keyboard.press("Control+Enter")
    expect(dana.page.get_by_label("Output")).to_contain_text(re.compile(r"✓ (\d+) of \1 tests pass"))
    for person in (alice, bob):
        expect(person.page.get_by_label("Output")).to_contain_text(
            re.compile(r"(\d+) of \1 hidden, yours only")
        )
        assert person.got(HIDDEN_TEST)
    assert "hidden" not in dana.text()


def alice_gives_a_hint_marks_and_notes(walk: Walk) -> None:
    alice, dana = walk.alice, walk.dana
    alice.chord("h")
    hints = alice.page.get_by_role("complementary", name="Hints")
    hints.get_by_role("button", name="Show", exact=True).first.click()
    alice.sees(re.compile("Dana sees this in"))
    expect(hints.get_by_text(re.compile(r"^Shown \d\d:\d\d"))).to_be_visible()
    dana.sees(re.compile(HINT))
    alice.chord("m")
    alice.fill("What was it", REMARK)
    alice.press("Mark it")
    expect(alice.page.get_by_role("complementary", name="Marks")).to_contain_text(REMARK)
    alice.chord("2")
    expect(alice.page.locator("[data-spoken]")).to_contain_text("Marked good moment")
    alice.chord("n")
    alice.page.get_by_role("textbox", name=re.compile("^Private notes")).click()
    alice.page.keyboard.insert_text(NOTE)
    alice.sees("✓ Saved")
    dana.editor().click()
    dana.page.keyboard.press("Control+Home")
    dana.page.keyboard.type("# done\n")
    expect(alice.editor()).to_contain_text("# done")


def nothing_of_the_panels_ever_reached_dana(walk: Walk) -> None:
    """By the page and by the wire; the words did exist, for those who should have them."""
    alice, bob, dana = walk.alice, walk.bob, walk.dana
    assert alice.got(HINT)
    assert bob.got(HINT)
    assert dana.got(HINT)
    assert alice.got(REMARK)
    for secret in (NOTE, REMARK):
        assert not bob.got(secret), f"Bob, whose card is not in, was sent {secret!r}"
        assert secret not in bob.text()
    for secret in (
        NOTE,
        REMARK,
        HIDDEN_TEST,
        "notes:",
        "mark:",
        "mark.set",
        "run.judged",
        "presence.",
        "plan.changed",
    ):
        assert not dana.got(secret), f"Dana was sent {secret!r}"
    text = dana.text()
    for secret in (NOTE, REMARK, HIDDEN_TEST, "hidden", "A counter cannot say when", "Probes", "Scorecard"):
        assert secret not in text, f"Dana's page holds {secret!r}"


def the_hour_ends(walk: Walk) -> None:
    alice, dana = walk.alice, walk.dana
    alice.press("End", exact=True)
    alice.press("End it")
    dana.sees("The hour is over. Thank you.")
    expect(dana.editor()).not_to_be_editable()
    expect(alice.page.get_by_role("link", name="Write the card")).to_be_visible()
    assert dana.goes(dana.page.url) == 410
    dana.sees("This link is not for now")
    walk.rosa.page.goto(walk.interview)
    after = walk.rosa.page.get_by_role("definition").filter(has_text="/after/").locator("code").inner_text()
    dana.page.goto(after)
    dana.sees("Thank you, Dana Okonjo")
    dana.sees("Seal of the record")
    for secret in (NOTE, REMARK, HIDDEN_TEST):
        assert secret not in dana.text()
