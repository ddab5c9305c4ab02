import pytest

from tests.support.cast import ClientFor, User

pytestmark = pytest.mark.django_db


def test_alice_reads_what_is_judged(alice: User, client_for: ClientFor) -> None:
    page = client_for(alice).get("/rubric/?level=senior")
    assert page.status_code == 200
    text = page.content.decode()
    assert "Stands several questions on one choice" in text
    assert "Gives in at once, or goes on as before" not in text  # a junior's words


def test_nobody_reads_it_without_signing_in(client: "ClientFor") -> None:
    assert client.get("/rubric/").status_code == 302
