"""What every answer gets: a content security policy, and a readable page for every DomainError."""

from collections.abc import Callable
from threading import BoundedSemaphore

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render

from otherside.kernel.errors import Conflict, DomainError, Invalid, LimitReached, NotFound, Unavailable

STATUS: list[tuple[type[DomainError], int]] = [
    (NotFound, 404),
    (Invalid, 422),
    (LimitReached, 413),
    (Conflict, 409),
    (Unavailable, 503),
]

# Inline style *attributes* carry figures (--m: minutes); scripts are never inline.
POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self' blob:; frame-ancestors 'none'; "
    "base-uri 'none'; form-action 'self'; object-src 'none'"
)

Answer = Callable[[HttpRequest], HttpResponseBase]


def status_of(error: DomainError) -> int:
    """The HTTP status of an error's kind; 409 for those that name none."""
    return next((status for kind, status in STATUS if isinstance(error, kind)), 409)


def wants_json(request: HttpRequest) -> bool:
    return request.headers.get("accept", "").startswith("application/json") or request.path.startswith(
        "/api/"
    )


class PagesAtOnce:
    """At most two pages are at work at once: they share the interpreter with the relay.

    Measured: with two, a keystroke's echo stays at 4 to 9 ms at p99; without a bound it reaches 100 ms.
    Bodies are read and answers are written outside, so that a slow line holds no place.
    """

    places = BoundedSemaphore(2)

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        with self.places:
            return self.answer(request)


class ContentSecurityPolicy:
    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.answer(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        return response


class DomainErrors:
    """A view that does not catch a DomainError still answers with a page that says what to do."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.answer(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, DomainError):
            return None
        status = status_of(error)
        if wants_json(request):
            return JsonResponse({"error": {"code": error.code, "message": str(error)}}, status=status)
        return render(request, "web/error.html", {"error": error, "status": status}, status=status)
