"""`otherside serve` as a process of its own on a free port, for tests that talk to it or kill parts of it."""

import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.postgres import free_port
from tests.support.relay_server import ROOT

STARTED = re.compile(r"started (\w+) pid=(\d+)")
SECRET = "tests-only-serving-" + "s" * 40


@dataclass
class Serving:
    """`data` holds everything; `settings` are OTHERSIDE_ names with their values."""

    data: Path
    settings: dict[str, str] = field(default_factory=dict)
    command: tuple[str, ...] = ("serve",)
    port: int = 0

    def __post_init__(self) -> None:
        self.port = self.port or free_port()
        self.log = self.data.parent / f"{self.data.name}.log"
        self.start()

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    def environment(self) -> dict[str, str]:
        ours = {
            "OTHERSIDE_DATA": str(self.data),
            "OTHERSIDE_PORT": str(self.port),
            "OTHERSIDE_SECRET_KEY": SECRET,
            "DJANGO_SETTINGS_MODULE": "otherside.web.settings",
        }
        kept = {key: value for key, value in os.environ.items() if not key.startswith("OTHERSIDE_")}
        return {**kept, **ours, **self.settings}

    def start(self) -> None:
        with self.log.open("ab") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "otherside.cli.main", *self.command],
                cwd=ROOT, env=self.environment(), stdout=output, stderr=subprocess.STDOUT,
            )  # fmt: skip
        try:
            self.wait_until_ready()
        except AssertionError:
            self.stop()  # or it would go on without anybody who knows of it
            raise

    def wait_until_ready(self, wait_s: float = 90) -> None:
        end = time.monotonic() + wait_s
        while True:
            try:
                with urllib.request.urlopen(f"{self.url}/health/", timeout=2) as answer:
                    if answer.status == 200:
                        return
            except (urllib.error.URLError, OSError):
                pass
            assert self.process.poll() is None, f"it ended: {self.said()[-3000:]}"
            assert time.monotonic() < end, f"it does not answer: {self.said()[-3000:]}"
            time.sleep(0.05)

    def said(self) -> str:
        return self.log.read_text(errors="replace")

    def printed(self, pattern: str, wait_s: float = 60) -> re.Match[str]:
        """Where it printed that; waits, for pages answer a moment before the links are printed."""
        end = time.monotonic() + wait_s
        while (found := re.search(pattern, self.said())) is None:
            assert time.monotonic() < end, f"it did not print {pattern}: {self.said()[-3000:]}"
            time.sleep(0.05)
        return found

    def pid(self, name: str) -> int:
        """The process id of a child as it was started last, or of the supervisor."""
        if name == "supervisor":
            return self.process.pid
        return int([pid for child, pid in STARTED.findall(self.said()) if child == name][-1])

    def kill(self, name: str) -> None:
        """kill -9, and waits until it is gone and, for a child, another one has been started."""
        pid = self.pid(name)
        os.kill(pid, signal.SIGKILL)
        if name == "supervisor":
            self.process.wait(30)
            return
        end = time.monotonic() + 60
        while self.pid(name) == pid:
            assert time.monotonic() < end, f"{name} was not started again"
            time.sleep(0.02)

    def run_inside(self, code: str) -> str:
        """What a Python program prints that has the same settings, with Django set up."""
        program = f"import django; django.setup()\n{code}"
        done = subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, env=self.environment(), capture_output=True, text=True,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(60)


@contextmanager
def serving(data: Path, *, command: tuple[str, ...] = ("serve",), **settings: str) -> Iterator[Serving]:
    """Started, and stopped at the end of the block."""
    found = Serving(data, {f"OTHERSIDE_{name}": value for name, value in settings.items()}, command)
    try:
        yield found
    finally:
        found.stop()


@contextmanager
def serving_demo(data: Path) -> Iterator[Serving]:
    """The demo company, made anew in `data`."""
    port = free_port()  # an option of the command: the demo does not read the address of the house
    found = Serving(data, {}, ("demo", "--data", str(data), "--port", str(port)), port)
    found.settings["OTHERSIDE_DEMO"] = "1"
    try:
        yield found
    finally:
        found.stop()
