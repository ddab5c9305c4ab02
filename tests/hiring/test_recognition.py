import pytest
from hypothesis import given
from hypothesis import strategies as st

from otherside.hiring.recognition import normal_email, normal_phone
from otherside.kernel.errors import Invalid


@pytest.mark.parametrize(
    ("given_", "normal"),
    [
        ("Dana@Example.NET", "dana@example.net"),
        (" dana@example.net. ", "dana@example.net"),
        ("d.a.n.a+jobs@gmail.com", "dana@gmail.com"),
        ("Dana+x@GoogleMail.com", "dana@gmail.com"),
        ("dana+jobs@outlook.com", "dana@outlook.com"),
        ("d.ana@outlook.com", "d.ana@outlook.com"),  # dots count there
        ("d.ana@protonmail.com", "dana@proton.me"),
        ("dana+jobs@example.net", "dana+jobs@example.net"),  # unknown provider: it may be her address
        ("+@gmail.com", "+@gmail.com"),
        ("", ""),
    ],
)
def test_addresses_that_reach_the_same_person_compare_equal(given_: str, normal: str) -> None:
    assert normal_email(given_) == normal


@pytest.mark.parametrize("text", ["dana", "@example.net", "dana@", "a@b@c", "da na@example.net"])
def test_what_is_no_address_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(Invalid, match=r"dana@example\.org"):
        normal_email(text)


@pytest.mark.parametrize(
    ("given_", "normal"),
    [
        ("+44 113 496 0182", "441134960182"),
        ("+44 (0)113 496-0182", "441134960182"),
        ("0044 113 4960182", "441134960182"),
        ("(+49) 30/1234.567", "49301234567"),
        ("", ""),
    ],
)
def test_numbers_become_digits_with_their_country(given_: str, normal: str) -> None:
    assert normal_phone(given_) == normal


@pytest.mark.parametrize(
    "text", ["0113 496 0182", "call me", "+44", "+1" * 20, "+0113 496 0182", "+44 113 ext 2"]
)
def test_what_could_be_anybody_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match=r"\+44 113 496 0182"):
        normal_phone(text)


@given(st.emails())
def test_normalising_twice_changes_nothing(address: str) -> None:
    try:
        once = normal_email(address)
    except Invalid:
        return
    assert normal_email(once) == once


@given(st.text(max_size=60))
def test_any_text_gives_digits_or_a_refusal(text: str) -> None:
    try:
        digits = normal_phone(text)
    except Invalid:
        return
    assert digits == "" or (digits.isdecimal() and 7 <= len(digits) <= 15)
