import io

import pytest

from otherside.accounts.models import User
from otherside.accounts.roles import Role
from otherside.cli.main import main

pytestmark = pytest.mark.django_db


def test_the_command_makes_an_administrator(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("three brown horses walk\n"))
    call = ["person", "add", "Ada@example.org", "Ada Quist", "--role", "administrator", "--password-stdin"]
    assert main(call) == 0
    ada = User.objects.get(email="ada@example.org")
    assert ada.roles == {Role.ADMINISTRATOR}
    assert ada.check_password("three brown horses walk")
    assert "Added: ada@example.org, administrator." in capsys.readouterr().out


def test_a_weak_password_is_refused_with_the_reason(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("short\n"))
    assert main(["person", "add", "a@example.org", "A", "--role", "recruiter", "--password-stdin"]) == 1
    assert "too short" in capsys.readouterr().err
    assert not User.objects.exists()
