"""Where the two pages come from: a demo server of this run, or two links that are given."""

import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / "benchmarks" / ".work" / "room"
START_WAIT_S = 240


@dataclass(frozen=True, slots=True)
class Links:
    """The panel's room (with the way in, where one must enter first) and the candidate's link."""

    enter: str | None
    panel: str | None
    candidate: str | None


@contextmanager
def demo_server() -> Iterator[Links]:
    """`otherside demo` on a free port, until the block ends. The only place that knows how it is started."""
    WORK.mkdir(parents=True, exist_ok=True)
    log = WORK / "demo.log"
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "otherside.cli.main",
        "demo",
        "--port",
        str(port),
        "--data",
        str(WORK / "data"),
    ]
    with log.open("w") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, cwd=ROOT)
    try:
        yield Links(_desk(process, log), None, None)
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()


def _desk(process: subprocess.Popen[bytes], log: Path) -> str:
    """The desk's link, once the demo prints it."""
    end = time.monotonic() + START_WAIT_S
    while time.monotonic() < end:
        found = re.search(r"(http://\S+/demo/enter/\w+/alice/)\s", log.read_text())
        if found:
            return found.group(1)
        if process.poll() is not None:
            break
        time.sleep(0.2)
    sys.exit(f"The demo did not start; see {log}")


def open_room(browser: Browser, links: Links) -> tuple[Page, Page]:
    """The panel's page and the candidate's, in a room of their own, both past the lobby's door."""
    panel = context(browser).new_page()
    if links.enter is not None:
        panel.goto(links.enter)
    room, candidate_link = links.panel, links.candidate
    if room is None or candidate_link is None:
        room, candidate_link = _unused_room(panel)
    panel.goto(room)
    if panel.get_by_role("button", name="Open the lobby").count():
        panel.get_by_role("button", name="Open the lobby").click()
    panel.locator(".editor .cm-content").wait_for()
    candidate = context(browser).new_page()
    candidate.goto(candidate_link)
    enter = candidate.locator("form button.go").first
    if enter.count():
        enter.click()
    candidate.locator(".editor .cm-content").wait_for()
    return panel, candidate


def _unused_room(page: Page) -> tuple[str, str]:
    """A planned interview of the desk whose lobby is not open yet: nobody else types there."""
    hrefs = page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)")
    numbers = sorted({int(n) for h in hrefs for n in re.findall(r"/interviews/(\d+)/", h)})
    origin = re.match(r"https?://[^/]+", page.url)
    assert origin is not None
    for number in numbers:
        room = f"{origin.group(0)}/interviews/{number}/room/"
        page.goto(room)
        copy = page.locator("[data-copy]")
        if page.get_by_role("button", name="Open the lobby").count() and copy.count():
            return room, str(copy.first.get_attribute("data-copy"))
    sys.exit("The desk has no planned interview whose lobby is still closed; give --panel and --candidate.")


def context(browser: Browser, like: Page | None = None) -> BrowserContext:
    """A browser profile of its own: nothing cached, and nobody signed in but who is in `like`."""
    size: ViewportSize = {"width": 1280, "height": 800}
    if like is None:
        return browser.new_context(viewport=size)
    return browser.new_context(viewport=size, storage_state=like.context.storage_state())
