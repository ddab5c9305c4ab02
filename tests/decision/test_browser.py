"""The pages in Debian's Chromium: dragging and keys, two tabs, a debrief, and what axe finds in both themes."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from otherside.decision import actions
from otherside.hiring.models import Round
from otherside.interview.models import Interview, Member, PanelMember
from otherside.interview.state import State
from otherside.plan.access import plan_of
from otherside.scorecard.models import Scorecard
from tests.e2e.room_harness import axe, launch
from tests.support.cards import AT, card_in, draft, fields
from tests.support.cast import ClientFor, User

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]

SHOTS = os.environ.get("SCREENSHOTS")  # a folder, to look at the pages by eye


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright's own loop runs in this thread; Django would take every test for an async view.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        started = launch(playwright)
        yield started
        started.close()


class Visit:
    """Signed-in pages on the test's own server; a script error or a refused resource fails the test."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser = browser
        self.address = address
        self.errors: list[str] = []
        self.contexts: list[BrowserContext] = []

    def __call__(
        self, client: Client, path: str, *, width: int = 1280, scheme: str = "light", script: bool = True
    ) -> Page:
        context = self.browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=script,
        )
        name = settings.SESSION_COOKIE_NAME
        context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": self.address}])
        self.contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on(
            "console",
            lambda line: self.errors.append(line.text) if "Content Security Policy" in line.text else None,
        )
        page.goto(self.address + path)
        return page


@pytest.fixture
def visit(browser: Browser, live_server: object) -> Iterator[Visit]:
    found = Visit(browser, live_server.url)
    yield found
    for context in found.contexts:
        context.close()
    assert not found.errors


def shoot(page: Page, name: str) -> None:
    if SHOTS:
        page.screenshot(path=str(Path(SHOTS) / f"{name}.png"), full_page=True)


def ids(page: Page) -> list[str]:
    return page.locator("li.segment").evaluate_all("rows => rows.map(row => row.dataset.id)")


def test_a_plan_is_changed_by_keys_and_by_dragging(
    hour: Interview, alice: User, client_for: ClientFor, visit: Visit
) -> None:
    page = visit(client_for(alice), f"/interviews/{hour.pk}/plan/")
    page.locator("#handle-second-half").focus()
    page.keyboard.press("ArrowUp")
    expect(page.locator("li.segment").nth(2)).to_have_attribute("data-id", "second-half")
    assert page.evaluate("document.activeElement.id") == "handle-second-half"
    page.keyboard.press("+")
    expect(page.locator("[name=minutes-second-half]")).to_have_value("23")
    page.locator("#shorter-second-half").click()
    expect(page.locator("[name=minutes-second-half]")).to_have_value("22")
    target = page.locator('li[data-id="problem"]').bounding_box()
    handle = page.locator("#handle-disagree").bounding_box()
    assert target is not None
    assert handle is not None
    page.mouse.move(handle["x"] + 10, handle["y"] + 10)
    page.mouse.down()
    page.mouse.move(target["x"] + 20, target["y"] + 12, steps=5)
    page.mouse.up()
    expect(page.locator("li.segment").nth(1)).to_have_attribute("data-id", "disagree")
    assert ids(page) == ["welcome", "disagree", "problem", "second-half", "candidate-asks"]
    page.locator("[name=minutes-problem]").fill("40")
    page.locator("#do-save").click()
    expect(page.locator(".balance")).to_contain_text("over the 60")
    page.locator("#do-fit").click()
    expect(page.locator(".balance")).to_contain_text("60 of 60 min")
    plan = plan_of(hour)
    assert plan is not None
    assert plan.total == 60


def test_the_second_editor_sees_both_plans(
    hour: Interview, alice: User, bob: User, client_for: ClientFor, visit: Visit
) -> None:
    hers = visit(client_for(alice), f"/interviews/{hour.pk}/plan/")
    his = visit(client_for(bob), f"/interviews/{hour.pk}/plan/")
    hers.locator("#longer-problem").click()
    expect(hers.locator(".balance")).to_contain_text("Version 1")
    his.locator("#shorter-disagree").click()
    expect(his.get_by_text("Two people changed this plan")).to_be_visible()
    shoot(his, "plan-conflict")
    his.get_by_role("button", name="Take yours instead").click()
    expect(his.locator(".balance")).to_contain_text("Version 2, changed by Bob Marchetti")


def test_a_draft_saves_itself_and_two_tabs_lose_nothing(
    held: Interview, alice: User, client_for: ClientFor, visit: Visit
) -> None:
    client = client_for(alice)
    one = visit(client, f"/interviews/{held.pk}/scorecard/")
    two = visit(client, f"/interviews/{held.pk}/scorecard/")
    one.locator("#words-code").fill("Small functions.")
    expect(one.locator("#saved")).to_contain_text("Draft saved")
    two.locator("#why").fill("Calm.")
    expect(two.locator("#saved")).to_contain_text("Draft saved")
    expect(two.locator("#words-code")).to_have_value("Small functions.")
    one.locator("#why").fill("Quick.")
    expect(one.locator("#saved")).to_contain_text("Two tabs differ in 1 field")
    expect(one.locator("[data-other=why]")).to_contain_text("Calm.")
    shoot(one, "scorecard-two-tabs")
    one.get_by_role("button", name="Take the other").click()
    expect(one.locator("#why")).to_have_value("Calm.")
    expect(one.locator("#saved")).to_contain_text("Draft saved")
    one.locator('[name="value-working-together"][value="4"]').check(force=True)
    one.locator("#words-working-together").fill("“Why do you see it that way?”")
    one.locator("[name=recommendation][value=yes]").check()
    expect(one.locator("#missing")).to_contain_text("nothing is missing")
    one.get_by_role("button", name="Hand in").click()
    expect(one.get_by_text("nobody can change it")).to_be_visible()
    assert Scorecard.objects.get().fields["words-code"] == "Small functions."


@pytest.fixture
def debrief(held: Interview, alice: User, bob: User, priya: User) -> Interview:
    """Three cards over two rounds, split on design, with a vouch and a noted view."""
    second = Round.objects.create(opening=held.application.opening, ordinal=2, name="Project", kind="project")
    other = Interview.objects.create(
        application=held.application, round=second, state=State.ENDED.value, created_at=AT
    )
    PanelMember.objects.create(interview=other, user=bob, is_lead=True)
    Member.objects.create(interview=other, number=1, user=bob, name=bob.name)
    card_in(
        held,
        alice,
        fields(
            {
                "problem-solving": 4,
                "code": 4,
                "communication": 4,
                "adapting": 5,
                "working-together": 4,
                "attitude": 4,
                "design": 4,
            },
            why="Took the harder version calmly. I would work with her tomorrow.",
        ),
    )
    card_in(
        held,
        bob,
        fields({"problem-solving": 5, "communication": 4, "working-together": 5, "attitude": 5, "depth": 4}),
    )
    card_in(
        other,
        bob,
        fields(
            {"problem-solving": 4, "code": 4, "working-together": 4, "design": 2, "depth": 3},
            recommendation="one-level-down",
            why="Good engineer; drew one primary and saw it only when I cut the zone.",
            flag="Interrupted twice",
            **{"flag-quote": "“Let me finish, that is wrong.”"},
        ),
    )
    actions.vouch(
        held.application_id,
        alice,
        ["asks before acting", "says what would prove her wrong"],
        "Both in the first ten minutes.",
        at=AT,
    )
    actions.note_view(held.application_id, priya, "Yes, if design holds. Round 2 worries me a little.", at=AT)
    actions.comment(held.application_id, alice, "Bob, was the zone question fair at that point?", at=AT)
    return held


def test_a_debrief_ends_in_a_focus_segment(
    debrief: Interview, priya: User, client_for: ClientFor, visit: Visit
) -> None:
    page = visit(client_for(priya), f"/applications/{debrief.application_id}/debrief/")
    expect(page.get_by_text("2 apart")).to_be_visible()
    expect(page.locator(".reco")).to_have_text("One more round")
    page.locator("#kind").select_option(label="One more round (proposed)")
    page.locator("#reason").fill("Two tasks of different weight.")
    page.get_by_role("button", name="Decide", exact=True).click()
    expect(page.get_by_text("As the policy proposed.")).to_be_visible()
    expect(page.locator("#view")).to_be_hidden()
    page.get_by_text("Decide anew").click()
    expect(page.locator("#view")).to_be_visible()
    shoot(page, "debrief-decided")
    added = Round.objects.get(application=debrief.application)
    following = Interview.objects.create(application=debrief.application, round=added, created_at=AT)
    plan = plan_of(following)
    assert plan is not None
    assert "focus-design" in [segment.id for segment in plan.segments]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_serious(
    debrief: Interview,
    alice: User,
    bob: User,
    priya: User,
    client_for: ClientFor,
    visit: Visit,
    width: int,
    scheme: str,
) -> None:
    third = Round.objects.create(opening=debrief.application.opening, ordinal=3, name="Coding", kind="coding")
    coming = Interview.objects.create(
        application=debrief.application, round=third, state=State.SCHEDULED.value, starts_at=AT, created_at=AT
    )
    PanelMember.objects.create(interview=coming, user=alice, is_lead=True)
    Member.objects.create(interview=coming, number=1, user=alice, name=alice.name)
    draft(coming, alice, fields({"code": 4}, why=""))
    card = Scorecard.objects.filter(author=bob).order_by("id").first()
    assert card is not None
    pages = {
        "plan": (alice, f"/interviews/{coming.pk}/plan/"),
        "prepare": (alice, f"/interviews/{coming.pk}/prepare/"),
        "scorecard": (alice, f"/interviews/{coming.pk}/scorecard/"),
        "debrief-closed": (alice, f"/applications/{coming.application_id}/debrief/"),
        "card": (priya, f"/scorecards/{card.pk}/"),
        "debrief": (priya, f"/applications/{coming.application_id}/debrief/"),
        "debrief-panel": (bob, f"/applications/{coming.application_id}/debrief/"),
        "rubric": (bob, "/rubric/"),
        "policy": (bob, "/policy/"),
    }
    wrong = []
    for name, (user, path) in pages.items():
        page = visit(client_for(user), path, width=width, scheme=scheme)
        shoot(page, f"{name}-{width}-{scheme}")
        wrong += [f"{name}: {line}" for line in axe(page)]
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wide > 0:
            wrong.append(f"{name}: {wide} px wider than the window")
    assert not wrong, "\n".join(wrong)
