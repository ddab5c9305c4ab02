"""A relay alone in a process, for tests that kill one: `python -m tests.support.relay_process WHERE SOCKET [PORT]`.

Prints its port on the first line. Key and token are the tests' own.
"""

import asyncio
import signal
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import uvloop

from otherside.relay.server import Relay, fold_log, open_store
from otherside.relay.ticket import Grant, Ticket, sign

KEY = b"tests-only-relay-key-" + b"k" * 16
TOKEN = "tests-only-service-token"
PANEL = (Grant("doc:*", True), Grant("doc:panel-*", True), Grant("outline", False), Grant("presence", False))


def ticket(
    log_id: str, member: int, *, name: str = "", grants: tuple[Grant, ...] = PANEL, life_s: int = 600
) -> str:
    """A ticket that the process below takes."""
    expires = datetime.now(UTC) + timedelta(seconds=life_s)
    return sign(Ticket(log_id, member, name or f"Member {member}", grants, expires), KEY)


async def main(where: str, socket_path: str, port: str = "0") -> None:
    store = open_store(where)
    relay = Relay(store=store, key=KEY, token=TOKEN, socket_path=Path(socket_path))
    await relay.start()
    print(await relay.serve("127.0.0.1", int(port)), flush=True)
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    await stop.wait()
    await relay.stop()
    fold_log(store, relay.index, everything=True)
    store.close()


if __name__ == "__main__":
    uvloop.run(main(*sys.argv[1:]))
