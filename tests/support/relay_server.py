"""Starts and kills the relay process of `relay_process`, for tests."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass
class RelayProcess:
    where: str
    socket_path: Path
    port: int = 0  # drawn at the first start, the same after a restart

    def __post_init__(self) -> None:
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.relay_process", self.where, str(self.socket_path), str(self.port)],
            cwd=ROOT, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"},
        )  # fmt: skip
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, "the relay did not start"
        self.port = int(line)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        if self.process.poll() is None:
            self.process.send_signal(how)
        self.process.wait(30)
        assert self.process.stdout is not None
        self.process.stdout.close()


@contextmanager
def relay_process(where: str, folder: Path) -> Iterator[RelayProcess]:
    relay = RelayProcess(where, folder / "relay.sock")
    try:
        yield relay
    finally:
        relay.stop(signal.SIGKILL)
