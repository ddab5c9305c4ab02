"""The runner process: dials the gateway, runs what it is given, says what came of it.

    OTHERSIDE_RUNNER_TOKEN=… python -m otherside.runner.main

Its environment holds no database's address and no key but that token, and nothing here can reach rows.
"""

import asyncio
import contextlib
import logging
import signal
import sys

from otherside.kernel.errors import DomainError
from otherside.run.edge import load_languages, open_environment
from otherside.runner.configuration import RunnerConfiguration, read_configuration
from otherside.runner.line import Runner

log = logging.getLogger(__name__)


def main() -> int:
    """Until SIGTERM or SIGINT. 1 where this host or its configuration will not do; the reason is logged."""
    logging.basicConfig(
        level=logging.INFO, stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s %(message)s"
    )
    try:
        configuration = read_configuration()
        with open_environment(configuration.slots) as environment:
            load_languages()
            log.info("runner=%s slots=%s %s", configuration.name, configuration.slots, environment.promise)
            asyncio.run(_run(configuration, Runner(configuration, environment)))
    except DomainError as error:
        log.error("%s", error)  # noqa: TRY400 - the reason is for the operator; its trace is not
        return 1
    return 0


async def _run(configuration: RunnerConfiguration, runner: Runner) -> None:
    dialling = asyncio.create_task(runner.dial(), name=f"dialling {configuration.gateway}")
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, dialling.cancel)
    with contextlib.suppress(asyncio.CancelledError):
        await dialling
    # Runs that are under way die with us; the gateway gives them to another.
    runner.close()


if __name__ == "__main__":
    sys.exit(main())
