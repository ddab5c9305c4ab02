from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otherside.interview import links
from otherside.kernel.ids import new_id


@dataclass
class Row:
    log_id: str
    links_epoch: int = 0


@pytest.fixture(autouse=True)
def key() -> None:
    links.configure("tests-only-" + "k" * 40)


def test_a_link_holds_for_its_purpose_its_room_and_its_issue_alone() -> None:
    row = Row(new_id())
    token = links.token(links.ROOM, row)
    assert links.holds(token, links.ROOM, row)
    assert not links.holds(token, links.AFTER, row)
    assert not links.holds(token, links.ROOM, Row(new_id()))
    row.links_epoch += 1
    assert not links.holds(token, links.ROOM, row)


def test_the_path_is_safe_in_an_address_and_names_the_room() -> None:
    row = Row(new_id())
    path = links.room_path(row)
    assert path.startswith("/c/")
    assert links.log_id_of(path.removeprefix("/c/").rstrip("/")) == row.log_id


@given(st.text())
def test_no_other_text_is_a_token(text: str) -> None:
    row = Row("A" * 22)
    if text != links.token(links.ROOM, row):
        assert not links.holds(text, links.ROOM, row)
    found = links.log_id_of(text)
    assert found is None or text.startswith(found + ".")
