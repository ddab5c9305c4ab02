"""The way through, in three browsers and more: from a résumé to the next round's brief, against a real server.

Every name is what a person reads on the page. The steps are told in `walk_before`, `walk_room` and `walk_after`.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.e2e import walk_after as after
from tests.e2e import walk_before as before
from tests.e2e import walk_room as room
from tests.e2e.people import WAIT_MS, Post
from tests.e2e.room_harness import launch
from tests.e2e.walk import Walk
from tests.support.serving import serving

pytestmark = pytest.mark.e2e


@pytest.fixture
def walk(tmp_path: Path) -> Iterator[Walk]:
    with ExitStack() as stack:
        post = stack.enter_context(Post())
        serve = stack.enter_context(serving(tmp_path / "data", SMTP_URL=post.url))
        browser = launch(stack.enter_context(sync_playwright()))
        stack.callback(browser.close)
        expect.set_options(timeout=WAIT_MS)
        yield Walk(browser, serve, post)
        expect.set_options(timeout=5_000)


def test_from_a_resume_to_the_next_rounds_brief(walk: Walk) -> None:
    before.the_first_administrator_invites_everybody(walk)
    before.the_recruiter_opens_and_adds_dana(walk)
    before.the_resume_is_read(walk)
    before.the_interview_is_planned_and_everybody_hears_of_it(walk)
    before.alice_prepares_and_changes_the_plan(walk)
    room.the_lobby_opens_and_dana_comes_in(walk)
    room.both_type_and_see_each_other(walk)
    room.the_warm_up_runs(walk)
    room.the_hour_begins_and_the_statement_appears(walk)
    room.dana_runs_and_only_the_panel_sees_hidden_tests(walk)
    room.alice_gives_a_hint_marks_and_notes(walk)
    room.nothing_of_the_panels_ever_reached_dana(walk)
    room.the_hour_ends(walk)
    after.the_replay_plays_and_proves_itself(walk)
    after.the_cards_are_blind(walk)
    after.the_manager_decides_one_more_round(walk)
    after.the_next_plan_has_the_focus_and_no_rating(walk)
    assert {name: person.errors for name, person in walk.cast.items() if person.errors} == {}
