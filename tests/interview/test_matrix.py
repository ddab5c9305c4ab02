"""The matrix itself: what the issue asks of it by word, and that the docs say what the code does."""

import pytest

from otherside.accounts.standing import Access, Row, Standing
from otherside.interview.matrix import MATRIX, ROWS, may_read, may_write
from tests.support.access_page import PAGE, page


def test_a_recruiter_reads_no_replay() -> None:
    assert not may_read("replay", {Standing.RECRUITER})
    assert may_read("replay", {Standing.RECRUITER, Standing.PANEL})


def test_administrators_see_no_cards() -> None:
    for noun in ("cards", "own-card", "debrief", "replay", "application", "interview", "resume"):
        assert not may_read(noun, {Standing.ADMINISTRATOR}, card_in=True), noun


def test_others_cards_open_to_the_panel_once_the_own_is_in() -> None:
    assert not may_read("cards", {Standing.PANEL})
    assert may_read("cards", {Standing.PANEL}, card_in=True)
    assert not may_write("cards", {Standing.PANEL})


def test_whoever_merely_signs_in_reads_the_bank_and_the_own_account_alone() -> None:
    assert {row.noun for row in ROWS if row.reads(())} == {"bank", "me"}


def test_the_candidate_reads_nothing_that_is_for_anybody_signed_in() -> None:
    assert {row.noun for row in ROWS if row.reads({Standing.CANDIDATE})} == {"links", "room", "case"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.noun)
def test_another_standing_never_takes_anything_away(row: Row) -> None:
    for one in Standing:
        for two in Standing:
            if Standing.CANDIDATE in {one, two}:
                continue
            both = row.access({one, two})
            assert list(Access).index(both) >= list(Access).index(row.access({one}))


def test_nouns_are_named_once() -> None:
    assert len(MATRIX) == len(ROWS)


def test_the_reference_page_is_the_data() -> None:
    assert PAGE.read_text() == page(), "run: python -m tests.support.access_page"
