"""Connects a process: to the log, to the relay that owns interviews, and to the bus that wakes others."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from otherside.bus import wake as bus
from otherside.bus.wake import open_bus
from otherside.log.store import Store
from otherside.process.configuration import Configuration
from otherside.relay import client as relay
from otherside.relay.remote import Remote
from otherside.relay.server import open_store


@dataclass(frozen=True, slots=True)
class Places:
    """Where the processes of one machine find each other, in a folder that only its owner may enter."""

    relay_socket: Path
    gateway: str  # unix:PATH or tcp:HOST:PORT, where runners dial
    bus_folder: Path
    service_token: str  # between web and worker
    runner_token: str  # the only secret that a runner knows
    ticket_key: bytes  # signs the room's tickets


def places(configuration: Configuration) -> Places:
    folder = configuration.data_dir / "run"
    folder.mkdir(mode=0o700, exist_ok=True)
    return Places(
        relay_socket=folder / "relay.sock",
        gateway=configuration.runner_gateway or f"unix:{folder / 'gateway.sock'}",
        bus_folder=folder / "bus",
        service_token=configuration.derived_key("service").hex(),
        runner_token=configuration.runner_token or configuration.derived_key("runner").hex(),
        ticket_key=configuration.derived_key("ticket"),
    )


def log_store(configuration: Configuration) -> Store:
    """The log's own database: a second SQLite file, or tables beside the rows in PostgreSQL."""
    return open_store(configuration.database_url or configuration.data_dir / "log.sqlite3")


def connect_bus(configuration: Configuration) -> None:
    """Whoever has rows can ring: nothing is opened before the first ring."""
    bus.configure(lambda: open_bus(configuration.database_url, places(configuration).bus_folder))


def connect(configuration: Configuration, *, in_transaction: Callable[[], bool]) -> Store:
    """Configures the relay's client of this process; returns the log's store. The bus comes with Django."""
    there = places(configuration)
    store = log_store(configuration)
    relay.configure(Remote(store, there.relay_socket, there.service_token), in_transaction=in_transaction)
    return store
