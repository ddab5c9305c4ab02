"""What accounts notes of every request: that a session was seen, at most once a minute."""

from collections.abc import Callable

from allauth.usersessions.models import UserSession
from django.core.cache import cache
from django.http import HttpRequest, HttpResponseBase

SEEN_S = 60


class SessionSeen:
    """Keeps `last_seen_at` of a person's sessions.

    allauth's own middleware writes a row in every request, which on SQLite makes each page wait for the one
    writer; a minute is exact enough for people who look where they are signed in.
    """

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        key = request.session.session_key
        if key and request.user.is_authenticated and cache.add(f"accounts.seen:{key}", 1, SEEN_S):
            UserSession.objects.create_from_request(request)
        return self.answer(request)
