"""Invitations: an administrator asks somebody in; the link in the mail sets name and password, once."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string

from otherside.accounts import limits
from otherside.accounts.access import invitation_by_token, require_administrator
from otherside.accounts.actions.audit import record_audit
from otherside.accounts.actions.first import check_password
from otherside.accounts.invitation import InvitationState, hash_of, state_of
from otherside.accounts.models import Invitation, User
from otherside.accounts.roles import Role, columns
from otherside.kernel.errors import Conflict, Invalid, NotFound
from otherside.kernel.ids import new_id


def invite(email: str, name: str, roles: Collection[Role], by: User, *, at: datetime) -> Invitation:
    """Sends an invitation; an earlier open one to the same address ends. Its token is in the mail alone.

    Raises NotFound for whoever is no administrator, Invalid without a role, Conflict for somebody who is
    here, LimitReached.
    """
    require_administrator(by)
    address = email.strip().lower()
    if not roles:
        raise Invalid("Give at least one role, or they could do nothing here.")
    token = new_id()
    try:
        with transaction.atomic():
            _refuse_known(address)
            there = Invitation.objects.filter(accepted_at__isnull=True, withdrawn_at__isnull=True)
            there.filter(email=address).update(withdrawn_at=at)
            limits.INVITATIONS_OPEN_MAX.check(there.count() + 1, "This installation")
            row = Invitation.objects.create(
                email=address,
                name=name.strip(),
                roles=sorted(role.value for role in roles),
                token_hash=hash_of(token),
                invited_by=by,
                created_at=at,
                expires_at=at + timedelta(hours=int(limits.INVITATION_HOURS_MAX)),
            )
            record_audit(at, by, "invitation.sent", "invitation", row.pk, {"roles": row.roles})
            _send(row, token)
    except IntegrityError as error:
        raise Conflict(f"Somebody else is inviting {address} at this moment.") from error
    return row


def withdraw_invitation(invitation_id: int, by: User, *, at: datetime) -> None:
    """Its link no longer works. Raises NotFound, and Conflict where it was accepted meanwhile."""
    require_administrator(by)
    with transaction.atomic():
        row = Invitation.objects.filter(pk=invitation_id)
        if row.filter(accepted_at__isnull=True, withdrawn_at__isnull=True).update(withdrawn_at=at) == 0:
            if not row.exists():
                raise NotFound(f"There is no invitation {invitation_id}.")
            raise Conflict("This invitation was accepted or withdrawn already.")
        record_audit(at, by, "invitation.withdrawn", "invitation", invitation_id)


def accept_invitation(token: str, name: str, password: str, *, at: datetime) -> User:
    """The new person, with the roles they were invited to. The link works once.

    Raises NotFound, Invalid for a weak password or empty name, Conflict where it was used or ended.
    """
    row = invitation_by_token(token)
    refuse_ended(row, at)
    if not name.strip():
        raise Invalid("Write your name as colleagues and candidates should read it.")
    limits.NAME_LENGTH_MAX.check(len(name.strip()), "Your name")
    check_password(password, row.email, name)
    roles = columns(Role(value) for value in row.roles)
    try:
        with transaction.atomic():
            mine = Invitation.objects.filter(pk=row.pk, accepted_at__isnull=True, withdrawn_at__isnull=True)
            if mine.update(accepted_at=at) == 0:
                raise Conflict("This invitation was used or withdrawn just now.")
            person = User.objects.create_user(row.email, name.strip(), password, **roles)
            Invitation.objects.filter(pk=row.pk).update(user=person)
            record_audit(at, person, "person.joined", "person", person.pk, {"roles": row.roles})
    except IntegrityError as error:
        raise Conflict(f"{row.email} can sign in already. Use your password, or reset it.") from error
    return person


def refuse_ended(invitation: Invitation, at: datetime) -> None:
    """Raises Conflict unless the invitation can still be accepted."""
    state = state_of(
        accepted_at=invitation.accepted_at,
        withdrawn_at=invitation.withdrawn_at,
        expires_at=invitation.expires_at,
        at=at,
    )
    if state is not InvitationState.OPEN:
        sentence = {
            InvitationState.ACCEPTED: "was used already. Sign in with the password you chose",
            InvitationState.WITHDRAWN: "was withdrawn or replaced by a newer one. Look for a later mail",
            InvitationState.EXPIRED: f"ended on {invitation.expires_at:%d %B %Y}. Ask for a new one",
        }[state]
        raise Conflict(f"This invitation {sentence}.")


def _refuse_known(address: str) -> None:
    known = User.objects.filter(email=address).first()
    if known is not None and known.is_active:
        raise Conflict(f"{address} can sign in already. Change their roles instead.")
    if known is not None:
        raise Conflict(f"{address} was here before and is deactivated. Activate them again instead.")


def _send(invitation: Invitation, token: str) -> None:
    """By Django's mail API, in the transaction of the caller: the outbox keeps mail and row together."""
    context = {
        "invitation": invitation,
        "roles": ", ".join(Role(value).label.lower() for value in invitation.roles),
        "url": f"{settings.BASE_URL}/join/{token}/",
    }
    body = render_to_string("accounts/mail/invitation.txt", context)
    send_mail("You are invited to Otherside", body, None, [invitation.email])
