"""Finds people, invitations and audit lines for a reader, or says that there is nothing."""

from datetime import datetime

from django.contrib.sessions.backends.base import SessionBase
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from otherside.accounts import limits, matrix
from otherside.accounts.invitation import hash_of
from otherside.accounts.models import AuditEntry, Invitation, User
from otherside.accounts.roles import Role
from otherside.accounts.standing import Standing
from otherside.kernel.errors import NotFound


def standings(user: User) -> frozenset[Standing]:
    """How `user` stands to people and the audit trail."""
    if user.is_active and user.is_administrator:
        return frozenset({Standing.ADMINISTRATOR})
    return frozenset()


def require_administrator(user: User) -> None:
    """Raises NotFound for whoever may not change people."""
    if not matrix.PERSON.writes(standings(user)):
        raise NotFound(
            "There is no such page, or it is not for you. People and roles are for administrators."
        )


def people_for(user: User, *, search: str = "", active: bool | None = True) -> QuerySet[User]:
    """The people of the company, by name, for an administrator. Raises NotFound for others."""
    require_administrator(user)
    rows = User.objects.order_by("name", "id")
    if active is not None:
        rows = rows.filter(is_active=active)
    words = search.strip()[: int(limits.SEARCH_LENGTH_MAX)]
    return rows.filter(Q(name__icontains=words) | Q(email__icontains=words)) if words else rows


def access_person(person_id: int, user: User) -> User:
    """Somebody of the company, for an administrator. Raises NotFound."""
    require_administrator(user)
    row = User.objects.filter(pk=person_id).first()
    if row is None:
        raise NotFound(f"There is no person {person_id}.")
    return row


def with_role(role: Role) -> QuerySet[User]:
    """Active people who hold `role`, by name: choices of forms, whose page says who may see them."""
    return User.objects.filter(is_active=True, **{role.column: True}).order_by("name", "id")


def invitations_for(user: User) -> QuerySet[Invitation]:
    """Invitations that nobody has accepted or withdrawn, latest first. Raises NotFound."""
    require_administrator(user)
    rows = Invitation.objects.filter(accepted_at__isnull=True, withdrawn_at__isnull=True)
    return rows.select_related("invited_by")


def invitation_by_token(token: str) -> Invitation:
    """The invitation of a link. What can still be done with it is `invitation.state_of`. Raises NotFound."""
    row = Invitation.objects.filter(token_hash=hash_of(token)).select_related("invited_by").first()
    if row is None:
        raise NotFound("This invitation does not exist. Check that the link is whole, or ask for a new one.")
    return row


def audit_for(
    user: User,
    *,
    actor_id: int | None = None,
    noun: str = "",
    noun_id: str = "",
    since: datetime | None = None,
    until: datetime | None = None,
) -> QuerySet[AuditEntry]:
    """The audit trail, latest first, for an administrator. Raises NotFound for others."""
    if not matrix.AUDIT.reads(standings(user)):
        raise NotFound("There is no such page, or it is not for you. The audit trail is for administrators.")
    rows = AuditEntry.objects.select_related("actor")
    if actor_id is not None:
        rows = rows.filter(actor_id=actor_id)
    if noun:
        rows = rows.filter(noun=noun)
    if noun_id:
        rows = rows.filter(noun_id=noun_id)
    if since is not None:
        rows = rows.filter(at__gte=since)
    return rows.filter(at__lt=until) if until is not None else rows


def is_current(session: SessionBase, key: str) -> bool:
    """Whether `key` names the session that asks."""
    return session.session_key == key


class SignedInRequest(HttpRequest):
    """A request behind `login_required`: its user is somebody of the company."""

    user: User
