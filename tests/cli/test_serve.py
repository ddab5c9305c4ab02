"""Whether the pages are there: asked at the address they listen on, by a name they answer to."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from otherside.cli.serve import answers, health_url
from otherside.cli.supervisor import Supervisor


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("localhost", "http://127.0.0.1:8000/health/"),
        ("0.0.0.0", "http://127.0.0.1:8000/health/"),
        ("::", "http://[::1]:8000/health/"),
        ("fd00::5", "http://[fd00::5]:8000/health/"),
        ("192.0.2.5", "http://192.0.2.5:8000/health/"),
    ],
)
def test_pages_are_asked_where_they_listen(host: str, url: str) -> None:
    assert health_url(host, 8000) == url


def test_pages_that_know_their_name_alone_are_asked_by_it() -> None:
    """Django answers 400 to a name it does not know, and an address is none."""

    class Pages(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if self.headers["Host"] == "localhost" else 400)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        assert answers(health_url("127.0.0.1", server.server_port), Supervisor([]))
    finally:
        server.shutdown()
        server.server_close()
