"""allauth's hooks."""

from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from otherside.accounts.actions import note_signed_out
from otherside.accounts.models import User
from otherside.kernel.clock import utc_now


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Nobody signs up by themselves: people come by invitation, and the address of it stays theirs."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth's signature
        return False

    def logout(self, request: HttpRequest) -> None:
        user = request.user
        super().logout(request)
        if isinstance(user, User):
            note_signed_out(user, utc_now())

    def set_password(self, user: User, password: str) -> None:
        super().set_password(user, password)  # which ends every session but the one that asked
        note_signed_out(user, utc_now())

    def clean_email(self, email: str) -> str:
        match = self.request.resolver_match if self.request is not None else None
        if match is not None and match.url_name == "account_email":
            raise ValidationError(
                "Addresses are not changed here. Ask an administrator to invite the new one."
            )
        return str(super().clean_email(email))

    def get_reset_password_from_key_url(self, key: str) -> str:
        """At the address that is configured: whoever asks for the mail may name another host of ours."""
        path = urlsplit(super().get_reset_password_from_key_url(key)).path
        return f"{settings.BASE_URL}{path}"

    def format_email_subject(self, subject: str) -> str:
        return f"Otherside: {subject}"
