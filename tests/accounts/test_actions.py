from collections.abc import Collection
from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.core import mail
from pytest_django import Settings

from otherside.accounts import actions
from otherside.accounts.access import audit_for, invitation_by_token, people_for
from otherside.accounts.models import AuditEntry, Invitation, User
from otherside.accounts.roles import Role
from otherside.kernel.errors import Conflict, Invalid, NotFound
from tests.support import cast

GOOD = "three brown horses walk"


@pytest.fixture(autouse=True)
def in_memory(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


def token_in_mail() -> str:
    return mail.outbox[-1].body.split("/join/")[1].split("/")[0]


def invite(ada: User, email: str = "Nora@example.org", roles: Collection[Role] = (Role.INTERVIEWER,)) -> str:
    actions.invite(email, "Nora", roles, ada, at=cast.NOW)
    return token_in_mail()


def test_an_invitation_makes_a_person_once(ada: User) -> None:
    token = invite(ada, roles=[Role.INTERVIEWER, Role.RECRUITER])
    assert token not in str(Invitation.objects.values())  # only its hash is kept
    nora = actions.accept_invitation(token, "Nora Lund", GOOD, at=cast.NOW)
    assert nora.roles == {Role.INTERVIEWER, Role.RECRUITER}
    assert nora.email == "nora@example.org"
    assert nora.check_password(GOOD)
    with pytest.raises(Conflict, match="was used already"):
        actions.accept_invitation(token, "Nora Lund", GOOD, at=cast.NOW)


def test_an_invitation_ends(ada: User) -> None:
    token = invite(ada)
    with pytest.raises(Conflict, match="ended on 17 June 2026"):
        actions.accept_invitation(token, "Nora", GOOD, at=cast.NOW + timedelta(days=7))


def test_the_newest_invitation_counts(ada: User) -> None:
    old, new = invite(ada), invite(ada)
    with pytest.raises(Conflict, match="replaced by a newer one"):
        actions.accept_invitation(old, "Nora", GOOD, at=cast.NOW)
    actions.accept_invitation(new, "Nora", GOOD, at=cast.NOW)


def test_a_withdrawn_invitation_opens_nothing(ada: User) -> None:
    token = invite(ada)
    actions.withdraw_invitation(invitation_by_token(token).pk, ada, at=cast.NOW)
    with pytest.raises(Conflict, match="withdrawn"):
        actions.accept_invitation(token, "Nora", GOOD, at=cast.NOW)


@pytest.mark.parametrize("password", ["short", "password1234", "nora@example.org"])
def test_a_password_that_is_guessed_is_refused(ada: User, password: str) -> None:
    token = invite(ada)
    with pytest.raises(Invalid):
        actions.accept_invitation(token, "Nora", password, at=cast.NOW)
    assert not User.objects.filter(email="nora@example.org").exists()


def test_who_is_here_is_not_invited(ada: User, alice: User) -> None:
    with pytest.raises(Conflict, match="can sign in already"):
        invite(ada, email="ALICE@example.org")


def test_roles_change_from_what_was_seen(ada: User, alice: User) -> None:
    actions.change_roles(alice.pk, [Role.RECRUITER], ada, seen=[Role.INTERVIEWER], at=cast.NOW)
    alice.refresh_from_db()
    assert alice.roles == {Role.RECRUITER}
    with pytest.raises(Conflict, match="since you looked"):
        actions.change_roles(alice.pk, [], ada, seen=[Role.INTERVIEWER], at=cast.NOW)


def test_a_role_that_goes_has_what_is_open_ask_again(ada: User, alice: User) -> None:
    both = [Role.INTERVIEWER, Role.RECRUITER]
    actions.change_roles(alice.pk, both, ada, seen=[Role.INTERVIEWER], at=cast.NOW)
    alice.refresh_from_db()
    assert alice.signed_out_at is None
    actions.change_roles(alice.pk, [Role.RECRUITER], ada, seen=both, at=cast.NOW)
    alice.refresh_from_db()
    assert alice.signed_out_at == cast.NOW


def test_the_last_administrator_stays(ada: User, alice: User) -> None:
    with pytest.raises(Conflict, match="last administrator"):
        actions.change_roles(ada.pk, [], ada, seen=[Role.ADMINISTRATOR], at=cast.NOW)
    with pytest.raises(Conflict, match="last administrator"):
        actions.deactivate(ada.pk, ada, at=cast.NOW)
    actions.change_roles(alice.pk, [Role.ADMINISTRATOR], ada, seen=[Role.INTERVIEWER], at=cast.NOW)
    actions.deactivate(ada.pk, ada, at=cast.NOW)
    alice.refresh_from_db()
    with pytest.raises(Conflict, match="last administrator"):  # a deactivated one does not count
        actions.deactivate(alice.pk, alice, at=cast.NOW)


def test_deactivating_ends_every_session(ada: User, alice: User, client_for: cast.ClientFor) -> None:
    phone, desk = client_for(alice), client_for(alice)
    for browser in (phone, desk):
        assert browser.get("/me/").status_code == 200
    assert UserSession.objects.filter(user=alice).count() == 2
    actions.deactivate(alice.pk, ada, at=cast.NOW)
    assert not UserSession.objects.filter(user=alice).exists()
    assert phone.get("/me/").status_code == 302
    actions.reactivate(alice.pk, ada, at=cast.NOW)
    assert desk.get("/me/").status_code == 302  # the session itself is gone, not only refused


@pytest.mark.parametrize("who", ["alice", "rosa", "priya", "charlie"])
def test_only_administrators_change_people(who: str, request: pytest.FixtureRequest, ada: User) -> None:
    user = request.getfixturevalue(who)
    for act in (
        lambda: actions.invite("x@example.org", "", [Role.INTERVIEWER], user, at=cast.NOW),
        lambda: actions.change_roles(user.pk, list(Role), user, seen=user.roles, at=cast.NOW),
        lambda: actions.deactivate(ada.pk, user, at=cast.NOW),
        lambda: people_for(user),
        lambda: audit_for(user),
    ):
        with pytest.raises(NotFound):
            act()


def test_the_same_form_twice_makes_one_administrator_and_is_no_way_in_later(db: None) -> None:
    token, mail = actions.setup_token(), "Ada@example.org"
    ada = actions.set_up(token, mail, "Ada", GOOD, at=cast.NOW)
    assert actions.set_up(token, mail, "Ada", GOOD, at=cast.NOW + timedelta(seconds=2)) == ada
    assert User.objects.count() == 1
    for other in (
        ("guess", mail, GOOD, cast.NOW),
        (token, mail, f"{GOOD} no", cast.NOW),
        (token, "eve@example.org", GOOD, cast.NOW),
        (token, mail, GOOD, cast.NOW + timedelta(minutes=1)),
    ):
        with pytest.raises(NotFound):
            actions.set_up(*other[:2], "Ada", other[2], at=other[3])


def test_the_first_administrator_needs_the_token_and_comes_once(db: None) -> None:
    assert actions.needs_first_administrator()
    with pytest.raises(NotFound):
        actions.set_up("guess", "ada@example.org", "Ada", GOOD, at=cast.NOW)
    ada = actions.set_up(actions.setup_token(), "Ada@example.org", "Ada", GOOD, at=cast.NOW)
    assert Role.ADMINISTRATOR in ada.roles
    assert not actions.needs_first_administrator()
    with pytest.raises(NotFound):
        actions.set_up(actions.setup_token(), "eve@example.org", "Eve", GOOD, at=cast.NOW)


def test_nobody_else_ends_ones_session(ada: User, alice: User, client_for: cast.ClientFor) -> None:
    client_for(alice).get("/me/")
    row = UserSession.objects.get(user=alice)
    with pytest.raises(NotFound):
        actions.end_session(ada, row.pk, at=cast.NOW)


def test_who_has_the_machine_recovers_a_person(alice: User) -> None:
    alice.is_active = False
    alice.save()
    again, is_new = actions.add_person("alice@example.org", "Alice", [Role.ADMINISTRATOR], GOOD, at=cast.NOW)
    assert (again.pk, is_new, again.is_active) == (alice.pk, False, True)
    assert again.roles == {Role.INTERVIEWER, Role.ADMINISTRATOR}
    assert again.check_password(GOOD)


def test_audit_lines_hold_no_names(ada: User, alice: User) -> None:
    invite(ada)
    actions.change_roles(alice.pk, [], ada, seen=[Role.INTERVIEWER], at=cast.NOW)
    text = str(list(AuditEntry.objects.values("action", "noun", "detail")))
    assert "ora" not in text
    assert "lice" not in text
