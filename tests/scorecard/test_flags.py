"""Red flags: facts from hours, what a flag lacks, and cards that were written before there were kinds."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otherside.interview.models import Interview
from otherside.live import decide
from otherside.rubric.edge import load_rubric
from otherside.scorecard.card import missing, read_card
from otherside.scorecard.flags import FIELDS, flag_facts, read_flags
from otherside.scorecard.seen import seen_in
from tests.scorecard.test_measured import begun
from tests.support.cards import card_in, draft, fields
from tests.support.cast import ClientFor, User
from tests.support.hour_scripts import script
from tests.support.hours import ALICE, DANA, QUESTION, Script

RUBRIC = load_rubric()


def told(hour: Script, *, start_min: float = 5) -> dict[str, dict[str, str]]:
    """The facts with the invitation's start so many minutes after the lobby was opened."""
    seen = seen_in(hour.entries)
    assert seen.hour.opened_at is not None
    starts_at = seen.hour.opened_at + timedelta(minutes=start_min)
    found = flag_facts(seen, starts_at=starts_at, candidate=DANA, member=ALICE)
    return {kind: {fact.what: fact.figure for fact in listed} for kind, listed in found.items()}


def test_late_is_measured_from_the_invitation_and_causes_stand_apart() -> None:
    hour = Script("late", "").at(-5).opens().at(17).joins(DANA).at(18)
    hour.add(decide.lateness(hour.hour, ALICE, "technical", "The microphone", apology=True))
    late = told(hour)["late"]
    assert late["Came to the room"] == "17 min after the invitation's start"
    assert late["The first of the panel"] == "5 min before the invitation's start"
    assert late["Cause, as heard"] == "technical trouble: it does not count"
    assert (late["Apology"], late["Reason"]) == ("yes", "“The microphone”")


def test_whoever_never_came_to_the_room_has_no_minutes() -> None:
    hour = Script("nobody", "").at(-5).opens()
    assert "Came to the room" not in told(hour)["late"]


def test_gave_up_tells_the_minutes_without_pauses_and_what_followed() -> None:
    hour = begun().at(6).pauses("trouble").at(9).resumes().at(13)
    hour.add(decide.asked_solution(hour.hour, ALICE, QUESTION)).at(15).runs(4, of=6).at(19).runs(6, of=6)
    assert told(hour)["gave-up"] == {
        "Asked for the solution": "13:00, after 5 min 0 s on the problem",
        "Went on afterwards": "✓ 2 runs, green after 6 min 0 s",
    }
    assert "Went on afterwards" in told(script("gave-up-and-went-on"))["gave-up"]
    assert "gave-up" not in told(script("everything-on-time"))


def test_arrogance_needs_a_quote_and_others_do_not() -> None:
    values = fields({"working-together": 4})
    noted = {**values, "flag-arrogance": "Waved the question away", "flag-late": "No word of it"}
    assert missing(read_card(noted, RUBRIC), RUBRIC) == ("a quote for arrogance, word for word",)
    assert missing(read_card({**noted, "flag-arrogance-quote": "“Next.”"}, RUBRIC), RUBRIC) == ()


def test_a_card_from_before_there_were_kinds_is_still_read() -> None:
    (flag,) = read_flags({"flag": "Laughed at the task", "flag-quote": "“Really?”"})
    assert (flag.kind, flag.words, flag.quote) == ("other", "Laughed at the task", "“Really?”")


@given(st.dictionaries(st.sampled_from(tuple(FIELDS)), st.text(max_size=20)))
def test_a_flag_is_noted_where_something_is_written(values: dict[str, str]) -> None:
    assert all(flag.words.strip() for flag in read_flags(values))


@pytest.mark.django_db
def test_flags_are_on_the_page_and_hidden_from_colleagues_who_owe_a_card(
    held: Interview, alice: User, bob: User, client_for: ClientFor
) -> None:
    noted = {"flag-arrogance": "UNSEEN-FLAG", "flag-arrogance-quote": "UNSEEN-QUOTE"}
    draft(held, alice, {**fields(), **noted})
    address = f"/interviews/{held.pk}/scorecard/"
    text = client_for(alice).get(address).content.decode()
    assert "UNSEEN-FLAG" in text
    assert f"/interviews/{held.pk}/integrity/" in text
    assert 'name="flag-cheating"' not in text
    card = card_in(held, alice, {**fields(), **noted})
    assert "UNSEEN" not in client_for(bob).get(address).content.decode()
    assert client_for(bob).get(f"/scorecards/{card.pk}/").status_code == 404
    assert client_for(bob).get(f"/interviews/{held.pk}/integrity/").status_code == 404
    assert "UNSEEN-QUOTE" in client_for(alice).get(f"/scorecards/{card.pk}/").content.decode()
