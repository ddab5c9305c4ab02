"""The runner process knows no rows, and what an operator may set."""

import subprocess
import sys

import pytest

from otherside.runner.configuration import BadRunnerConfiguration, read_configuration

RIGHT = {"OTHERSIDE_RUNNER_TOKEN": "t" * 20}


def test_it_imports_no_rows() -> None:
    """Neither Django nor a database's driver is in the process at all."""
    script = (
        "import sys, otherside.runner.main\n"
        "print([m for m in sys.modules if m.split('.')[0] in {'django', 'psycopg', 'sqlite3'}])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env={"PATH": "/usr/bin"}
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_defaults() -> None:
    read = read_configuration({**RIGHT, "OTHERSIDE_DATA": "/srv/data"})
    assert read.gateway == "unix:/srv/data/run/gateway.sock"
    assert read.slots >= 1
    assert read.name != read_configuration(RIGHT).name


@pytest.mark.parametrize(
    ("env", "named"),
    [
        ({}, "OTHERSIDE_RUNNER_TOKEN"),
        ({"OTHERSIDE_RUNNER_TOKEN": "short"}, "OTHERSIDE_RUNNER_TOKEN"),
        ({**RIGHT, "OTHERSIDE_RUNNER_SLOTS": "0"}, "OTHERSIDE_RUNNER_SLOTS"),
        ({**RIGHT, "OTHERSIDE_RUNNER_SLOTS": "many"}, "OTHERSIDE_RUNNER_SLOTS"),
        ({**RIGHT, "OTHERSIDE_RUNNER_GATEWAY": "localhost:9000"}, "OTHERSIDE_RUNNER_GATEWAY"),
        ({**RIGHT, "OTHERSIDE_RUNNER_GATEWAY": "tcp:host"}, "OTHERSIDE_RUNNER_GATEWAY"),
        ({**RIGHT, "OTHERSIDE_RUNNER_GATEWAY": "unix:"}, "OTHERSIDE_RUNNER_GATEWAY"),
    ],
)
def test_a_wrong_setting_is_named(env: dict[str, str], named: str) -> None:
    with pytest.raises(BadRunnerConfiguration, match=named):
        read_configuration(env)


def test_it_says_what_is_wrong_and_ends() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "otherside.runner.main"],
        capture_output=True,
        text=True,
        env={"PATH": "/usr/bin"},
    )
    assert done.returncode == 1
    assert "OTHERSIDE_RUNNER_TOKEN" in done.stderr
    assert "Traceback" not in done.stderr
