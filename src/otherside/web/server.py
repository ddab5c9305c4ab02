"""The process for browsers: pages and the relay on one port.

The relay owns the log of every interview that is open; pages reach it over its local socket like every other
process. Started by `otherside serve`, or by itself as `python -m otherside.web.server`.
"""

import asyncio
import logging
import resource
import socket
import sys
from collections.abc import Sequence
from urllib.parse import urlsplit

import uvicorn
from django.conf import settings
from django.db import transaction

from otherside.kernel.errors import DomainError, Unavailable
from otherside.process.configuration import Configuration
from otherside.process.connect import connect, places
from otherside.relay.server import Relay
from otherside.web.asgi import application
from otherside.web.patience import PatientProtocol

logger = logging.getLogger("otherside.web")

SWITCH_INTERVAL_S = (
    0.0002  # pages give the interpreter back quickly: the relay's echo depends on it (decision 5)
)
BACKLOG = 2048
BODY_WAIT_S = 15
STOP_WAIT_S = 5


class Server(uvicorn.Server):
    """uvicorn's server with the relay started before it listens and stopped after it has closed."""

    def __init__(self, config: uvicorn.Config, relay: Relay) -> None:
        super().__init__(config)
        self.relay = relay

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await self.relay.start()
        await super().startup(sockets)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await super().shutdown(sockets)
        await self.relay.stop()


def listening(host: str, port: int) -> list[socket.socket]:
    """Bound sockets; `localhost` is 127.0.0.1 and, where the machine has it, ::1. Raises Unavailable."""
    hosts = ["127.0.0.1", "::1"] if host == "localhost" else [host]
    found: list[socket.socket] = []
    for address in hosts:
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        try:
            one = socket.socket(family)
        except OSError:
            continue  # a machine without IPv6
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            one.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        try:
            one.bind((address, port))
        except OSError as error:
            one.close()
            if address == "::1" and found:
                continue
            raise Unavailable(
                f"Port {port} on {address} cannot be had ({error.strerror}). "
                f"Choose another with OTHERSIDE_PORT, or make run PORT={port + 1}."
            ) from error
        one.listen(BACKLOG)
        found.append(one)
    return found


def raise_open_files() -> None:
    """As many open files as this host allows: every member of every room holds one."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def origins(configuration: Configuration) -> frozenset[str]:
    """Pages that may open the room's WebSocket: ours, by each name that a browser here may use."""
    base = urlsplit(configuration.base_url)
    local = {f"http://{name}:{configuration.port}" for name in ("localhost", "127.0.0.1", "[::1]")}
    return frozenset({f"{base.scheme}://{base.netloc}", *(local if base.hostname == "localhost" else ())})


def make_server(configuration: Configuration) -> Server:
    there = places(configuration)
    store = connect(configuration, in_transaction=lambda: transaction.get_connection().in_atomic_block)
    relay = Relay(
        store=store,
        key=there.ticket_key,
        token=there.service_token,
        socket_path=there.relay_socket,
        origins=origins(configuration),
    )
    config = uvicorn.Config(
        application,
        ws=relay.protocol_class(),
        loop="uvloop",
        http=PatientProtocol,
        lifespan="off",
        log_config=None,
        access_log=False,
        proxy_headers=bool(configuration.trusted_proxies),
        forwarded_allow_ips=list(configuration.trusted_proxies),
        server_header=False,
        timeout_graceful_shutdown=STOP_WAIT_S,
        timeout_keep_alive=BODY_WAIT_S,
    )
    return Server(config, relay)


async def serve(server: Server, sockets: Sequence[socket.socket]) -> None:
    await server.serve(sockets=list(sockets))


def main() -> int:
    configuration: Configuration = settings.CONFIGURATION
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    raise_open_files()
    try:
        sockets = listening(configuration.host, configuration.port)
        server = make_server(configuration)
        with asyncio.Runner(loop_factory=server.config.get_loop_factory()) as runner:
            runner.run(serve(server, sockets))
    except DomainError as error:
        logger.error("web does not start: %s", error)  # noqa: TRY400 - the sentence says it all
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
