"""allauth's hooks."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc] # allauth has no types
    """Nobody signs up by themselves: people come by invitation."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
