"""What is logged holds no secret: neither Django's warnings of forged posts, nor the trace of a 500."""

import logging
import sys

import pytest
from django.conf import settings
from django.test import Client

from otherside.interview.links import after_path, room_path
from otherside.live import access
from otherside.web.logs import Line, without_secrets
from tests.support import cast


class Kept(logging.Handler):
    """The lines as the process's own handler writes them."""

    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(Line(settings.LOGGING["formatters"]["line"]["format"]))
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture
def kept() -> Kept:
    handler = Kept()
    logging.getLogger("django").addHandler(handler)
    yield handler
    logging.getLogger("django").removeHandler(handler)


def test_the_process_logs_with_it() -> None:
    assert settings.LOGGING["formatters"]["line"]["()"] == f"{Line.__module__}.{Line.__name__}"
    assert settings.LOGGING["root"]["handlers"] == ["stderr"]
    assert settings.LOGGING["handlers"]["stderr"]["formatter"] == "line"


def test_a_forged_post_is_logged_without_the_link(kept: Kept, hour: cast.Interview) -> None:
    path = room_path(hour)
    answer = Client(enforce_csrf_checks=True).post(f"{path}join/", {"name": "Dana"})
    assert answer.status_code == 403
    assert any("Forbidden" in line and "/c/…/join/" in line for line in kept.lines)
    assert path.split("/")[2] not in "\n".join(kept.lines)


def test_the_trace_of_a_500_is_logged_without_the_link(
    kept: Kept, hour: cast.Interview, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = room_path(hour)

    def broken(*_: object) -> None:
        raise RuntimeError(f"cannot open http://localhost:8000{path}?ticket=abcdefghijkl")

    monkeypatch.setattr(access, "access_by_room_token", broken)
    client = Client(raise_request_exception=False)
    assert client.get(path).status_code == 500
    told = "\n".join(kept.lines)
    assert "RuntimeError: cannot open http://localhost:8000/c/…/?ticket=…" in told
    assert path.split("/")[2] not in told
    assert "abcdefghijkl" not in told


def test_every_address_with_a_secret_is_cut(hour: cast.Interview) -> None:
    for path in (after_path(hour), "/join/s3cret-invitation/", "/accounts/password/reset/key/1a-c9k2-98fd0/"):
        cut = without_secrets(f"GET {path} 500")
        assert cut.endswith("…/ 500")
    assert without_secrets("GET /interviews/12/replay/?at=3 500") == "GET /interviews/12/replay/?at=3 500"
    try:
        raise ValueError(room_path(hour))
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, "x", 1, "failed", None, sys.exc_info())
    assert "ValueError: /c/…/" in Line().format(record)
