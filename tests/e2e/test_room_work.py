"""The work in the room: files, cursors, Vim, and what an open drawer leaves free."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.room_harness import CANDIDATE, PANEL, Opened, chord, editor_text

pytestmark = pytest.mark.e2e


def test_vim_takes_back_a_new_line_with_what_was_typed_on_it(open_page: Opened) -> None:
    page = open_page(CANDIDATE + "hour")
    page.get_by_text("Settings", exact=True).click()
    page.get_by_label("Vim keys").check()
    page.keyboard.press("Escape")
    page.locator(".cm-vim-panel, .cm-fat-cursor").first.wait_for(state="attached")
    page.locator(".editor .cm-content").click()
    before = editor_text(page)
    for keys, typed in (("O", "# above"), ("o", "# below"), ("cw", "instead")):
        page.keyboard.press("Escape")
        page.keyboard.type(keys)
        page.keyboard.type(typed)
        page.wait_for_timeout(700)  # a thought, longer than the pause that ends a step elsewhere
        page.keyboard.type(" later")
        page.keyboard.press("Escape")
        assert f"{typed} later" in editor_text(page)
        page.keyboard.press("u")
        assert editor_text(page) == before, keys


def test_names_beside_cursors_go_and_come_back_under_the_pointer(open_page: Opened) -> None:
    page = open_page(PANEL + "hour", height=1400)
    caret = page.locator(".editor .caret").first
    caret.wait_for(state="attached")
    shown = "caret => getComputedStyle(caret, '::after').opacity"
    page.wait_for_function(
        "() => getComputedStyle(document.querySelector('.editor .caret'), '::after').opacity < 0.1"
    )
    box = caret.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 1, box["y"] + box["height"] / 2)
    assert caret.evaluate(shown) == "1"


def test_the_files_of_a_language_that_was_left_wait_in_a_menu(open_page: Opened) -> None:
    page = open_page(CANDIDATE + "hour")
    tabs = page.get_by_role("tablist", name="Files")
    expect(tabs.get_by_role("tab").first).to_have_text("limiter.py")
    page.get_by_label("Language").select_option("go")
    expect(tabs.get_by_role("tab")).to_have_text(["main.go"])
    page.get_by_text("Other files").click()
    page.get_by_role("button", name="limiter.py", exact=True).click()
    expect(tabs.get_by_role("tab")).to_have_text(["main.go", "limiter.py"])
    expect(tabs.get_by_role("tab", selected=True)).to_have_text("limiter.py")


@pytest.mark.parametrize("width", [900, 1280])
def test_a_lost_line_of_the_candidate_is_told_at_once(open_page: Opened, width: int) -> None:
    page = open_page(PANEL + "hour&away=yes", width=width)
    expect(page.locator(".bar")).to_contain_text(re.compile(r"Dana's line lost since \d\d:\d\d"))


def test_nothing_of_the_work_lies_under_an_open_drawer(open_page: Opened) -> None:
    page = open_page(PANEL + "hour", width=900)
    chord(page, "h")
    drawer = page.locator(".drawer").bounding_box()
    assert drawer is not None
    for part in (".file-text", ".output", ".output .badge >> nth=-1"):
        box = page.locator(part).bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= drawer["x"] + 0.5, part


@pytest.mark.parametrize("side", [PANEL, CANDIDATE])
def test_a_run_that_goes_on_is_stopped_by_either_side(open_page: Opened, side: str) -> None:
    page = open_page(side + "running")
    page.get_by_role("button", name="Stop", exact=True).click()
    expect(page.locator(".output")).to_contain_text("By hand, after 3.20 s")
    expect(page.get_by_role("button", name="Stop", exact=True)).to_have_count(0)
    assert page.evaluate("window.dev.sent") == ["stop"]


def test_a_candidates_paste_and_absence_are_told_as_the_page_says(open_page: Opened) -> None:
    page = open_page(CANDIDATE + "hour&observed=yes")
    told: list[tuple[str, dict[str, object]]] = []
    page.route(
        "**/observed/*",
        lambda route: (
            told.append((route.request.url.rsplit("/", 1)[1], route.request.post_data_json)),
            route.fulfill(json={"ok": True}),
        ),
    )
    page.locator(".editor .cm-content").click()
    page.keyboard.press("Control+Home")
    page.evaluate(
        """() => {
          const clipboardData = new DataTransfer()
          clipboardData.setData("text/plain", "from somewhere import everything")
          const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true })
          document.querySelector(".editor .cm-content").dispatchEvent(event)
        }"""
    )
    page.evaluate("window.dispatchEvent(new Event('blur'))")
    page.wait_for_timeout(3_500)
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    page.evaluate("window.dispatchEvent(new Event('blur'))")  # a glance is not told
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    page.wait_for_timeout(200)
    assert [word for word, _ in told] == ["paste", "focus", "focus"]
    assert told[0][1]["chars"] == 32
    assert told[0][1]["copiedHere"] is False
    assert told[1][1] == {"awayMs": None}
    assert isinstance(told[2][1]["awayMs"], int)
    assert "import everything" in editor_text(page)
