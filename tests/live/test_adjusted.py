"""An adjusted hour: everybody is told what is adjusted, nobody why; languages are known beforehand."""

import pytest
from django.test import Client

from otherside.interview import links
from otherside.interview.models import Interview
from otherside.live.access import take_seat
from otherside.live.views import configs
from otherside.plan.access import languages_to_install, languages_wanted, plan_of
from otherside.run.models import Runner
from tests.support.cast import ClientFor, User
from tests.support.live_table import NOW, Table

ADJUSTED = {
    "minutes": 60, "extra_percent": 25, "breaks": 1, "hide_clock": True, "without_running": True,
    "second_person": "Ines", "second_part": "interprets",
}  # fmt: skip


@pytest.fixture
def adjusted(table: Table) -> Table:
    values = {"adjustments": ADJUSTED, "minutes": 80, "call_phone": "+49 30 1234"}
    Interview.objects.filter(pk=table.interview.pk).update(**values)
    table.interview.refresh_from_db()
    return table


def a_runner(**runs: bool) -> None:
    languages = [
        {"id": name, "name": name, "version": "1", "runs": it, "why": "", "note": ""}
        for name, it in runs.items()
    ]
    Runner.objects.create(name="r1", slots=1, promise="", languages=languages, seen_at=NOW)


def test_plan_and_rooms_know_of_it(adjusted: Table) -> None:
    adjusted.begin()
    plan = plan_of(adjusted.interview)
    assert plan is not None
    assert (plan.minutes, plan.over) == (80, 0)
    assert [s.kind for s in plan.segments].count("break") == 1
    assert adjusted.hour.minutes == 80
    assert adjusted.hour.without_running
    for key in (adjusted.alice, adjusted.dana):
        seated = take_seat(key, adjusted.at)
        told = (
            configs.panel_config(seated)
            if key is adjusted.alice
            else configs.candidate_config(seated, adjusted.dana.token)
        )
        assert told.prefs.hide_clock
        assert told.prefs.stretch_percent == 125
        assert "Ines takes part: interprets" in told.prefs.adjusted
        assert told.interview.call_phone == "+49 30 1234"


def test_the_lobby_says_what_and_shows_no_minutes(adjusted: Table, client: Client) -> None:
    page = client.get(links.room_path(adjusted.interview)).content.decode()
    assert "25 % more time" in page
    assert "If the call fails, dial +49 30 1234" in page
    assert " min</td>" not in page


def test_dana_says_what_she_writes_in(table: Table, client: Client, client_for: ClientFor, ada: User) -> None:
    a_runner(python=True, go=False)
    url = f"{links.room_path(table.interview)}languages/"
    assert client.post(url, {"languages": "Go, Python, Rust"}).status_code == 302
    table.interview.refresh_from_db()
    assert table.interview.languages_wanted == ["Go", "Python", "Rust"]
    assert [(each.id, each.runs) for each in languages_wanted(table.interview, NOW)] == [
        ("go", False), ("python", True), (None, False),
    ]  # fmt: skip
    assert {each.name: hours for each, hours in languages_to_install(NOW)} == {"Go": 1, "Rust": 1}
    prepare = client_for(table.alice.user).get(f"/interviews/{table.interview.pk}/prepare/").content.decode()
    assert "Go is not installed on any runner" in prepare
    assert "Go is wanted in 1 interview to come" in client_for(ada).get("/").content.decode()
    assert "is wanted in" not in client_for(table.bob.user).get("/").content.decode()


def test_too_many_languages_are_refused(table: Table, client: Client) -> None:
    url = f"{links.room_path(table.interview)}languages/"
    assert client.post(url, {"languages": "a,b,c,d,e,f"}).status_code == 422


def test_charlie_has_no_say_in_languages(table: Table, client: Client) -> None:
    broken = links.room_path(table.interview)[:-3] + "xx/languages/"
    assert client.post(broken, {"languages": "Go"}).status_code == 404
