"""The pages of a plan: every change by plain buttons, a conflict with both versions, strangers refused."""

import json
import re
from pathlib import Path

import pytest
from django.test import Client

from otherside.interview.state import State
from otherside.kernel.clock import utc_now
from otherside.plan.access import plan_at, plan_of
from otherside.plan.models import RoundBrief
from otherside.question.edge import load_bank
from otherside.resume.actions import upload
from otherside.resume.tasks import read_waiting
from otherside.run.actions import meet_runner
from otherside.run.wire import LanguageHere
from tests.support.cards import AT
from tests.support.cast import ClientFor, Interview, User

pytestmark = pytest.mark.django_db


def form_of(client: Client, hour: Interview) -> dict[str, str]:
    """What a browser would send back of the page as it is."""
    page = client.get(f"/interviews/{hour.pk}/plan/").content.decode()
    plan = plan_at(hour)
    assert plan.plan is not None
    base = re.search(r'name="base" value="([^"]*)"', page)
    assert base is not None
    version = re.search(r'name="version" value="(\d+)"', page)
    assert version is not None
    values = {
        "base": base[1].replace("&quot;", '"').replace("&#x27;", "'").replace("&amp;", "&"),
        "version": version[1],
    }
    for segment in plan.plan.segments:
        values[f"minutes-{segment.id}"] = str(segment.minutes)
        if segment.kind in {"problem", "second-half", "focus"}:
            values[f"question-{segment.id}"] = segment.question or ""
    return values


def ids(hour: Interview) -> list[str]:
    plan = plan_of(hour)
    assert plan is not None
    return [segment.id for segment in plan.segments]


def press(client: Client, hour: Interview, do: str, **changed: str) -> int:
    form = {**form_of(client, hour), **changed, "do": do}
    return client.post(f"/interviews/{hour.pk}/plan/", form).status_code


def test_everything_can_be_done_by_plain_buttons(hour: Interview, alice: User, client_for: ClientFor) -> None:
    client = client_for(alice)
    assert ids(hour) == ["welcome", "problem", "disagree", "second-half", "candidate-asks"]
    assert press(client, hour, "up:second-half") == 302
    assert ids(hour) == ["welcome", "problem", "second-half", "disagree", "candidate-asks"]
    assert press(client, hour, "order:welcome,disagree,problem,second-half,candidate-asks") == 302
    assert ids(hour)[1] == "disagree"
    assert press(client, hour, "longer:problem") == 302
    assert press(client, hour, "remove:disagree") == 302
    assert press(client, hour, "add", add="project") == 302
    assert ids(hour) == ["welcome", "problem", "second-half", "project", "candidate-asks"]
    plan = plan_of(hour)
    assert plan is not None
    assert plan.total == 60
    assert press(client, hour, "reset") == 302
    assert ids(hour) == ["welcome", "problem", "disagree", "second-half", "candidate-asks"]


def test_minutes_as_written_may_be_over_and_fit_mends_them(
    hour: Interview, alice: User, client_for: ClientFor
) -> None:
    client = client_for(alice)
    assert press(client, hour, "save", **{"minutes-problem": "40"}) == 302
    page = client.get(f"/interviews/{hour.pk}/plan/").content.decode()
    assert "78 min planned, 18 min over the 60" in page
    assert press(client, hour, "fit") == 302
    plan = plan_of(hour)
    assert plan is not None
    assert plan.total == 60


@pytest.mark.parametrize(
    ("do", "changed", "said"),
    [
        ("save", {"minutes-candidate-asks": "2"}, "The last 5 minutes belong to the candidate"),
        ("shorter:candidate-asks", {}, "they belong to the candidate"),
        ("remove:candidate-asks", {}, "stays in every plan"),
        ("explode", {}, "cannot &#x27;explode&#x27;"),
        ("up:nothing", {}, "no segment"),
        ("save", {"base": "[]"}, "This is no plan"),
        ("save", {"base": "{"}, "not whole"),
        ("save", {"version": "x"}, "not whole"),
        ("save", {"minutes-problem": "9999999999999999999999"}, "cannot last"),
        ("save", {"question-problem": "no-such"}, "has no problem no-such"),
    ],
)
def test_what_cannot_be_is_said_on_the_page(
    hour: Interview, alice: User, client_for: ClientFor, do: str, changed: dict[str, str], said: str
) -> None:
    client = client_for(alice)
    page = client.post(f"/interviews/{hour.pk}/plan/", {**form_of(client, hour), **changed, "do": do})
    assert page.status_code == 422
    assert said in page.content.decode()
    assert plan_at(hour).version == 0


def test_the_second_editor_sees_both_and_can_take_theirs(
    hour: Interview, alice: User, bob: User, client_for: ClientFor
) -> None:
    hers, his = client_for(alice), client_for(bob)
    form = form_of(his, hour)
    assert press(hers, hour, "longer:problem") == 302
    page = his.post(f"/interviews/{hour.pk}/plan/", {**form, "do": "remove:disagree"})
    text = page.content.decode()
    assert page.status_code == 409
    assert "Saved now, by Alice Lindqvist" in text
    assert "Yours, not saved" in text
    base = re.search(r'name="base" value="([^"]*)"', text)
    version = re.search(r'name="version" value="(\d+)"', text)
    assert base is not None
    assert version is not None
    mine = base[1].replace("&quot;", '"').replace("&#x27;", "'").replace("&amp;", "&")
    assert "disagree" not in [row["id"] for row in json.loads(mine)]
    assert (
        his.post(
            f"/interviews/{hour.pk}/plan/", {"base": mine, "version": version[1], "do": "save"}
        ).status_code
        == 302
    )
    assert "disagree" not in ids(hour)


def test_htmx_gets_the_new_plan_at_once(hour: Interview, alice: User, client_for: ClientFor) -> None:
    client = client_for(alice)
    form = {**form_of(client, hour), "do": "longer:problem"}
    page = client.post(f"/interviews/{hour.pk}/plan/", form, headers={"hx-request": "true"})
    assert page.status_code == 200
    assert 'name="version" value="1"' in page.content.decode()


def test_the_page_is_for_reading_once_the_hour_has_begun(
    hour: Interview, alice: User, client_for: ClientFor
) -> None:
    client = client_for(alice)
    form = form_of(client, hour)
    hour.state = State.GOING_ON.value
    hour.save(update_fields=["state"])
    assert "do-save" not in client.get(f"/interviews/{hour.pk}/plan/").content.decode()
    page = client.post(f"/interviews/{hour.pk}/plan/", {**form, "do": "save"})
    assert page.status_code == 409
    assert "The hour has begun" in page.content.decode()


def test_problems_used_before_are_called_by_their_titles(
    hour: Interview, alice: User, client_for: ClientFor
) -> None:
    brief = {"used_questions": ["lru-expiry", "left-the-bank"]}
    RoundBrief.objects.create(
        application=hour.application, round=hour.round, brief=brief, written_by=alice, written_at=AT
    )
    page = client_for(alice).get(f"/interviews/{hour.pk}/prepare/").content.decode()
    assert f"{load_bank().problem('lru-expiry').title}, left-the-bank" in page


def test_the_preparation_page_has_plan_problem_and_facts(
    hour: Interview, alice: User, client_for: ClientFor
) -> None:
    text = client_for(alice).get(f"/interviews/{hour.pk}/prepare/").content.decode()
    for part in ("Dana Okonjo", "Welcome", "Before you", "Résumé", "asks about the job"):
        assert part in text


def test_the_interviewer_is_warned_of_a_language_that_is_not_installed(
    hour: Interview, alice: User, client_for: ClientFor
) -> None:
    client = client_for(alice)
    assert "not installed" not in client.get(f"/interviews/{hour.pk}/prepare/").content.decode()
    there = LanguageHere(id="python", name="Python", version="3.11", runs=True)
    missing = LanguageHere(id="go", name="Go", version="", runs=False, why="go was not found.")
    meet_runner("a", 2, "full", [there, missing], at=utc_now())
    page = client.get(f"/interviews/{hour.pk}/prepare/").content.decode()
    assert "Go is not installed where programs run" in page


@pytest.mark.parametrize("page", ["plan", "prepare"])
def test_strangers_find_nothing(
    hour: Interview, charlie: User, rosa: User, ada: User, priya: User, client_for: ClientFor, page: str
) -> None:
    for stranger in (charlie, rosa, ada):
        assert client_for(stranger).get(f"/interviews/{hour.pk}/{page}/").status_code == 404
        assert client_for(stranger).post(f"/interviews/{hour.pk}/plan/", {"do": "reset"}).status_code == 404
    assert Client().get(f"/interviews/{hour.pk}/{page}/").status_code == 302
    manager = client_for(priya)
    assert manager.get(f"/interviews/{hour.pk}/{page}/").status_code == 200
    assert "do-save" not in manager.get(f"/interviews/{hour.pk}/plan/").content.decode()
    assert manager.post(f"/interviews/{hour.pk}/plan/", {"do": "save"}).status_code == 404


@pytest.mark.parametrize("page", ["plan", "prepare"])
def test_a_page_asks_few_questions_of_the_database(
    hour: Interview, alice: User, client_for: ClientFor, page: str, django_assert_max_num_queries: object
) -> None:
    client = client_for(alice)
    client.get("/rubric/")  # the first page of a session also writes the session down
    with django_assert_max_num_queries(20):
        assert client.get(f"/interviews/{hour.pk}/{page}/").status_code == 200


def test_the_preparation_page_condenses_a_resume_that_was_read(
    hour: Interview, alice: User, rosa: User, client_for: ClientFor, settings: object, tmp_path: Path,
    django_assert_max_num_queries: object,
) -> None:  # fmt: skip
    settings.MEDIA_ROOT = tmp_path
    text = (
        "Dana Okonjo\nBackend lead\ndana@example.net\n\nExperience\n\n"
        "Backend lead, Fernweh Rail\nJan 2021 - present\n"
        "- Moved the reservation path to Kafka, cutting double bookings by 98 %\n"
        "- Led a team of five engineers in Python and PostgreSQL\n\n"
        "Software engineer, Tallybox\nMar 2018 - Dec 2020\n- Designed and owned the ledger service, 40 M entries\n"
    )
    upload(hour.application_id, rosa, "okonjo.txt", text.encode(), AT)
    assert read_waiting() == 1
    client = client_for(alice)
    client.get("/rubric/")  # the first page of a session also writes the session down
    with django_assert_max_num_queries(20):
        page = client.get(f"/interviews/{hour.pk}/prepare/").content.decode()
    for part in ("Fernweh Rail", "Tallybox", "Engineering", "Strongest in", "Kafka", "98 %"):
        assert part in page
    with django_assert_max_num_queries(20):
        assert client.get(f"/interviews/{hour.pk}/plan/").status_code == 200
