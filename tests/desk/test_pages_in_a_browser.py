"""Every page of people in Chromium: axe finds nothing serious, nothing runs off a telephone, the palette works."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from otherside.accounts.actions import record_audit
from otherside.accounts.models import User
from otherside.kernel.clock import utc_now
from tests.support import cast
from tests.support.company import Company, company

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
GOOD = "three brown horses walk"
SERIOUS = {"serious", "critical"}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # Playwright runs a loop in this thread, which Django would take for an async door.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield found
        found.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


def serious(page: Page) -> list[str]:
    page.evaluate(AXE.read_text())  # not as a tag: the policy of the pages forbids those
    found = page.evaluate("() => axe.run(document, { resultTypes: ['violations'] })")
    return [
        f"{each['id']}: {each['nodes'][0]['html'][:120]}"
        for each in found["violations"]
        if each["impact"] in SERIOUS
    ]


@pytest.fixture
def whole(alice: User, bob: User, rosa: User, priya: User, ada: User) -> Company:
    for person in (alice, rosa, ada):
        person.set_password(GOOD)
        person.save()
    record_audit(utc_now(), ada, "person.roles-changed", "person", alice.pk, {"to": ["interviewer"]})
    return company(alice, bob, rosa, priya, now=utc_now())


def sign_in(browser: Browser, server: LiveServer, who: User, *, width: int, theme: str) -> Page:
    page = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=theme).new_page()
    page.goto(f"{server.url}/account/login/")
    page.get_by_label("Email").fill(who.email)
    page.get_by_label("Password", exact=True).fill(GOOD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{server.url}/")
    return page


def pages_of(whole: Company) -> dict[str, list[str]]:
    dana = whole.applications["Dana Okonjo"]
    running, later = whole.interviews["running"].pk, whole.interviews["later"].pk
    opening = whole.opening.pk
    return {
        "alice": ["/", f"/applications/{dana.pk}/", f"/interviews/{running}/", "/me/", "/account/sessions/", "/account/2fa/",
                  "/account/password/change/", "/find/?q=da", "/account/logout/", "/account/reauthenticate/"],
        "rosa": ["/", "/openings/", "/openings/new/", f"/openings/{opening}/", f"/openings/{opening}/about/",
                 f"/openings/{opening}/candidates/add/", "/candidates/", f"/candidates/{dana.candidate_id}/",
                 f"/applications/{dana.pk}/", f"/interviews/{later}/", f"/interviews/{later}/move/",
                 f"/openings/{opening}/?stage=offer", "/candidates/?q=nobody"],
        "ada": ["/", "/people/", "/people/invite/", f"/people/{cast.User.objects.first().pk}/", "/audit/"],
    }  # fmt: skip


@pytest.mark.parametrize(("width", "theme"), [(1280, "light"), (1280, "dark"), (390, "light")])
def test_no_page_has_a_serious_fault(
    width: int,
    theme: str,
    browser: Browser,
    live_server: LiveServer,
    whole: Company,
    alice: User,
    rosa: User,
    ada: User,
) -> None:
    faults = []
    for name, paths in pages_of(whole).items():
        who = {"alice": alice, "rosa": rosa, "ada": ada}[name]
        page = sign_in(browser, live_server, who, width=width, theme=theme)
        for path in paths:
            answer = page.goto(live_server.url + path)
            assert answer is not None
            assert answer.ok, (path, answer.status)
            faults += [f"{path} {fault}" for fault in serious(page)]
            wide = page.evaluate("document.documentElement.scrollWidth")
            if wide > width:
                faults.append(f"{path} is {wide} px wide on {width}")
        page.context.close()
    assert not faults, "\n".join(faults)


def test_the_doors_have_no_serious_fault(browser: Browser, live_server: LiveServer) -> None:
    page = browser.new_page()
    for path in ("/account/login/", "/setup/", "/account/password/reset/", "/account/signup/"):
        page.goto(live_server.url + path)
        assert serious(page) == [], path
    page.context.close()


def test_the_palette_by_keyboard_alone(
    browser: Browser, live_server: LiveServer, whole: Company, rosa: User
) -> None:
    page = sign_in(browser, live_server, rosa, width=1280, theme="light")
    page.keyboard.press("Control+k")
    page.keyboard.type("okonjo")
    page.get_by_role("link", name="Dana Okonjo dana@example.net").wait_for()
    assert serious(page) == []
    page.keyboard.press("Escape")
    assert page.get_by_role("dialog").count() == 0
    page.keyboard.press("Control+k")
    page.keyboard.type("dana okonjo")  # over what is selected
    page.locator("[data-for='dana okonjo']").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{live_server.url}/interviews/{whole.interviews['running'].pk}/")
    page.context.close()


def test_theme_and_density_stay_in_the_browser(
    browser: Browser, live_server: LiveServer, whole: Company, alice: User
) -> None:
    page = sign_in(browser, live_server, alice, width=1280, theme="light")
    page.goto(f"{live_server.url}/me/")
    page.get_by_role("button", name="Dark", exact=True).click()
    page.get_by_role("button", name="Roomy").click()
    page.goto(f"{live_server.url}/")
    assert page.evaluate("({ ...document.documentElement.dataset })") == {"theme": "dark", "density": "roomy"}
    page.context.close()
