"""What an operator may set of a runner, read once from the environment."""

import os
import socket
from collections.abc import Mapping
from dataclasses import dataclass

from otherside.kernel.errors import Invalid
from otherside.kernel.ids import new_id

SETTINGS: dict[str, str] = {
    "OTHERSIDE_RUNNER_GATEWAY": "Where the worker's gateway is: unix:PATH or tcp:HOST:PORT. "
    "Default: run/gateway.sock in OTHERSIDE_DATA",
    "OTHERSIDE_RUNNER_TOKEN": "The secret that runners and gateway share, at least 20 characters. "
    "Default: made from the secret key by `otherside serve`",
    "OTHERSIDE_RUNNER_SLOTS": "How many runs at once. Default: one a core",
}


class BadRunnerConfiguration(Invalid):
    """A setting cannot be used; the message names it and says what would be right."""

    code = "bad-configuration"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunnerConfiguration:
    """`name` is new at each start: a runner that was started again holds nothing."""

    gateway: str
    token: str
    slots: int
    name: str


def read_configuration(env: Mapping[str, str] = os.environ) -> RunnerConfiguration:
    """Raises BadRunnerConfiguration."""
    usual = f"unix:{env.get('OTHERSIDE_DATA', 'var')}/run/gateway.sock"
    gateway = env.get("OTHERSIDE_RUNNER_GATEWAY") or usual
    kind, _, where = gateway.partition(":")
    if (
        kind not in {"unix", "tcp"}
        or not where
        or (kind == "tcp" and not where.rpartition(":")[2].isdecimal())
    ):
        raise BadRunnerConfiguration(
            f"OTHERSIDE_RUNNER_GATEWAY is unix:PATH or tcp:HOST:PORT, got {gateway!r}."
        )
    token = env.get("OTHERSIDE_RUNNER_TOKEN", "")
    if len(token) < 20:
        raise BadRunnerConfiguration(
            "OTHERSIDE_RUNNER_TOKEN needs at least 20 characters, the same here and at the worker."
        )
    slots = env.get("OTHERSIDE_RUNNER_SLOTS") or str(len(os.sched_getaffinity(0)))
    if not slots.isdecimal() or not 1 <= int(slots) <= 64:
        raise BadRunnerConfiguration(f"OTHERSIDE_RUNNER_SLOTS is a number from 1 to 64, got {slots!r}.")
    name = f"{socket.gethostname()[:30]}-{os.getpid()}-{new_id()[:8]}"
    return RunnerConfiguration(gateway=gateway, token=token, slots=int(slots), name=name)
