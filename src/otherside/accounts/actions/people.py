"""People who are here: roles, leaving and coming back, their own settings and sessions."""

import zoneinfo
from collections.abc import Collection
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.db import transaction

from otherside.accounts import limits
from otherside.accounts.access import access_person
from otherside.accounts.actions.audit import record_audit
from otherside.accounts.actions.first import check_password
from otherside.accounts.models import User
from otherside.accounts.roles import Role, columns
from otherside.kernel.errors import Conflict, Invalid, NotFound


def change_roles(
    person_id: int, roles: Collection[Role], by: User, *, seen: Collection[Role], at: datetime
) -> User:
    """Exactly `roles`, where the person still holds what the reader saw.

    Raises NotFound for whoever is no administrator; Conflict where another administrator was faster, or where
    nobody would administer any more.
    """
    person = access_person(person_id, by)
    with transaction.atomic():
        if Role.ADMINISTRATOR not in roles:
            _refuse_last_administrator(person)
        same = User.objects.filter(pk=person.pk, **columns(seen))
        if same.update(**columns(roles)) == 0:
            raise Conflict(
                f"Somebody has changed {person.name}'s roles since you looked. Look again, then save."
            )
        if not set(seen) <= set(roles):
            note_signed_out(person, at)
        detail = {"from": sorted(seen), "to": sorted(roles)}
        record_audit(at, by, "person.roles-changed", "person", person.pk, detail)
    person.refresh_from_db()
    return person


def deactivate(person_id: int, by: User, *, at: datetime) -> None:
    """Ends the person's sessions and their sign-in; what they wrote stays theirs. Raises NotFound,
    Conflict.
    """
    person = access_person(person_id, by)
    with transaction.atomic():
        _refuse_last_administrator(person)
        if User.objects.filter(pk=person.pk, is_active=True).update(is_active=False) == 0:
            raise Conflict(f"{person.name} is deactivated already.")
        record_audit(at, by, "person.deactivated", "person", person.pk)
    for session in UserSession.objects.filter(user=person):
        session.end()


def reactivate(person_id: int, by: User, *, at: datetime) -> None:
    """Lets the person sign in again, with the roles they had. Raises NotFound and Conflict."""
    person = access_person(person_id, by)
    with transaction.atomic():
        if User.objects.filter(pk=person.pk, is_active=False).update(is_active=True) == 0:
            raise Conflict(f"{person.name} is active already.")
        record_audit(at, by, "person.reactivated", "person", person.pk)


def add_person(
    email: str, name: str, roles: Collection[Role], password: str | None, *, at: datetime
) -> tuple[User, bool]:
    """For whoever has the machine: the person with these roles, made or brought back, and whether they
    are new.

    No password leaves the old one, or none, to be set by a reset. Raises Invalid.
    """
    if not roles or not name.strip() or "@" not in email:
        raise Invalid("Give an e-mail address, a name and at least one role.")
    address = email.strip().lower()
    if password is not None:
        check_password(password, address, name)
    with transaction.atomic():
        person = User.objects.select_for_update().filter(email=address).first()
        is_new = person is None
        if person is None:
            person = User.objects.create_user(address, name.strip(), password, **columns(roles))
        else:
            gained = {role.column: True for role in roles}
            User.objects.filter(pk=person.pk).update(is_active=True, **gained)
            person.refresh_from_db()
            if password is not None:
                person.set_password(password)
                person.save(update_fields=["password"])
        record_audit(
            at, None, "person.added" if is_new else "person.recovered", "person", person.pk,
            {"roles": sorted(roles)},
        )  # fmt: skip
    return person, is_new


def change_me(user: User, name: str, time_zone: str, *, at: datetime) -> None:
    """One's own name and time zone. Raises Invalid and LimitReached."""
    if not name.strip():
        raise Invalid("Write your name as colleagues and candidates should read it.")
    limits.NAME_LENGTH_MAX.check(len(name.strip()), "Your name")
    if time_zone not in zoneinfo.available_timezones():
        raise Invalid(f"{time_zone!r} is no time zone. Choose one like Europe/Berlin.")
    with transaction.atomic():
        User.objects.filter(pk=user.pk).update(name=name.strip(), time_zone=time_zone)
        record_audit(at, user, "person.changed", "person", user.pk, {"columns": ["name", "time_zone"]})


def end_session(user: User, session_id: int, *, at: datetime) -> None:
    """Signs that browser of one's own out. Raises NotFound."""
    row = UserSession.objects.filter(user=user, pk=session_id).first()
    if row is None:
        raise NotFound("You have no such session; it may have ended already.")
    record_audit(at, user, "session.ended", "person", user.pk, {"how_many": 1})
    row.end()
    note_signed_out(user, at)


def end_other_sessions(user: User, key: str | None, *, at: datetime) -> int:
    """Signs every other browser of one's own out; how many."""
    others = list(UserSession.objects.filter(user=user).exclude(session_key=key or ""))
    record_audit(at, user, "session.ended", "person", user.pk, {"how_many": len(others)})
    for row in others:
        row.end()
    note_signed_out(user, at)
    return len(others)


def note_signed_out(user: User, at: datetime) -> None:
    """Has every line that is open for this person ask again whether it may stay; a session that still stands
    is let in again. Comes last: before, it would be answered as it was.
    """
    User.objects.filter(pk=user.pk).update(signed_out_at=at)


def _refuse_last_administrator(person: User) -> None:
    """Locks all administrators until the transaction ends, so that two cannot remove each other at once."""
    rows = User.objects.select_for_update().filter(is_administrator=True, is_active=True).order_by("pk")
    keys = [row.pk for row in rows]
    if keys == [person.pk]:
        raise Conflict(f"{person.name} is the last administrator. Make somebody else administrator first.")
