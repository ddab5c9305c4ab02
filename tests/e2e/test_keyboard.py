"""The candidate's side with the keyboard alone, and what axe finds on every main page of the demo company."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, Playwright, expect, sync_playwright

from tests.e2e.people import WAIT_MS, Person, sit_down
from tests.e2e.room_harness import axe, launch
from tests.support.serving import Serving, serving_demo

pytestmark = pytest.mark.e2e

STOPS_MAX = 60
FIND = """
from otherside.interview.models import Interview
from otherside.interview.links import after_path, room_path
by_name = {row.application.candidate.name.split()[0]: row for row in Interview.objects.all()}
henrik, farid, dana, wanjiru = (by_name[name] for name in ("Henrik", "Farid", "Dana", "Wanjiru"))
print(henrik.pk, henrik.application_id, farid.pk, dana.pk, dana.application_id, wanjiru.pk)
print(room_path(dana), room_path(wanjiru), after_path(henrik))
"""


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    expect.set_options(timeout=WAIT_MS)
    with sync_playwright() as started:
        yield started
    expect.set_options(timeout=5_000)


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    started = launch(playwright)
    yield started
    started.close()


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Demo"]:
    data = tmp_path_factory.mktemp("keyboard") / "demo"
    with serving_demo(data) as serve:
        yield Demo(serve)


class Demo:
    """The demo company as it is served, and the addresses of what it holds."""

    def __init__(self, serve: Serving) -> None:
        self.serve = serve
        self.key = serve.printed(r"/demo/enter/(\w+)/").group(1)
        found = serve.run_inside(FIND).split()
        self.henrik, self.debrief, self.farid, self.dana, self.danas, self.wanjiru = found[:6]
        self.room_link, self.lobby_link, self.after_link = found[6:]

    def page(self, who: str, path: str) -> str:
        """The address of a page as somebody of the company; "" is nobody."""
        return f"{self.serve.url}/demo/enter/{self.key}/{who}/?next={path}" if who else self.serve.url + path


def tab_to(page: Page, wanted: Locator) -> None:
    """Tab until that has the focus; every stop on the way is visible, and there is no trap."""
    wanted.wait_for()
    for _ in range(STOPS_MAX):
        if wanted.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
        shown = "(one => one.getClientRects().length > 0)(document.activeElement)"
        assert page.evaluate(shown), page.evaluate("document.activeElement.outerHTML")
    pytest.fail(f"{STOPS_MAX} stops did not reach {wanted}")


def test_the_candidates_hour_by_keyboard_alone(browser: Browser, demo: Demo) -> None:
    """No click from the lobby to the problem: late, name, editor, Run, and out of the editor again."""
    dana = sit_down(browser, "Dana Okonjo")
    dana.page.goto(demo.serve.url + demo.room_link)
    says_late(dana)
    comes_in(dana)
    writes_and_runs(dana)
    leaves_the_editor_and_reads_on(dana)
    assert dana.errors == []
    dana.context.close()


def says_late(dana: Person) -> None:
    page = dana.page
    tab_to(page, page.locator("summary", has_text="Tell them now"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_label("Minutes late"))
    page.keyboard.press("Control+a")
    page.keyboard.type("7")
    tab_to(page, page.get_by_label("Reason, if you like"))
    page.keyboard.type("The tram stands still")
    tab_to(page, page.get_by_role("button", name="Say so"))
    page.keyboard.press("Enter")
    dana.sees(re.compile("7 minutes, “The tram stands still”. They know."))


def comes_in(dana: Person) -> None:
    page = dana.page
    tab_to(page, page.get_by_label("Your name, as you want to be called"))
    page.keyboard.press("Control+a")
    page.keyboard.type("Dana Okonjo")
    page.keyboard.press("Enter")
    expect(dana.editor()).to_be_editable()


def writes_and_runs(dana: Person) -> None:
    """The first stop of the page leads to the editor, and Ctrl-Enter runs from inside it."""
    page = dana.page
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="To the editor")).to_be_focused()
    page.keyboard.press("Enter")
    expect(dana.editor()).to_be_focused()
    page.keyboard.press("Control+Home")
    page.keyboard.insert_text("print('by keys alone')\n")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_label("Output")).to_contain_text("by keys alone")


def leaves_the_editor_and_reads_on(dana: Person) -> None:
    page = dana.page
    # The scripted hour goes on by itself; whoever types stays in the editor when the problem's files come.
    expect(page.get_by_role("heading", name="Rate limiter")).to_be_visible()
    expect(page.get_by_role("tab", name="limiter.py", exact=True)).to_be_visible()
    expect(dana.editor()).to_be_focused()
    tab_to_the_problem(dana)
    dana.chord("e")
    expect(dana.editor()).to_be_focused()
    page.keyboard.press("Tab")  # it indents; Escape lets go
    expect(dana.editor()).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(dana.editor()).not_to_be_focused()
    tab_to(page, page.get_by_role("region", name="Output"))
    tab_to(
        page,
        page.get_by_role("tab", name="limiter.py", exact=True)
        .or_(page.get_by_role("tab", selected=True))
        .first,
    )
    first = page.get_by_role("tab", selected=True).inner_text()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", selected=True)).not_to_have_text(first)
    tab_to(page, page.locator("summary", has_text="Settings"))
    page.keyboard.press("Enter")
    expect(page.get_by_label("Vim keys")).to_be_visible()


def tab_to_the_problem(dana: Person) -> None:
    page = dana.page
    page.keyboard.press("Escape")
    tab_to(page, page.get_by_role("region", name="Problem and ground rules"))
    page.keyboard.press("End")
    expect(page.get_by_role("heading", name="Allowed")).to_be_in_viewport()


PAGES = [
    ("", "/account/login/"),
    ("", "{lobby_link}"),
    ("", "{after_link}"),
    ("alice", "/"),
    ("rosa", "/openings/"),
    ("rosa", "/openings/new/"),
    ("rosa", "/openings/1/"),
    ("rosa", "/openings/1/about/"),
    ("rosa", "/openings/1/candidates/add/"),
    ("rosa", "/candidates/"),
    ("alice", "/applications/{debrief}/"),
    ("alice", "/applications/{danas}/resume/"),
    ("alice", "/applications/{danas}/resume/text/"),
    ("rosa", "/interviews/{wanjiru}/"),
    ("rosa", "/interviews/{wanjiru}/move/"),
    ("alice", "/bank/"),
    ("alice", "/bank/rate-limiter/"),
    ("alice", "/interviews/{dana}/plan/"),
    ("alice", "/interviews/{dana}/prepare/"),
    ("alice", "/interviews/{wanjiru}/room/"),
    ("alice", "/interviews/{farid}/room/"),
    ("bob", "/interviews/{henrik}/replay/"),
    ("alice", "/interviews/{farid}/scorecard/"),
    ("alice", "/applications/{debrief}/debrief/"),
    ("alice", "/policy/"),
    ("alice", "/find/?q=da"),
    ("alice", "/me/"),
    ("ada", "/people/"),
    ("ada", "/people/invite/"),
    ("ada", "/audit/"),
    ("ada", "/mail/"),
    ("ada", "/demo/"),
]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious_on_any_page(browser: Browser, demo: Demo, theme: str) -> None:
    found = {}
    for who in sorted({who for who, _path in PAGES}):
        person = sit_down(browser, who or "Nobody", color_scheme=theme)
        for path in [path for each, path in PAGES if each == who]:
            address = path.format(**vars(demo))
            person.page.goto(demo.page(who, address))
            assert "Sign in" not in person.page.title() or "login" in path, (
                f"{who} was not let in to {address}"
            )
            person.page.wait_for_load_state("networkidle")
            if bad := axe(person.page):
                found[f"{who} {address}"] = bad
        assert person.errors == []
        person.context.close()
    assert found == {}


def test_every_page_of_the_list_answers(demo: Demo, browser: Browser) -> None:
    """So that axe does not praise an error page."""
    person = sit_down(browser, "Everybody")
    answers = {}
    for who, path in PAGES:
        address = path.format(**vars(demo))
        if person.goes(demo.page(who, address)) != 200:
            answers[f"{who} {address}"] = person.page.title()
    person.context.close()
    assert answers == {}
