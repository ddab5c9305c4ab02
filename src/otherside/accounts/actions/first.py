"""The first administrator: by the first-run page with a token that the operator's terminal showed, or by
command.
"""

import hmac
from datetime import datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from otherside.accounts.actions.audit import record_audit
from otherside.accounts.models import Installation, User
from otherside.accounts.roles import Role, columns
from otherside.kernel.errors import Conflict, Invalid, NotFound

SENT_TWICE = timedelta(seconds=30)


def needs_first_administrator() -> bool:
    """Whether nobody administers this installation yet: only then is there a first-run page."""
    return not User.objects.filter(is_administrator=True).exists()


def setup_token() -> str:
    """What `otherside serve` prints while there is no administrator. Derived from the secret key, kept
    nowhere.
    """
    key = str(settings.SECRET_KEY).encode()
    return hmac.new(key, b"otherside.accounts.setup", sha256).hexdigest()[:32]


def holds_setup_token(token: str) -> bool:
    return hmac.compare_digest(token.strip().encode(), setup_token().encode())


def set_up(token: str, email: str, name: str, password: str, *, at: datetime) -> User:
    """The first administrator; sent twice at once, the same one again. Raises NotFound without the token or
    once there is another, Invalid, Conflict.
    """
    refused = NotFound("This token does not fit, or there is an administrator already. Sign in instead.")
    if not holds_setup_token(token):
        raise refused
    if not needs_first_administrator():
        person = _made_just_now(email, password, at)
        if person is None:
            raise refused
        return person
    try:
        return make_first_administrator(email, name, password, at=at)
    except Conflict:
        person = _made_just_now(email, password, at)
        if person is None:
            raise
        return person


def _made_just_now(email: str, password: str, at: datetime) -> User | None:
    """Whom this very form has made a moment ago: a double click sends it twice. Later it is no way in."""
    installed = Installation.objects.filter(set_up_at__gt=at - SENT_TWICE).exists()
    person = User.objects.filter(email=email.strip().lower()).first()
    if not installed or person is None or not (person.is_active and person.is_administrator):
        return None
    return person if person.check_password(password) else None


def make_first_administrator(email: str, name: str, password: str, *, at: datetime) -> User:
    """An administrator who is recruiter and hiring manager as well, so that one person can begin alone.

    The caller has checked that this may be. Raises Invalid for a weak password, Conflict for the second
    of two.
    """
    check_password(password, email, name)
    every = columns(Role)
    try:
        with transaction.atomic():
            Installation.objects.create(set_up_at=at)
            person = User.objects.create_user(email.strip(), name.strip(), password, **every)
            record_audit(
                at, person, "person.added", "person", person.pk, {"roles": sorted(every), "first": True}
            )
    except IntegrityError as error:
        raise Conflict("Somebody has set up this installation just now. Sign in instead.") from error
    return person


def check_password(password: str, email: str, name: str) -> None:
    """Raises Invalid, which says what is wrong with `password`."""
    try:
        validate_password(password, User(email=email, name=name))
    except ValidationError as error:
        raise Invalid(" ".join(error.messages)) from error
