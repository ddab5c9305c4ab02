from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from otherside.kernel.errors import Conflict, DomainError, Invalid, LimitReached, NotFound, Unavailable
from otherside.web.middleware import ContentSecurityPolicy, DomainErrors, PagesAtOnce, status_of


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (NotFound, 404),
        (Invalid, 422),
        (LimitReached, 413),
        (Conflict, 409),
        (Unavailable, 503),
        (DomainError, 409),
    ],
)
def test_each_kind_of_refusal_has_its_status(error: type[DomainError], status: int) -> None:
    assert status_of(error("no")) == status


def test_a_refusal_is_json_for_those_who_ask_for_json(rf: RequestFactory) -> None:
    request = rf.post("/interviews/1/room/hint", headers={"accept": "application/json"})
    answer = DomainErrors(lambda _: HttpResponse()).process_exception(
        request, Conflict("The hour has ended.")
    )
    assert answer is not None
    assert answer.status_code == 409
    assert answer.content == b'{"error": {"code": "conflict", "message": "The hour has ended."}}'


def test_a_mistake_of_ours_stays_loud(rf: RequestFactory) -> None:
    middleware = DomainErrors(lambda _: HttpResponse())
    assert middleware.process_exception(rf.get("/"), ZeroDivisionError()) is None


def test_no_script_of_a_page_can_be_inline(rf: RequestFactory) -> None:
    answer = ContentSecurityPolicy(lambda _: HttpResponse())(rf.get("/"))
    scripts = next(p for p in answer["Content-Security-Policy"].split("; ") if p.startswith("script-src"))
    assert scripts == "script-src 'self'"


def test_a_failing_page_gives_its_place_back(rf: RequestFactory) -> None:
    def fail(_: object) -> HttpResponse:
        raise ZeroDivisionError

    pages: Callable[[object], object] = PagesAtOnce(fail)  # type: ignore[arg-type]
    for _ in range(5):
        with pytest.raises(ZeroDivisionError):
            pages(rf.get("/"))
