"""The rooms as people use them: keys, hints that can be taken back, lost lines, phones, and what axe finds."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.room_harness import CANDIDATE, PANEL, Opened, axe, chord, editor_text

pytestmark = pytest.mark.e2e


def sent(page: Page) -> list[str]:
    return list(page.evaluate("window.dev.sent"))


@pytest.mark.parametrize(
    ("at", "scheme"),
    [(at, "light") for at in ["lobby", "hour", "paused", "lost", "ended", "green", "limit", "running"]]
    + [("hour", "dark"), ("limit", "dark")],
)
def test_axe_finds_nothing_serious_in_the_panels_room(open_page: Opened, at: str, scheme: str) -> None:
    assert axe(open_page(PANEL + at, scheme=scheme)) == []


@pytest.mark.parametrize("key", list("hspnmck,"))
def test_axe_finds_nothing_serious_in_a_drawer(open_page: Opened, key: str) -> None:
    page = open_page(PANEL + "hour")
    chord(page, key)
    page.locator(".drawer").wait_for()
    assert axe(page) == []


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("at", ["lobby", "hour", "lost", "ended"])
def test_axe_finds_nothing_serious_in_the_candidates_room(open_page: Opened, at: str, width: int) -> None:
    assert axe(open_page(CANDIDATE + at, width=width)) == []


@pytest.mark.parametrize("width", [900, 1280])
def test_axe_finds_nothing_serious_in_the_replay(open_page: Opened, width: int) -> None:
    assert axe(open_page("replay.html?at=1650000", width=width)) == []


def test_a_chord_opens_a_drawer_types_nothing_and_gives_the_focus_back(open_page: Opened) -> None:
    page = open_page(PANEL + "hour")
    page.locator(".cm-content").click()
    before = editor_text(page)
    chord(page, "h")
    expect(page.get_by_role("complementary", name="Hints")).to_be_focused()
    chord(page, "h")
    expect(page.locator(".drawer")).to_have_count(0)
    expect(page.locator(".cm-content")).to_be_focused()
    page.keyboard.press("Control+,")
    page.keyboard.press("q")
    assert editor_text(page) == before


def test_a_chord_works_while_one_types_in_a_field_and_esc_closes_from_inside(open_page: Opened) -> None:
    page = open_page(PANEL + "hour")
    chord(page, "h")
    page.get_by_label("Your own hint, in one line").fill("look at")
    chord(page, "m")
    expect(page.get_by_role("complementary", name="Marks")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".drawer")).to_have_count(0)


def test_a_hint_can_be_taken_back_for_three_seconds_and_is_sent_after_them(open_page: Opened) -> None:
    page = open_page(PANEL + "hour")
    chord(page, "h")
    page.get_by_role("button", name="Show", exact=True).first.click()
    expect(page.locator(".preview")).to_contain_text("Dana sees this in")
    chord(page, "z")
    expect(page.locator(".preview")).to_have_count(0)
    page.wait_for_timeout(3300)
    assert "hint" not in sent(page)
    page.get_by_role("button", name="Show", exact=True).first.click()
    expect(page.get_by_text(re.compile(r"Shown \d\d:\d\d")).nth(1)).to_be_visible(timeout=5000)
    assert sent(page).count("hint") == 1


def test_what_went_wrong_stands_beside_the_hint_and_loses_nothing(open_page: Opened) -> None:
    page = open_page(PANEL + "hour")
    chord(page, "h")
    page.get_by_label("Your own hint, in one line").fill("this will fail")
    page.get_by_role("complementary").get_by_role("button", name="Said aloud").last.click()
    expect(page.get_by_text("The hint was not sent")).to_be_visible()
    expect(page.get_by_label("Your own hint, in one line")).to_have_value("this will fail")


def test_said_it_goes_to_the_next_step_and_marks_are_one_chord_away(open_page: Opened) -> None:
    page = open_page(PANEL + "hour")
    expect(page.get_by_role("heading", name="Next: challenge the memory")).to_be_visible()
    chord(page, "d")
    expect(page.get_by_role("heading", name="Next: let them")).to_have_count(0)
    expect(page.get_by_role("heading", name="Next: tidy up after green")).to_be_visible()
    chord(page, "2")
    expect(page.locator("[data-spoken]")).to_contain_text("Marked good moment")
    assert sent(page)[-1] == "mark"


def test_the_hour_from_lobby_to_end(open_page: Opened) -> None:
    page = open_page(PANEL + "lobby&here=yes")
    expect(page.get_by_text("Dana is here, begin")).to_be_visible()
    page.get_by_role("button", name="Begin the hour").click()
    expect(page.get_by_role("heading", name="Next: introduce yourself")).to_be_visible()
    page.get_by_role("button", name="Begin and show Rate limiter").click()
    expect(page.get_by_role("tab", name="limiter.py", exact=True)).to_be_visible()
    page.get_by_text("Pause the clock").click()
    page.get_by_role("button", name="A break").click()
    expect(page.get_by_text("the clock stands still")).to_be_visible()
    page.locator(".next").get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="End", exact=True).click()
    page.get_by_role("button", name="End it").click()
    expect(page.get_by_role("link", name="Write the card")).to_be_visible()
    assert sent(page) == ["begin", "segment", "segment", "reveal", "pause", "resume", "end"]


@pytest.mark.parametrize("vim", [False, True])
def test_undo_takes_back_ones_own_edits_only(open_page: Opened, vim: bool) -> None:
    page = open_page(PANEL + "lobby")
    if vim:
        page.get_by_text("Settings").click()
        page.get_by_label("Vim keys").check()
        page.get_by_text("Settings").click()
        page.locator(".cm-vim-panel, .cm-fat-cursor").first.wait_for(state="attached")
    page.locator(".cm-content").click()
    if vim:
        page.keyboard.type("ggO")
    else:
        page.keyboard.press("Control+Home")
    page.keyboard.type("mine = 1 ")
    page.evaluate(
        "() => { const text = window.dev.hub.doc('doc:pad').getText('file:main.py');"
        " text.insert(text.length, 'theirs = 2') }"
    )
    expect(page.locator(".cm-content")).to_contain_text("theirs = 2")
    if vim:
        page.keyboard.press("Escape")
        page.keyboard.press("u")
    else:
        page.keyboard.press("Control+z")
    expect(page.locator(".cm-content")).not_to_contain_text("mine")
    expect(page.locator(".cm-content")).to_contain_text("theirs = 2")
    page.keyboard.press("Control+r" if vim else "Control+y")
    expect(page.locator(".cm-content")).to_contain_text("mine = 1")


def test_a_lost_line_says_since_when_keeps_working_and_merges(open_page: Opened) -> None:
    page = open_page(CANDIDATE + "hour")
    page.evaluate("window.dev.room.lose()")
    expect(page.get_by_text(re.compile(r"Not saved since \d\d:\d\d:\d\d")).first).to_be_visible()
    page.locator(".cm-content").click()
    page.keyboard.press("Control+Home")
    page.keyboard.type("# typed without a line")
    page.evaluate("window.dev.hub.doc('doc:q1').getText('file:limiter.py').insert(0, '# meanwhile\\n')")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Run waits until the line is back.").first).to_be_visible()
    assert "run" not in sent(page)
    page.evaluate("window.dev.room.comeBack()")
    expect(page.get_by_text("merged").first).to_be_visible()
    shared = page.evaluate("window.dev.hub.doc('doc:q1').getText('file:limiter.py').toString()")
    assert "# typed without a line" in shared
    assert "# meanwhile" in shared
    assert editor_text(page) == shared


def test_ctrl_enter_runs_and_output_streams(open_page: Opened) -> None:
    page = open_page(CANDIDATE + "lobby")
    page.locator(".cm-content").click()
    before = editor_text(page)
    page.keyboard.press("Control+Enter")
    expect(page.locator(".printed")).to_contain_text("Hello")
    expect(page.get_by_text("finished").first).to_be_visible()
    assert sent(page) == ["run"]
    assert editor_text(page) == before


def test_the_keyboard_alone_reaches_and_leaves_the_editor(open_page: Opened) -> None:
    page = open_page(CANDIDATE + "hour")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="To the editor")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".cm-content")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".cm-content")).to_be_focused()  # it indents
    page.keyboard.press("Escape")
    page.wait_for_timeout(2500)  # no time limit
    page.keyboard.press("Tab")
    expect(page.locator(".cm-content")).not_to_be_focused()


def test_a_phone_shows_one_section_at_a_time(open_page: Opened) -> None:
    page = open_page(CANDIDATE + "hour", width=390, height=844)
    statement, code, output = page.locator("#statement"), page.locator(".file-text"), page.locator("#output")
    expect(statement).to_be_visible()
    expect(code).to_be_hidden()
    page.get_by_role("button", name="Code", exact=True).click()
    expect(code).to_be_visible()
    expect(statement).to_be_hidden()
    page.get_by_role("button", name="Run", exact=False).first.click()
    expect(output).to_be_visible()
    expect(code).to_be_hidden()
    page.get_by_role("button", name="Recorded").click()
    expect(page.get_by_role("heading", name="What is recorded")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_hidden_clock_takes_away_hand_and_minutes(open_page: Opened) -> None:
    page = open_page(CANDIDATE + "hour&clock=hidden")
    expect(page.locator(".hour .now")).to_have_count(0)
    expect(page.get_by_text("min left")).to_have_count(0)
    expect(page.locator(".outline")).not_to_contain_text("min")


def test_the_candidate_sees_neither_drift_nor_anything_of_the_panel(open_page: Opened) -> None:
    page = open_page(CANDIDATE + "hour")
    text = page.locator("body").inner_text()
    for secret in ["hidden", "at this pace", "Disagree", "challenge the memory", "May I assume"]:
        assert secret not in text
    expect(page.locator(".rail, .next, .drawer")).to_have_count(0)


def test_the_other_ones_cursor_carries_the_rooms_own_name_and_colour(open_page: Opened) -> None:
    page = open_page(CANDIDATE + "hour")
    expect(page.locator('.caret.two[data-name="Alice"]')).to_be_attached()


def test_files_are_added_renamed_and_deleted_by_keyboard_and_mouse(open_page: Opened) -> None:
    page = open_page(PANEL + "hour")
    page.get_by_label("File: add, rename, delete").click()
    page.get_by_role("button", name="New file").click()
    page.get_by_label("Name of the new file").fill("limiter.py")
    page.keyboard.press("Enter")
    expect(page.get_by_text("There is a limiter.py already")).to_be_visible()
    page.get_by_label("Name of the new file").fill("helper.py")
    page.keyboard.press("Enter")
    tab = page.get_by_role("tab", name="helper.py")
    expect(tab).to_have_attribute("aria-selected", "true")
    tab.focus()
    page.keyboard.press("ArrowRight")  # by name, after the file to write
    expect(page.get_by_role("tab", name="test_limiter.py", exact=True)).to_be_focused()
    page.get_by_label("File: add, rename, delete").click()
    page.get_by_role("button", name="Delete test_limiter.py").click()
    page.get_by_role("button", name="Delete", exact=True).click()
    expect(page.get_by_role("tab", name="test_limiter.py", exact=True)).to_have_count(0)


def test_a_language_that_does_not_run_here_says_so(open_page: Opened) -> None:
    page = open_page(CANDIDATE + "lobby")
    page.get_by_label("Language").select_option("rust")
    expect(
        page.get_by_text("Rust is not installed here. Choose another, or write without running.")
    ).to_be_visible()
    expect(page.get_by_role("button", name="Run", exact=False).first).to_be_disabled()


def test_after_the_end_only_notes_can_be_written(open_page: Opened) -> None:
    page = open_page(PANEL + "ended")
    page.locator(".editor .cm-content").click()
    before = editor_text(page)
    page.keyboard.type("x")
    assert editor_text(page) == before
    chord(page, "n")
    page.locator(".notes .cm-content").click()
    page.keyboard.type("Asked good questions")
    notes = page.evaluate("window.dev.hub.doc('notes:1').getText('text').toString()")
    assert notes == "Asked good questions"


def test_the_replay_plays_jumps_and_answers_to_keys(open_page: Opened) -> None:
    page = open_page("replay.html?at=800000")
    clock = page.locator(".player .at")
    first = clock.inner_text()
    page.keyboard.press("Space")
    page.wait_for_timeout(1200)
    page.keyboard.press("Space")
    assert clock.inner_text() > first
    page.get_by_role("button", name="Hint 2, shown").click()
    expect(page.locator(".drawer [aria-current=true]")).to_contain_text("Hint 2, shown")
    slider = page.get_by_role("slider", name="Position")
    slider.focus()
    page.keyboard.press("End")
    expect(page.locator(".cm-content")).to_contain_text("self.rule.window_s")
    page.keyboard.press("Home")
    expect(page.get_by_text("Nothing had run by then.")).to_be_visible()
