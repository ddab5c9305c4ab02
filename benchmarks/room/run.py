"""The room in two real Chromium pages on loopback: a key to the other screen, a Run, a cold start.

    make bench-room
    python -m benchmarks.room.run --panel URL --candidate URL [--enter URL]

A key counts from its keydown on one page to the frame in which the other page shows it; both pages are of
one browser and share its clock. A Run counts from Ctrl-Enter to the first output on the other page. A cold
start counts from the navigation, with an empty cache, to an editor that holds the document. Beside each
stands the bare ground of the same run: a WebSocket that echoes, a python3 that says hello, a page with
nothing in it. The last line is JSON.
"""

import argparse
import json
import statistics
import sys
from collections.abc import Sequence
from contextlib import nullcontext

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.room.bare import bare_page, hello_ms
from benchmarks.room.rooms import Links, context, demo_server, open_room

GOALS = {"key_p95_ms": 50.0, "run_p95_ms": 250.0, "interactive_s": 1.5}
KEY_EVERY_MS = 90
HELLO = "print('hello')"

# The clock is the same in every page of one browser: the origin plus what has passed since.
CLOCK = "performance.timeOrigin + performance.now()"
WATCH_KEYS = f"""() => {{
  window.pressed = []
  const note = (event) => {{ if (event.key === "x") window.pressed.push({CLOCK}) }}
  window.addEventListener("keydown", note, true)
}}"""
WATCH_SCREEN = f"""(selector) => {{
  window.seen = []
  const count = () => document.querySelector(selector).textContent.split("x").length - 1
  let known = count()
  new MutationObserver(() => {{
    const now = count()
    if (now <= known) return
    const more = now - known
    known = now
    requestAnimationFrame(() => {{ for (let i = 0; i < more; i++) window.seen.push({CLOCK}) }})
  }}).observe(document.querySelector(selector), {{ subtree: true, childList: true, characterData: true }})
}}"""
WATCH_RUN = f"""() => {{
  window.asked = []
  window.addEventListener("keydown", (event) => {{
    if (event.key === "Enter" && event.ctrlKey) window.asked.push({CLOCK})
  }}, true)
}}"""
FIRST_OUTPUT = f"""(number) => new Promise((resolve) => {{
  const look = () => {{
    const head = document.querySelector(".output h2")?.textContent ?? ""
    const printed = document.querySelector(".output .printed")?.textContent ?? ""
    if (head === `Run ${{number}}` && printed.includes("hello")) resolve({CLOCK})
    else requestAnimationFrame(look)
  }}
  look()
}})"""
USABLE = """
  const look = () => {
    const text = document.querySelector(".editor .cm-content[contenteditable=true]")?.textContent ?? ""
    if (text.length > 0) window.usableMs = performance.now()
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
"""


def say(text: str) -> None:
    """Progress, beside the table and not in it."""
    print(text, file=sys.stderr, flush=True)


def p(values: Sequence[float], share: float) -> float:
    """The value below which `share` of `values` lie."""
    return statistics.quantiles(values, n=100, method="inclusive")[round(share * 100) - 1]


def keys_ms(writer: Page, reader: Page, target: str, shown: str, keys: int) -> list[float]:
    """From the keydown in `writer` to the frame in which `reader` shows it, for each of `keys` presses."""
    reader.evaluate(WATCH_SCREEN, shown)
    writer.evaluate(WATCH_KEYS)
    writer.locator(target).click()
    for _ in range(keys):
        writer.keyboard.press("x")
        writer.wait_for_timeout(KEY_EVERY_MS)
    reader.wait_for_function("count => window.seen.length >= count", arg=keys, timeout=10_000)
    pressed, seen = writer.evaluate("window.pressed"), reader.evaluate("window.seen")
    return [there - here for here, there in zip(pressed, seen, strict=True)]


def runs_ms(writer: Page, reader: Page, runs: int) -> list[float]:
    """From Ctrl-Enter in `writer` to the first output in `reader`."""
    writer.locator(".editor .cm-content").click()
    writer.keyboard.press("Control+a")
    writer.keyboard.type(HELLO)
    writer.evaluate(WATCH_RUN)
    times = []
    for number in range(1, runs + 1):
        writer.keyboard.press("Control+Enter")
        there = float(reader.evaluate(FIRST_OUTPUT, number))
        times.append(there - float(writer.evaluate("window.asked.at(-1)")))
        reader.get_by_text("finished").first.wait_for(timeout=15_000)
        writer.wait_for_timeout(150)
    return times


def cold_s(browser: Browser, signed_in: Page, loads: int) -> list[float]:
    """From navigation to an editor that holds the document, each time with an empty cache."""
    times = []
    for _ in range(loads):
        fresh = context(browser, signed_in)
        page = fresh.new_page()
        page.add_init_script(USABLE)
        page.goto(signed_in.url)
        page.wait_for_function("() => window.usableMs !== undefined", timeout=20_000)
        times.append(float(page.evaluate("window.usableMs")) / 1000)
        fresh.close()
    return times


def bare(browser: Browser, keys: int, runs: int, loads: int) -> dict[str, list[float]]:
    """The same measurements with nothing of ours in between."""
    with bare_page() as url:
        pages = [context(browser).new_page() for _ in range(2)]
        for page in pages:
            page.goto(url)
            page.wait_for_function("document.title === 'open'")
        key = keys_ms(pages[0], pages[1], "#type", "#seen", keys)
        loaded = []
        for _ in range(loads):
            fresh = context(browser)
            page = fresh.new_page()
            page.goto(url)
            timing = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
            loaded.append(float(page.evaluate(timing)) / 1000)
            fresh.close()
    return {"key": key, "run": [hello_ms() for _ in range(runs)], "load": loaded}


def measure(browser: Browser, links: Links, options: argparse.Namespace) -> dict[str, float]:
    """All figures of one run."""
    say("bare ground …")
    ground = bare(browser, options.keys, options.runs, options.loads)
    say("opening the room …")
    panel, candidate = open_room(browser, links)
    say(f"{options.keys} keys …")
    keys = keys_ms(candidate, panel, ".editor .cm-content", ".editor .cm-content", options.keys)
    say(f"{options.runs} runs …")
    runs = runs_ms(candidate, panel, options.runs)
    say(f"{options.loads} cold starts …")
    loads = cold_s(browser, panel, options.loads)
    figures = {
        "key_p50_ms": p(keys, 0.5), "key_p95_ms": p(keys, 0.95), "bare_key_p95_ms": p(ground["key"], 0.95),
        "run_p50_ms": p(runs, 0.5), "run_p95_ms": p(runs, 0.95), "bare_run_p95_ms": p(ground["run"], 0.95),
        "interactive_s": statistics.median(loads), "interactive_worst_s": max(loads),
        "bare_interactive_s": statistics.median(ground["load"]),
        "keys": options.keys, "runs": options.runs, "loads": options.loads,
    }  # fmt: skip
    return {name: round(value, 3) for name, value in figures.items()}


def table(figures: dict[str, float]) -> None:
    """Figure, goal and bare ground, one row each."""
    print(f"\n{'figure':<16}{'here':>10}{'goal':>10}{'bare':>10}")
    for name, goal in GOALS.items():
        print(
            f"{name:<16}{figures[name]:>10.2f}{'≤ ' + format(goal, 'g'):>10}{figures['bare_' + name]:>10.2f}"
        )
    print(f"\n{figures['keys']:g} keys, {figures['runs']:g} runs, {figures['loads']:g} cold starts\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table and the JSON; the figures judge themselves."""
    parser = argparse.ArgumentParser(description="The room in two real browsers")
    parser.add_argument("--enter", help="a page to open first, so that the panel's page is signed in")
    parser.add_argument("--panel", help="address of the panel's room, lobby closed or open")
    parser.add_argument("--candidate", help="the candidate's link")
    parser.add_argument("--keys", type=int, default=200)
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--loads", type=int, default=5)
    options = parser.parse_args(arguments)
    given = Links(options.enter, options.panel, options.candidate)
    with nullcontext(given) if given.panel else demo_server() as links, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        figures = measure(browser, links, options)
        browser.close()
    table(figures)
    print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
