"""The rooms on a connection in memory, in a real browser: no server of ours, every state at once."""

import json
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
BAD = ("serious", "critical")
PANEL = "room.html?side=panel&at="
CANDIDATE = "room.html?side=candidate&at="


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Says nothing: a test's output is its own."""


def build_dev_pages(folder: Path) -> None:
    """Builds frontend/dev into `folder`; raises with Vite's words where that fails."""
    done = subprocess.run(
        ["npx", "vite", "build", "--config", "frontend/vite.dev.config.ts", "--outDir", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address under which the dev pages of `folder` are served on loopback."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/dev/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join(timeout=5)


def launch(playwright: Playwright) -> Browser:
    """Debian's Chromium; works as root."""
    return playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])


class Opened:
    """Opens pages and fails the test on any script error."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser = browser
        self.address = address
        self.errors: list[str] = []

    def __call__(self, path: str, *, width: int = 1280, height: int = 800, scheme: str = "light") -> Page:
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
        )
        page = context.new_page()
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.goto(self.address + path)
        page.locator("#room > *").first.wait_for()
        if path.startswith("room"):
            page.locator(".editor .cm-content").first.wait_for(state="attached")
        return page


def chord(page: Page, key: str) -> None:
    """`Ctrl ,` and then one key."""
    page.keyboard.press("Control+,")
    page.keyboard.press(key)


def editor_text(page: Page) -> str:
    """The text of the editor in view, as the shared document has it."""
    return str(
        page.evaluate("document.querySelector('.editor .cm-content').cmTile.view.state.doc.toString()")
    )


def axe(page: Page) -> list[str]:
    """What axe finds serious or critical, one line each: rule, help, first place."""
    page.evaluate(AXE.read_text())
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{v['id']} ({v['impact']}): {v['help']} at {json.dumps(v['nodes'][0]['target'])} x{len(v['nodes'])}"
        for v in found["violations"]
        if v["impact"] in BAD
    ]
