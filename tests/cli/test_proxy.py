"""Behind nginx with HTTPS, by the very file that the documentation shows."""

import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from email.message import Message
from http.client import HTTPSConnection
from pathlib import Path

import pytest
from websockets.sync.client import connect

from otherside.kernel.ids import new_id
from otherside.process.configuration import read_configuration
from otherside.relay.ticket import Grant, Ticket, sign
from tests.support.postgres import free_port
from tests.support.relay_server import ROOT
from tests.support.serving import Serving, serving

HOST = "interviews.example.org"


def certificate(folder: Path) -> tuple[Path, Path]:
    crt, key = folder / "host.pem", folder / "host.key"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={HOST}",
         "-addext", f"subjectAltName=DNS:{HOST}", "-keyout", str(key), "-out", str(crt)],
        check=True, capture_output=True,
    )  # fmt: skip
    return crt, key


@contextmanager
def nginx(folder: Path, backend_port: int, port: int, crt: Path, key: Path) -> Iterator[None]:
    """nginx with deploy/nginx.conf; only ports and the certificate's place differ."""
    site = (ROOT / "deploy" / "nginx.conf").read_text()
    for written, here in (
        ("listen 443 ssl;", f"listen 127.0.0.1:{port} ssl;"),
        (f"/etc/ssl/certs/{HOST}.pem", str(crt)),
        (f"/etc/ssl/private/{HOST}.key", str(key)),
        ("127.0.0.1:8000", f"127.0.0.1:{backend_port}"),
    ):
        assert written in site
        site = site.replace(written, here)
    temporary = "".join(
        f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole = f"daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log; events {{}}\n"
    (folder / "nginx.conf").write_text(f"{whole} http {{ access_log off; {temporary}\n{site}\n}}")
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    process = subprocess.Popen([program, "-p", str(folder), "-c", str(folder / "nginx.conf")])
    try:
        end = time.monotonic() + 20
        while True:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert process.poll() is None, (folder / "error.log").read_text()
            assert time.monotonic() < end
            time.sleep(0.05)
        yield
    finally:
        process.terminate()
        process.wait(20)


def ask(port: int, crt: Path, path: str) -> tuple[int, Message, str]:
    """Status, headers and text of a GET as a browser of that host would make it."""
    connection = HTTPSConnection("127.0.0.1", port, context=trusting(crt), timeout=20)
    with closing(connection):
        connection.request("GET", path, headers={"Host": HOST, "X-Forwarded-For": "6.6.6.6"})
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read().decode()


def trusting(crt: Path) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=str(crt))
    context.check_hostname = False  # it is reached by its address here
    return context


def room_ticket(served: Serving) -> tuple[str, str]:
    key = read_configuration(served.environment()).derived_key("ticket")
    log_id = new_id()
    expires = datetime.now(UTC) + timedelta(minutes=5)
    return log_id, sign(Ticket(log_id, 1, "Dana", (Grant("doc:*", True),), expires), key)


@pytest.mark.processes
def test_pages_cookies_and_the_rooms_socket_go_through_nginx(tmp_path: Path) -> None:
    port = free_port()
    crt, key = certificate(tmp_path)
    with (
        serving(tmp_path / "data", BASE_URL=f"https://{HOST}", TRUSTED_PROXIES="127.0.0.1") as served,
        nginx(tmp_path, served.port, port, crt, key),
    ):
        status, headers, text = ask(port, crt, "/account/login/")
        cookies = headers.get_all("Set-Cookie") or []
        assert status == 200
        assert "Sign in" in text
        assert cookies
        assert all("Secure" in cookie for cookie in cookies)
        assert headers["Strict-Transport-Security"] is not None

        log_id, ticket = room_ticket(served)
        address = f"wss://127.0.0.1:{port}/relay/y/{log_id}/doc:pad?ticket={ticket}"
        with connect(address, ssl=trusting(crt), origin=f"https://{HOST}") as room:  # type: ignore[arg-type]
            room.send(b"\x00\x00\x01\x00")  # sync step 1 of an empty document
            assert room.recv(timeout=20)[:2] == b"\x00\x01"
        with (
            pytest.raises(Exception, match=r"403|rejected|close"),
            connect(address, ssl=trusting(crt), origin="https://elsewhere.example.org") as room,  # type: ignore[arg-type]
        ):
            room.recv(timeout=20)
