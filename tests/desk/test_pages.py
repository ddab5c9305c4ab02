"""The pages of desk: what they say, to whom, and with how many queries."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from pytest_django import DjangoAssertNumQueries

from otherside.accounts.actions import record_audit
from otherside.accounts.models import User
from otherside.hiring.models import Application
from otherside.interview.models import PanelMember
from otherside.kernel.clock import utc_now
from otherside.resume.models import Resume
from tests.support import cast
from tests.support.company import Company, company

QUERIES_MAX = 20


@pytest.fixture
def whole(alice: User, bob: User, rosa: User, priya: User) -> Company:
    return company(alice, bob, rosa, priya, now=utc_now())


def text(response: HttpResponse) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def test_alice_sees_what_she_can_do_next(whole: Company, alice: User, client_for: cast.ClientFor) -> None:
    page = text(client_for(alice).get("/"))
    assert "Dana Okonjo" in page
    assert "Write your card : Farid Haddad" in page
    assert "To the room : Dana Okonjo" in page
    assert "Open the room : Sofia Petrov" in page
    assert "Luca Brandt" not in page  # Bob's
    assert "need" in page


def test_one_button_of_a_page_is_the_next_thing(
    whole: Company, alice: User, client_for: cast.ClientFor
) -> None:
    html = client_for(alice).get("/").content.decode()
    assert html.count('class="button go"') == 1
    assert re.search(r'class="button go" href="/interviews/\d+/room/"', html)


def test_the_now_line_stands_between_past_and_future(
    whole: Company, alice: User, client_for: cast.ClientFor
) -> None:
    html = client_for(alice).get("/").content.decode()
    assert html.index("Dana Okonjo") < html.index('class="nowline"') < html.index("Sofia Petrov")


def test_rosa_sees_what_is_to_schedule_and_priya_what_is_to_decide(
    whole: Company, rosa: User, priya: User, client_for: cast.ClientFor
) -> None:
    of_rosa = text(client_for(rosa).get("/"))
    assert "Plan the round : Amara Nwosu" in of_rosa
    assert "Look : Elif Demir" in of_rosa
    assert "Plan the round : Farid Haddad" not in of_rosa  # a card is owed first
    assert "Debrief : Wanjiru Kamau" in text(client_for(priya).get("/"))


def test_a_card_owed_from_an_earlier_day_waits(
    whole: Company, alice: User, client_for: cast.ClientFor
) -> None:
    hour = whole.interviews["overdue"]
    hour.starts_at -= timedelta(days=3)
    hour.ended_at -= timedelta(days=3)
    hour.save()
    page = text(client_for(alice).get("/"))
    assert "Waiting for you" in page
    assert "Card overdue 3 days" in page


def test_an_empty_day_says_what_will_come(charlie: User, client_for: cast.ClientFor) -> None:
    page = text(client_for(charlie).get("/"))
    assert "No interview today." in page
    assert "Look through the bank" in page


def test_the_pipeline_says_whose_move_it_is(
    whole: Company, rosa: User, priya: User, client_for: cast.ClientFor
) -> None:
    page = text(client_for(rosa).get(f"/openings/{whole.opening.pk}/"))
    assert "Interviewing 6" in page
    assert "Alice&#x27;s card" in page
    new = text(client_for(rosa).get(f"/openings/{whole.opening.pk}/?stage=new"))
    assert "Plan the round : Elif Demir" in new
    deciding = text(client_for(priya).get(f"/openings/{whole.opening.pk}/?stage=deciding"))
    assert "you" in deciding


def test_who_owes_a_card_does_not_learn_of_others(
    whole: Company, alice: User, bob: User, client_for: cast.ClientFor
) -> None:
    seat = PanelMember.objects.get(interview=whole.interviews["decided"], user=bob)
    PanelMember.objects.filter(pk=seat.pk).update(card_in_at=None)
    url = f"/interviews/{whole.interviews['decided'].pk}/"
    assert "shown once yours is in" in text(client_for(bob).get(url))
    assert "card missing" in text(client_for(alice).get(url))


def test_who_owes_a_card_does_not_learn_what_others_do_at_the_debrief(
    whole: Company, alice: User, bob: User, client_for: cast.ClientFor
) -> None:
    decided = whole.interviews["decided"]
    PanelMember.objects.filter(interview=decided, user=bob).update(card_in_at=None)
    url = f"/applications/{decided.application_id}/"
    before = text(client_for(bob).get(url))
    for action in ("decision.vouched", "decision.view-noted", "decision.made"):
        record_audit(cast.NOW, alice, action, "application", decided.application_id)
    assert text(client_for(bob).get(url)) == before


def test_the_timeline_says_what_happened_in_words(
    whole: Company, alice: User, rosa: User, priya: User, client_for: cast.ClientFor
) -> None:
    of = whole.interviews["decided"].application_id
    for action in ("decision.view-noted", "decision.vouched", "decision.commented"):
        record_audit(cast.NOW, priya, action, "application", of)
    record_audit(cast.NOW, priya, "decision.made", "application", of, {"kind": "one-more-round"})
    url = f"/applications/{of}/"
    for reader in (priya, alice):
        page = text(client_for(reader).get(url))
        for words in ("Decided: one more round", "Noted a view", "Vouched for", "Said something at"):
            assert words in page
    page = text(client_for(rosa).get(url))
    assert "Decided: one more round" in page  # the outcome, which she tells the candidate
    assert "Noted a view" not in page
    assert "ecision." not in page


def test_a_candidate_is_added_recognised_and_told_apart(
    whole: Company, rosa: User, client_for: cast.ClientFor
) -> None:
    client = client_for(rosa)
    url = f"/openings/{whole.opening.pk}/candidates/add/"
    form = {"name": "Noor Aziz", "email": "noor@example.net", "phone": "", "time_zone": "Europe/Berlin"}
    response = client.post(url, form)
    assert response.status_code == 302
    assert "Noor Aziz" in text(client.get(response["location"]))
    again = client.post(url, {**form, "name": "N. Aziz", "email": "Noor@Example.net"})
    assert again.status_code == 409
    assert "Is it the same person?" in text(again)
    told = client.post(url, {**form, "name": "N. Aziz", "same": "else"})
    assert told.status_code == 302
    person = Application.objects.latest("pk").candidate_id
    assert "belongs to Noor Aziz" in text(client.get(f"/candidates/{person}/"))


def test_a_chosen_resume_stays_chosen_when_somebody_is_recognised(
    whole: Company, rosa: User, client_for: cast.ClientFor, settings: object, tmp_path: Path
) -> None:
    """The page's script asks for the question alone and leaves the rest of the form, with its file, as it is."""
    settings.MEDIA_ROOT = tmp_path
    client, url = client_for(rosa), f"/openings/{whole.opening.pk}/candidates/add/"
    form = {"name": "Noor Aziz", "email": "noor@example.net", "phone": "", "time_zone": "Europe/Berlin"}
    assert client.post(url, form).status_code == 302

    def typed() -> dict[str, object]:
        return {**form, "name": "N. Aziz", "resume": SimpleUploadedFile("noor.txt", b"Noor Aziz")}

    asked = client.post(url, typed(), headers={"HX-Request": "true"})
    assert asked.status_code == 200
    assert "Is it the same person?" in text(asked)
    assert "once more" not in text(asked)
    without_scripts = client.post(url, typed())
    assert without_scripts.status_code == 409
    assert "Choose the résumé once more" in text(without_scripts)
    added = client.post(url, {**typed(), "same": "else"}, headers={"HX-Request": "true"})
    assert added.headers["HX-Redirect"].startswith("/applications/")
    assert Resume.objects.get().file_name == "noor.txt"


PAGES = {
    "day": ("/", "alice bob rosa priya ada charlie"),
    "opening": ("/openings/{opening}/", "rosa priya ada"),
    "closed": ("/openings/{opening}/?stage=closed", "rosa"),
    "about": ("/openings/{opening}/about/", "rosa priya ada"),
    "openings": ("/openings/", "rosa priya ada charlie"),
    "candidates": ("/candidates/", "rosa priya charlie"),
    "candidate": ("/candidates/{candidate}/", "rosa priya"),
    "application": ("/applications/{application}/", "alice rosa priya"),
    "interview": ("/interviews/{interview}/", "alice rosa priya"),
    "change": ("/interviews/{later}/move/", "rosa"),
    "add": ("/openings/{opening}/candidates/add/", "rosa"),
    "find": ("/find/?q=an", "alice rosa priya ada"),
    "me": ("/me/", "alice"),
    "people": ("/people/", "ada"),
    "audit": ("/audit/", "ada"),
    "sessions": ("/account/sessions/", "alice"),
}


@pytest.mark.parametrize("page", PAGES)
def test_no_page_asks_more_than_twenty_times(
    page: str,
    whole: Company,
    request: pytest.FixtureRequest,
    ada: User,
    charlie: User,
    client_for: cast.ClientFor,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    # A second opening and forty more candidates, so that a query a row would show.
    for number in range(40):
        who = cast.candidate(name=f"Candidate {number}", email=f"c{number}@example.net")
        cast.application(who, whole.opening, stage="interviewing")
    path, names = PAGES[page]
    dana = whole.applications["Dana Okonjo"]
    url = path.format(
        opening=whole.opening.pk, application=dana.pk, candidate=dana.candidate_id,
        interview=whole.interviews["running"].pk, later=whole.interviews["later"].pk,
    )  # fmt: skip
    for name in names.split(" "):
        client = client_for(request.getfixturevalue(name))
        client.get("/me/")  # the first answer of a session writes its row
        with django_assert_max_num_queries(QUERIES_MAX):
            assert client.get(url).status_code == 200
