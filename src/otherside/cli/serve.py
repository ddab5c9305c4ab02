"""otherside serve: web with the relay, worker and runner, on this machine."""

import argparse
import logging
import os
import sys
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

from otherside.cli.supervisor import Program, Supervisor, python, runner_environment

if TYPE_CHECKING:
    from otherside.process.configuration import Configuration

NAME = "serve"
HELP = "Serve pages, rooms and candidates' code on this machine"
READY_WAIT_S = 60.0
ASK_EVERY_S = 0.02


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", help="address to listen on (OTHERSIDE_HOST); default: localhost")
    parser.add_argument("--port", type=int, help="port to listen on (OTHERSIDE_PORT); default: 8000")
    parser.add_argument("--data", help="data folder (OTHERSIDE_DATA); default: var")


def call(options: argparse.Namespace) -> int:
    for name in ("host", "port", "data"):
        if getattr(options, name) is not None:
            os.environ[f"OTHERSIDE_{name.upper()}"] = str(getattr(options, name))
    set_up_django()
    from otherside.accounts.actions.first import needs_first_administrator, setup_token

    configuration = prepare()
    lines = [f"Otherside is served on {configuration.base_url}"]
    if needs_first_administrator():
        lines.append("Make the first administrator here; the link works once:")
        lines.append(f"  {configuration.base_url}/setup/?token={setup_token()}")
    return supervise(lines)


def set_up_django() -> None:
    """After the environment says what it should: settings are read once."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "otherside.web.settings")
    from otherside.process.configuration import BadConfiguration

    try:
        import django

        django.setup()
    except BadConfiguration as error:
        print(f"otherside: {error}", file=sys.stderr)
        raise SystemExit(2) from error


def prepare() -> "Configuration":
    """Tables and static files; returns the configuration."""
    from django.conf import settings

    from otherside.process.connect import log_store
    from otherside.web.prepare import collect_static, look_after_database, migrate

    migrate()
    look_after_database()
    log_store(settings.CONFIGURATION).close()
    collect_static()
    configuration: Configuration = settings.CONFIGURATION
    return configuration


def supervise(lines: list[str], *more: Program) -> int:
    """Starts everything, prints `lines` once pages answer, and returns when asked to stop."""
    from django.conf import settings
    from django.db import connections

    configuration = settings.CONFIGURATION
    logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(asctime)s %(levelname)s %(message)s")
    supervisor = Supervisor([*programs(configuration), *more])
    connections.close_all()  # a connection is of the process that opened it
    try:
        supervisor.start()
        answered = answers(health_url(configuration.host, configuration.port), supervisor)
        if answered:
            print("\n" + "\n".join(lines) + "\n\nCtrl-C stops it.\n", flush=True)
        else:
            print("otherside: the pages do not answer; the lines above say why.", file=sys.stderr)
    except BaseException:
        # Forks are waited for as this process ends, so they must not outlive what went wrong here.
        supervisor.stopping = True
        supervisor.run()
        raise
    supervisor.stopping = supervisor.stopping or not answered
    supervisor.run()
    return 0 if answered else 1


def programs(configuration: "Configuration") -> list[Program]:
    """The three of one machine. The runner is never a fork: this process holds keys and has held rows."""
    from django.urls import get_resolver

    from otherside.process.connect import places
    from otherside.web import server as web
    from otherside.worker import gateway as _gateway  # noqa: F401 - imported once, for every worker to come
    from otherside.worker import main as worker

    get_resolver().url_patterns  # noqa: B018 - the pages themselves, which Django imports at the first request
    there = places(configuration)
    ours = {**os.environ, "OTHERSIDE_DATA": str(configuration.data_dir)}
    runners = {"OTHERSIDE_RUNNER_GATEWAY": there.gateway, "OTHERSIDE_RUNNER_TOKEN": there.runner_token}
    if "OTHERSIDE_RUNNER_SLOTS" in os.environ:
        runners["OTHERSIDE_RUNNER_SLOTS"] = os.environ["OTHERSIDE_RUNNER_SLOTS"]
    return [
        Program("web", python("-m", "otherside.web.server"), ours, web.main),
        Program("worker", python("-m", "otherside.worker.main"), ours, worker.main),
        Program("runner", python("-m", "otherside.runner.main"), runner_environment(runners)),
    ]


def health_url(host: str, port: int) -> str:
    """Where the pages say that they are there; `host` is what they listen on, which may be every address."""
    everywhere = {"localhost": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - looked up, not bound
    address = everywhere.get(host, host)
    return f"http://[{address}]:{port}/health/" if ":" in address else f"http://{address}:{port}/health/"


def answers(url: str, supervisor: Supervisor) -> bool:
    """Whether `url` answers before the wait is over; looks after the children meanwhile."""
    # Pages answer to their own name alone, and to this one, whatever the address.
    asking = urllib.request.Request(url, headers={"Host": "localhost"})  # noqa: S310 - our own address
    end = time.monotonic() + READY_WAIT_S
    failures = 0
    while time.monotonic() < end and not supervisor.stopping:
        try:
            with urllib.request.urlopen(asking, timeout=2) as answer:  # noqa: S310 - our own address
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            web = supervisor.children[0].process
            if web is not None and web.poll() not in {None, 0}:
                failures += 1
                if failures > 3:  # the port is taken, or the database is away: waiting does not help
                    return False
                supervisor.look_after_all()
            time.sleep(ASK_EVERY_S)
    return False
