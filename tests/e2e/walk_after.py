"""After the hour: replay, blind cards, the decision, and what the next interviewer is told."""

import re
from datetime import UTC, datetime, timedelta

from playwright.sync_api import expect

from tests.e2e.people import Person
from tests.e2e.walk import (
    REMARK,
    WHY_OF_ALICE,
    WORDS_OF_ALICE,
    Walk,
)


def the_replay_plays_and_proves_itself(walk: Walk) -> None:
    alice = walk.alice
    alice.page.goto(walk.interview + "replay/")
    alice.sees(re.compile(r"✓ Log complete, \d+ entries"))
    alice.sees(REMARK)
    at = alice.page.locator(".player .at")
    before = at.inner_text()
    alice.choose("Speed", "4")
    alice.press(re.compile("^Play"))
    expect(at).not_to_have_text(before)
    alice.press(re.compile("^Pause"))
    alice.press(re.compile(REMARK))
    expect(alice.page.get_by_label(re.compile("^The screen at"))).to_contain_text("deque")
    assert walk.rosa.goes(walk.interview + "replay/") == 404


def write_a_card(person: Person, *, value: str, words: str, recommends: str, why: str) -> None:
    for signal in ("Problem solving", "Code", "Communication", "Working together"):
        group = person.page.get_by_role("group", name=f"{signal}, 1 to 5 or not tested")
        group.get_by_role("radio", name=value, exact=True).check()
        person.page.get_by_label(f"{signal}: what you saw or heard").fill(words)
    person.page.get_by_role("radio", name=re.compile(f"^{recommends}")).check()
    person.fill("Why, in three lines", why)


def the_cards_are_blind(walk: Walk) -> None:
    alice, bob, priya = walk.alice, walk.bob, walk.priya
    alice.page.goto(walk.interview + "scorecard/")
    alice.sees(REMARK)  # her marks lie beside the ratings
    write_a_card(alice, value="4", words=WORDS_OF_ALICE, recommends="One more round", why=WHY_OF_ALICE)
    expect(alice.page.get_by_role("status").get_by_text(re.compile("Draft saved"))).to_be_visible()
    alice.press("Hand in")
    alice.sees("Your card")
    card = alice.page.url
    alice.press("Debrief")
    debrief = alice.page.url
    bob.page.goto(debrief)
    bob.sees("closed for you")
    assert bob.goes(card) == 404
    bob.page.goto(walk.interview)
    assert "card in" not in bob.text()
    bob.page.goto(walk.interview + "scorecard/")
    assert WHY_OF_ALICE not in bob.text()
    write_a_card(
        bob, value="2", words="Long silences, then the right line.", recommends="Undecided", why="Split."
    )
    bob.press("Hand in")
    bob.page.goto(card)
    bob.sees(WHY_OF_ALICE)
    for stranger in (walk.rosa, walk.person("Ada Quist")):
        assert stranger.goes(card) == 404
    priya.page.goto(debrief)


def the_manager_decides_one_more_round(walk: Walk) -> None:
    priya = walk.priya
    priya.sees("all 2 cards in")
    priya.sees(WHY_OF_ALICE)
    priya.sees("Split.")
    priya.sees("2 apart")
    assert "The policy proposes" not in priya.text()  # it speaks after her
    priya.fill("What do you think now, and what worries you?", "I lean to yes; the split worries me.")
    priya.press("Note it")
    priya.sees("The policy proposes")
    priya.sees("it cannot be changed")
    decide_one_more(priya)


def decide_one_more(priya: Person) -> None:
    priya.choose("Decision", "One more round")
    priya.fill("Why, for whoever reads this in a year", "Two colleagues saw different hours.")
    brief = priya.page.get_by_text("The next round and its brief")
    for box in priya.page.get_by_role("group", name="Focus, at most three").get_by_role("checkbox").all():
        box.set_checked(False, force=True)
    if not priya.page.get_by_label("For the next interviewer").is_visible():
        brief.click()
    priya.page.get_by_role("checkbox", name="Depth under challenge").check()
    priya.fill("For the next interviewer", "Let Dana defend one design to the end.")
    priya.press("Decide", exact=True)
    priya.sees("Decided")
    priya.sees("Two colleagues saw different hours.")


def the_next_plan_has_the_focus_and_no_rating(walk: Walk) -> None:
    rosa, bob = walk.rosa, walk.bob
    rosa.page.goto(walk.interview)
    rosa.press("Backend engineer")
    rosa.sees("added for Dana Okonjo")
    added = rosa.page.get_by_role("row").filter(has_text="added for Dana Okonjo")
    added.get_by_role("link", name=re.compile("^Plan")).click()
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    rosa.fill("Day", f"{tomorrow:%Y-%m-%d}")
    rosa.fill("Time", "10:00")
    rosa.choose("Leads the hour", "Bob Marchetti")
    rosa.press("Plan the interview")
    bob.page.goto(rosa.page.url + "plan/")
    bob.sees("→ focus")
    expect(bob.page.get_by_role("heading", name=re.compile("focus"))).to_contain_text(re.compile("[Dd]epth"))
    bob.page.goto(rosa.page.url + "prepare/")
    bob.sees("Depth under challenge")
    bob.sees("Let Dana defend one design to the end.")
    bob.sees("Used up")
    bob.sees(re.compile("[Rr]ate limiter"))
    brief = bob.text()
    for judged in (
        WORDS_OF_ALICE,
        WHY_OF_ALICE,
        "Long silences",
        "Undecided",
        "of 5",
        "2 apart",
        "I lean to yes",
    ):
        assert judged not in brief, f"the brief holds {judged!r}"
