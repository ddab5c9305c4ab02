"""Signing in as people do it: password, reset, second factor, sessions, invitation, first run."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.core import mail
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from otherside.accounts import actions
from otherside.accounts.models import User
from otherside.accounts.roles import Role
from otherside.kernel.clock import utc_now

GOOD = "three brown horses walk"


@pytest.fixture(autouse=True)
def quick(settings: Settings, db: None) -> None:
    """Mail stays in memory, rate limits begin anew, and hashing costs nothing here."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()


@pytest.fixture
def nora() -> User:
    return User.objects.create_user("nora@example.org", "Nora Lund", GOOD, is_interviewer=True)


def sign_in(client: Client, password: str = GOOD, email: str = "nora@example.org") -> HttpResponse:
    return client.post("/account/login/", {"login": email, "password": password})


def code_of(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def test_the_right_password_opens_the_day(nora: User) -> None:
    client = Client()
    assert sign_in(client, email="Nora@Example.org")["location"] == "/"
    assert client.get("/").status_code == 200


def test_a_wrong_one_says_so_and_opens_nothing(nora: User) -> None:
    client = Client()
    response = sign_in(client, "wrong")
    assert response.status_code == 200
    assert b"not correct" in response.content
    assert client.get("/").status_code == 302


def test_guessing_ends_after_a_few_times(nora: User) -> None:
    client = Client()
    for _ in range(12):
        response = sign_in(client, "wrong")
    assert b"Too many failed" in response.content
    assert b"Too many failed" in sign_in(client).content  # also with the right one, for a while


def test_who_is_deactivated_is_told(nora: User) -> None:
    nora.is_active = False
    nora.save()
    client = Client()
    response = client.post("/account/login/", {"login": nora.email, "password": GOOD}, follow=True)
    assert b"deactivated" in response.content


def test_nobody_signs_up(db: None) -> None:
    client = Client()
    assert b"by a link that an administrator sends" in client.get("/account/signup/").content
    client.post("/account/signup/", {"email": "eve@example.org", "password1": GOOD, "password2": GOOD})
    assert not User.objects.filter(email="eve@example.org").exists()


def test_nobody_changes_the_address_by_themselves(nora: User) -> None:
    client = Client()
    sign_in(client)
    assert b"nora@example.org" in client.get("/account/email/").content
    client.post("/account/email/", {"action_add": "", "email": "eve@example.org"})
    nora.refresh_from_db()
    assert nora.email == "nora@example.org"
    assert not mail.outbox


def test_a_forgotten_password_is_set_by_mail_once(nora: User) -> None:
    client = Client()
    asked = {"email": "nora@example.org"}
    # By another name of this machine: whoever asks must not choose where the link in the mail leads.
    assert client.post("/account/password/reset/", asked, headers={"host": "127.0.0.1:9"}).status_code == 302
    assert mail.outbox[0].subject == "Otherside: A new password"
    address = re.search(r"http://\S+", mail.outbox[0].body).group()
    assert address.startswith(f"{settings.BASE_URL}/account/password/reset/")
    link = address.split("/", 3)[3]
    form = client.get(f"/{link}", follow=True)
    new = {"password1": "four green birds sing", "password2": "four green birds sing"}
    assert client.post(form.request["PATH_INFO"], new).status_code == 302
    assert sign_in(Client(), "four green birds sing")["location"] == "/"
    assert b"This link has ended" in Client().get(f"/{link}", follow=True).content


def test_a_stranger_learns_nothing_from_the_reset(db: None) -> None:
    response = Client().post("/account/password/reset/", {"email": "who@example.org"}, follow=True)
    assert b"If that address can sign in here" in response.content
    assert not mail.outbox


def test_the_second_factor(nora: User) -> None:
    client = Client()
    sign_in(client)
    client.post("/account/reauthenticate/", {"password": GOOD})
    page = client.get("/account/2fa/totp/activate/")
    assert b"Turn on the second factor" in page.content
    secret = page.context["form"].secret
    client.post("/account/2fa/totp/activate/", {"code": code_of(secret)})
    assert Authenticator.objects.filter(user=nora).count() == 2  # the app and the recovery codes
    codes = client.get("/account/2fa/recovery-codes/").context["unused_codes"]
    assert len(codes) == 10
    assert b"Turn off" in client.get("/account/2fa/").content

    other = Client()
    assert sign_in(other)["location"].startswith("/account/2fa/authenticate/")
    assert other.get("/").status_code == 302  # the password alone opens nothing now
    wrong = other.post("/account/2fa/authenticate/", {"code": "000000"})
    assert b"Incorrect code" in wrong.content
    assert other.post("/account/2fa/authenticate/", {"code": codes[0]})["location"] == "/"
    third = Client()
    sign_in(third)
    assert third.post("/account/2fa/authenticate/", {"code": codes[0]}).status_code == 200  # used up

    assert client.post("/account/2fa/totp/deactivate/").status_code == 302
    assert not Authenticator.objects.filter(user=nora).exists()


def test_changing_the_second_factor_asks_for_the_password_again(nora: User) -> None:
    client = Client()
    sign_in(client)
    response = client.get("/account/2fa/totp/activate/")
    assert response["location"].startswith("/account/reauthenticate/")
    assert b"Is it you?" in client.get(response["location"]).content
    assert client.post(response["location"], {"password": GOOD}).status_code == 302
    assert client.get("/account/2fa/totp/activate/").status_code == 200


def test_ones_sessions_are_seen_and_ended(nora: User) -> None:
    here, phone, desk = Client(), Client(headers={"user-agent": "Telephone"}), Client()
    for browser in (here, phone, desk):
        sign_in(browser)
        browser.get("/")
    page = here.get("/account/sessions/")
    assert b"Telephone" in page.content
    row = UserSession.objects.get(user_agent="Telephone")
    assert here.post(f"/me/sessions/{row.pk}/end/").status_code == 302
    assert phone.get("/").status_code == 302
    assert desk.get("/").status_code == 200
    here.post("/me/sessions/end-others/")
    assert desk.get("/").status_code == 302
    assert here.get("/").status_code == 200


def test_a_changed_password_ends_the_other_sessions(nora: User) -> None:
    here, other = Client(), Client()
    for browser in (here, other):
        sign_in(browser)
        browser.get("/")
    new = {"oldpassword": GOOD, "password1": "four green birds sing", "password2": "four green birds sing"}
    assert here.post("/account/password/change/", new).status_code == 302
    assert here.get("/").status_code == 200
    assert other.get("/").status_code == 302


def test_whatever_ends_a_session_has_open_lines_ask_again(nora: User) -> None:
    here, other = Client(), Client()
    seen = None
    new = {"oldpassword": GOOD, "password1": "four green birds sing", "password2": "four green birds sing"}
    for path, form in (
        ("/me/sessions/end-others/", {}),
        ("/account/password/change/", new),
        ("/account/logout/", {}),
    ):
        sign_in(here)
        sign_in(other)
        nora.refresh_from_db()
        assert nora.signed_out_at == seen, "signing in ends nothing"
        assert here.post(path, form).status_code == 302
        nora.refresh_from_db()
        assert nora.signed_out_at is not None
        assert seen is None or nora.signed_out_at > seen
        seen = nora.signed_out_at


def test_an_invitation_leads_in(ada: User) -> None:
    actions.invite("nils@example.org", "Nils", [Role.RECRUITER], ada, at=utc_now())
    body = mail.outbox[0].body
    assert "Ada Quist invites you" in body
    path = re.search(r"/join/\S+", body).group()
    client = Client()
    assert b"Welcome to Otherside" in client.get(path).content
    weak = client.post(path, {"name": "Nils Aas", "password": "short"})
    assert weak.status_code == 409
    assert b"too short" in weak.content
    assert client.post(path, {"name": "Nils Aas", "password": GOOD})["location"] == "/"
    assert client.get("/openings/").status_code == 200
    assert client.get("/account/2fa/totp/activate/").status_code == 200  # the password was just set
    used = Client().get(path)
    assert used.status_code == 409
    assert b"was used already" in used.content
    assert Client().get("/join/nonsense/").status_code == 404


def test_the_first_run_page(db: None) -> None:
    client = Client()
    form = {"name": "Ada Quist", "email": "ada@example.org", "password": GOOD}
    assert b"Nobody is here yet" in client.get("/setup/").content
    wrong = client.post("/setup/", {**form, "token": "guess"})
    assert wrong.status_code == 409
    assert b"This token does not fit" in wrong.content
    assert client.post("/setup/", {**form, "token": actions.setup_token()})["location"] == "/people/"
    assert client.get("/people/").status_code == 200
    assert Client().get("/setup/").status_code == 404
    again, twice = Client(), {**form, "token": actions.setup_token()}
    assert again.post("/setup/", twice)["location"] == "/people/"  # a double click sends it twice
    assert again.get("/people/").status_code == 200
    for wrong in ({"token": "guess"}, {"password": f"{GOOD} no"}, {"email": "eve@example.org"}, {"name": ""}):
        stranger = Client()
        assert stranger.post("/setup/", {**twice, **wrong}).status_code == 404
        assert stranger.get("/people/").status_code != 200


def test_the_sign_in_page_says_that_nobody_is_there_yet(db: None) -> None:
    before = Client().get("/account/login/").content.decode()
    assert "Nobody has set up this installation yet" in before
    assert "sends an invitation" not in before
    assert actions.setup_token() not in before
    actions.set_up(actions.setup_token(), "ada@example.org", "Ada", GOOD, at=utc_now())
    after = Client().get("/account/login/").content.decode()
    assert "Nobody has set up" not in after
    assert "sends an invitation" in after


def test_one_page_keeps_name_and_zone(nora: User) -> None:
    client = Client()
    sign_in(client)
    assert client.post("/me/", {"name": "Nora L.", "time_zone": "Europe/Oslo"}).status_code == 302
    nora.refresh_from_db()
    assert (nora.name, nora.time_zone) == ("Nora L.", "Europe/Oslo")
