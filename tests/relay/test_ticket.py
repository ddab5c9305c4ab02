"""Tickets: what is signed is read, what is changed is refused."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otherside.relay.ticket import BadTicket, Grant, Ticket, sign, verify

KEY = b"k" * 32
NOW = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)
TICKET = Ticket("log", 3, "Dana Ö.", (Grant("doc:*", True), Grant("run", False)), NOW + timedelta(seconds=60))


def test_a_ticket_comes_back_as_it_was() -> None:
    assert verify(sign(TICKET, KEY), KEY, NOW) == TICKET


def test_its_time_ends() -> None:
    with pytest.raises(BadTicket, match="good until 10:01:00"):
        verify(sign(TICKET, KEY), KEY, NOW + timedelta(seconds=60))


def test_another_key_did_not_sign_it() -> None:
    with pytest.raises(BadTicket, match="not signed here"):
        verify(sign(TICKET, KEY), b"x" * 32, NOW)


@given(st.integers(0, 10_000), st.characters(min_codepoint=33, max_codepoint=126))
def test_not_one_character_may_change(place: int, char: str) -> None:
    text = sign(TICKET, KEY)
    at = place % len(text)
    changed = text[:at] + char + text[at + 1 :]
    try:
        assert verify(changed, KEY, NOW) == TICKET
    except BadTicket:
        return
    # Base64's last character carries spare bits: the same bytes may be written in more than one way.
    assert changed == text or at in {text.index(".") - 1, len(text) - 1}


@given(st.text(max_size=100))
def test_any_text_is_refused(text: str) -> None:
    with pytest.raises(BadTicket):
        verify(text, KEY, NOW)


def test_grants() -> None:
    assert Grant("doc:*", True).allows("doc:pad", write=True)
    assert not Grant("doc:*", False).allows("doc:pad", write=True)
    assert not Grant("doc:*", True).allows("doc:panel-board")
    with pytest.raises(ValueError, match="0 is the house"):
        Ticket("log", 0, "x", (), NOW)
    with pytest.raises(ValueError, match="aware"):
        Ticket("log", 1, "x", (), NOW.replace(tzinfo=None))
