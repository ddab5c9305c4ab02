"""Before the hour: people, an opening, a résumé, an invitation, a plan."""

import re
from datetime import UTC, datetime, timedelta

from playwright.sync_api import expect

from tests.e2e.people import PASSWORD, calendar_of, invited, link_in, words_of
from tests.e2e.walk import (
    DANA,
    RESUME,
    RESUME_SAYS,
    Walk,
)


def the_first_administrator_invites_everybody(walk: Walk) -> None:
    ada = walk.person("Ada Quist")
    printed = walk.serve.printed(r"http://\S+/setup/\S+")
    ada.page.goto(printed.group())
    ada.sees("Nobody is here yet")
    ada.fill("Your name", ada.name)
    ada.fill("E-mail", ada.address)
    ada.fill("Password", PASSWORD)
    ada.press("Set up Otherside")
    for name, roles in (
        ("Alice Lindqvist", ["Interviewer"]),
        ("Bob Marchetti", ["Interviewer"]),
        ("Rosa Keller", ["Recruiter"]),
        ("Priya Raman", ["Hiring manager"]),
    ):
        person = walk.person(name)
        ada.press("People", exact=True)
        ada.press("Invite somebody")
        ada.fill("E-mail", person.address)
        ada.fill("Name", name)
        for role in roles:
            ada.page.get_by_role("checkbox", name=re.compile(f"^{role}")).check()
        ada.press("Send the invitation")
        ada.sees(person.address)
        invited(person, walk.post)
    assert ada.goes(printed.group()) == 404  # the setup page is gone for good


def the_recruiter_opens_and_adds_dana(walk: Walk) -> None:
    rosa = walk.rosa
    rosa.press("Openings", exact=True)
    rosa.press("Make the first one")
    rosa.fill("Title", "Backend engineer")
    rosa.fill("Team", "Payments")
    rosa.choose("Level", "Mid")
    rosa.choose("Hiring manager", "Priya Raman")
    rosa.choose("Recruiter", "Rosa Keller")
    rosa.fill("What candidates may ask", "Team: six engineers.\nOn call: one week in six, paid.")
    rosa.press("Open it")
    expect(rosa.page.get_by_role("heading", name="Rounds")).to_be_visible()
    rosa.press("Candidates of it")
    rosa.press("Add a candidate")
    rosa.fill("Name", "Dana Okonjo")
    rosa.fill("E-mail", DANA)
    rosa.page.get_by_label("Résumé").set_input_files(RESUME)
    rosa.press("Add", exact=True)
    expect(rosa.page.get_by_role("heading", name="Dana Okonjo", level=1)).to_be_visible()


def the_resume_is_read(walk: Walk) -> None:
    """By the worker, in a process of its own; the page that waits for it turns into the profile."""
    rosa = walk.rosa
    application = rosa.page.url
    rosa.page.goto(application + "resume/")
    rosa.sees("Picture of page 1")
    read = rosa.text()
    for words in RESUME_SAYS:
        assert words in read, f"{words!r} is not in {read}"
    rosa.page.goto(application)


def the_interview_is_planned_and_everybody_hears_of_it(walk: Walk) -> None:
    rosa = walk.rosa
    rosa.press(re.compile("^Plan"))
    begins = (datetime.now(UTC) + timedelta(minutes=5)).replace(second=0, microsecond=0)
    rosa.fill("Day", f"{begins:%Y-%m-%d}")
    rosa.fill("Time", f"{begins:%H:%M}")
    rosa.choose("Time zone", "UTC")
    rosa.choose("Leads the hour", "Alice Lindqvist")
    rosa.choose("With", "Bob Marchetti")
    rosa.fill("Link of the call", "https://meet.example.org/dana")
    rosa.press("Plan the interview")
    rosa.sees("The candidate and the panel are invited by mail.")
    walk.interview = rosa.page.url
    for address in (DANA, walk.alice.address, walk.bob.address):
        letter = walk.post.letter(address, "Your interview" if address == DANA else "Interview: Dana")
        calendar = calendar_of(letter)
        assert "METHOD:REQUEST" in calendar
        assert f"DTSTART:{begins:%Y%m%dT%H%M%SZ}" in calendar, calendar
        assert "https://meet.example.org/dana" in calendar
    for address in (walk.alice.address, walk.bob.address):
        assert "METHOD:REQUEST" in calendar_of(walk.post.letter(address, "Held for your scorecard"))
    words = words_of(walk.post.letter(DANA, "Backend engineer"))
    assert "recorded" in words
    assert "https://meet.example.org/dana" in words


def alice_prepares_and_changes_the_plan(walk: Walk) -> None:
    alice = walk.alice
    alice.page.goto(link_in(walk.post.letter(alice.address, "Interview: Dana Okonjo"), "/interviews/"))
    alice.press(re.compile("^Prepare"))
    alice.sees("No round came before this one")
    alice.sees("On call: one week in six, paid.")
    alice.press("Change the plan")
    alice.sees("60 of 60 min")
    problem = alice.page.get_by_role("combobox", name=re.compile("^Problem of")).first
    titles = problem.locator("option").all_inner_texts()
    problem.select_option(index=next(i for i, text in enumerate(titles) if text.startswith("Rate limiter")))
    alice.press("Save", exact=True)
    alice.sees(re.compile("Version 1, changed by Alice Lindqvist"))
    alice.press(re.compile("^Welcome.* a minute longer"))
    alice.sees(re.compile("Version 2, changed by Alice Lindqvist"))
    alice.sees("60 of 60 min")
    alice.page.get_by_role("link", name="Bank").click()
    alice.press("Rate limiter")
    alice.sees("Proven in")
