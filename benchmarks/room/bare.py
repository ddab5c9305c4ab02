"""The bare ground of the same run: a WebSocket that echoes, a python3 that says hello, an empty page."""

import asyncio
import http.server
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from websockets.asyncio.server import ServerConnection, broadcast, serve

PAGE = """<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>bare</title>
<input id="type"><output id="seen"></output>
<script>
  const socket = new WebSocket(`ws://127.0.0.1:${new URLSearchParams(location.search).get("port")}`)
  const seen = document.getElementById("seen")
  let text = ""
  socket.onopen = () => { document.title = "open" }
  socket.onmessage = (event) => { text += event.data; seen.textContent = text }
  document.getElementById("type").addEventListener("keydown", (event) => socket.send(event.key))
</script>"""


class Echo:
    """A relay that knows nothing: every message goes to everybody else."""

    def __init__(self) -> None:
        self.port = 0
        self.loop = asyncio.new_event_loop()
        self.ready = threading.Event()
        self.stop = asyncio.Event()
        self.thread = threading.Thread(target=self.loop.run_until_complete, args=(self._run(),), daemon=True)

    async def _run(self) -> None:
        others: set[ServerConnection] = set()

        async def member(connection: ServerConnection) -> None:
            others.add(connection)
            try:
                async for message in connection:
                    broadcast(others - {connection}, message)
            finally:
                others.discard(connection)

        async with serve(member, "127.0.0.1", 0) as server:
            self.port = next(iter(server.sockets)).getsockname()[1]
            self.ready.set()
            await self.stop.wait()


class _Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """The same page at every path."""
        body = PAGE.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Says nothing: stdout is the table's."""


@contextmanager
def bare_page() -> Iterator[str]:
    """The address of the bare page, with its echo beside it."""
    echo = Echo()
    echo.thread.start()
    echo.ready.wait(5)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/?port={echo.port}"
    finally:
        server.shutdown()
        server.server_close()
        echo.loop.call_soon_threadsafe(echo.stop.set)
        echo.thread.join(5)


def hello_ms() -> float:
    """How long one bare `python3` takes to say hello, in milliseconds."""
    began = time.perf_counter()
    subprocess.run(["/usr/bin/python3", "-c", "print('hello')"], capture_output=True, check=True)
    return (time.perf_counter() - began) * 1000
