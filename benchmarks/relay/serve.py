"""The relay alone, as a process that the benchmark pins to one core: serve.py DATA PORT KEY."""

import asyncio
import resource
import signal
import sys
from pathlib import Path

import uvloop

from otherside.relay.server import Relay, open_store


async def main(data: str, port: str, key: str) -> None:
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    store = open_store(Path(data) / "log.sqlite3")
    relay = Relay(store=store, key=key.encode(), token=key, socket_path=Path(data) / "relay.sock")
    await relay.start()
    await relay.serve("127.0.0.1", int(port))
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    await stop.wait()
    await relay.stop()


if __name__ == "__main__":
    sys.setswitchinterval(0.0002)
    uvloop.run(main(*sys.argv[1:]))
