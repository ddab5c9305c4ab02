"""What must not happen does not, and nothing stays behind: verdict, output and leftovers of every program."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from otherside.run.edge import execute, open_environment
from otherside.run.job import Job, JobLimits, Outcome
from otherside.sandbox.bubblewrap import FIRST_UID
from otherside.sandbox.environment import Environment
from tests.attacks.table import Attack, attacks

pytestmark = pytest.mark.sandbox
PATIENT = JobLimits(wall_ms_max=20_000, cpu_ms_max=5000, output_bytes_max=1 << 20)
HASTY = JobLimits(wall_ms_max=3000, cpu_ms_max=1000, output_bytes_max=1 << 20)  # for those that never end
SECRET = "canary-7c1f-content"
QUICK_S = 10.0  # well below the wall clock, and long enough for a busy machine


@dataclass
class Outside:
    """What lies about on the host for an attack to find."""

    canary: Path
    port: int
    socket: str


@pytest.fixture(scope="module")
def outside() -> Iterator[Outside]:
    folder = Path(tempfile.mkdtemp(prefix="canary-", dir="/var/tmp"))
    folder.chmod(0o755)
    canary = folder / "secret"
    canary.write_text(SECRET + "\n")
    bystander = subprocess.Popen(
        [sys.executable, "-c", "import time; time.sleep(600)"], env={**os.environ, "CANARY": "canary-env"}
    )
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket(socket.AF_UNIX) as abstract:
        name = f"canary-{os.getpid()}"
        abstract.bind(f"\0{name}")
        abstract.listen()
        yield Outside(canary, server.getsockname()[1], name)
    bystander.kill()
    bystander.wait()
    canary.unlink()
    folder.rmdir()


@pytest.fixture(scope="module")
def environment() -> Iterator[Environment]:
    os.environ["CANARY"] = "canary-env"
    with open_environment() as opened:
        yield opened
    del os.environ["CANARY"]


def run(attack: Attack, environment: Environment, outside: Outside) -> Outcome:
    text = attack.text
    for name, value in (("CANARY", outside.canary), ("PORT", outside.port), ("SOCKET", outside.socket)):
        text = text.replace("{" + name + "}", str(value))
    limits = HASTY if "wall-limit" in attack.outcomes else PATIENT
    job = Job(language=attack.language, files={attack.file: text}, entry=attack.file, limits=limits)
    return execute(job, environment)


def leftovers() -> list[str]:
    """Processes of sandbox users of this process, and its control groups."""
    first = FIRST_UID + os.getpid() % 65536 * 64
    found = []
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            lines = dict(line.split(":\t", 1) for line in status.read_text().splitlines() if ":\t" in line)
        except OSError:
            continue
        if lines["State"][0] not in "ZX" and first <= int(lines["Uid"].split()[0]) < first + 64:
            found.append(f"process {lines['Name']}")
    # In a control group hierarchy of version 1 and in one of version 2 alike.
    for folder in Path("/sys/fs/cgroup").glob(f"**/otherside-{os.getpid()}-*"):
        found.append(str(folder))
    return found


@pytest.mark.parametrize("attack", attacks(), ids=lambda attack: attack.file)
def test_withstands(attack: Attack, environment: Environment, outside: Outside) -> None:
    at = time.monotonic()
    outcome = run(attack, environment, outside)
    took_s = time.monotonic() - at
    said = outcome.stdout + outcome.stderr
    assert "ESCAPE" not in _without_source(said, attack), said
    assert SECRET not in said
    assert "canary-env" not in said
    assert "root:" not in said
    assert outcome.outcome in attack.outcomes, (outcome.outcome, said[-500:])
    assert attack.says in said
    assert took_s < (QUICK_S if attack.quick else 60)
    assert len(said) < 2 << 20
    assert leftovers() == []


def _without_source(said: str, attack: Attack) -> str:
    """Compilers quote the program; only what it printed itself counts."""
    quoted = {line.strip() for line in attack.text.splitlines()}
    return "\n".join(line for line in said.splitlines() if line.split("|")[-1].strip() not in quoted)


def test_the_table_is_large_enough() -> None:
    table = attacks()
    assert len(table) >= 30
    assert len({attack.file for attack in table}) == len(table)
    assert {attack.language for attack in table} == {
        "python", "javascript", "typescript", "java", "go", "cpp", "bash", "sql",
    }  # fmt: skip
