"""A PostgreSQL server of the tests' own: `python -m tests.support.postgres -- COMMAND` runs COMMAND beside one.

It refuses to run as root, so as root everything happens as an unprivileged user. The server listens on a
free port of 127.0.0.1 and its files go when the command ends.
"""

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class PostgresMissing(Exception):
    """No server binaries; `make setup` installs them (Debian package postgresql)."""


def binaries() -> Path:
    """The folder of initdb and pg_ctl. Raises PostgresMissing."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not versions:
        # Elsewhere than on Debian the tools lie together on the PATH.
        found = shutil.which("pg_ctl")
        if found is not None:
            return Path(found).resolve().parent
        raise PostgresMissing("initdb was not found: run `make setup`, or apt-get install postgresql")
    return versions[-1].parent


def _as_owner(command: list[str]) -> list[str]:
    if os.geteuid() != 0:
        return command
    return ["runuser", "-u", _owner(), "--", *command]


def _owner() -> str:
    for name in ("postgres", "nobody"):
        try:
            pwd.getpwnam(name)
        except KeyError:
            continue
        return name
    raise PostgresMissing("neither a user postgres nor nobody to run PostgreSQL as")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _run(*command: str) -> None:
    subprocess.run(_as_owner(list(command)), check=True, stdout=subprocess.DEVNULL, cwd="/")


@contextmanager
def server() -> Iterator[str]:
    """The URL of an empty database on a server that lives as long as the block."""
    tools = binaries()
    root = Path(tempfile.mkdtemp(prefix="otherside-pg-"))
    data = str(root / "data")
    control = str(tools / "pg_ctl")
    port = free_port()
    options = f"-c fsync=off -p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={root} -c max_connections=200"
    where = ["-h", "127.0.0.1", "-p", str(port), "-U", "otherside"]
    try:
        if os.geteuid() == 0:
            shutil.chown(root, _owner())
        root.chmod(0o755)
        _run(str(tools / "initdb"), "-D", data, "-U", "otherside", "--no-sync", "-A", "trust", "-E", "UTF8")
        _run(control, "-D", data, "-w", "-l", str(root / "log"), "-o", options, "start")
        try:
            _run(str(tools / "createdb"), *where, "otherside")
            yield f"postgresql://otherside@127.0.0.1:{port}/otherside"
        finally:
            _run(control, "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(root, ignore_errors=True)


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] != "--":
        print("usage: python -m tests.support.postgres -- COMMAND [ARG ...]", file=sys.stderr)
        return 2
    with server() as url:
        return subprocess.run(
            arguments[1:], env={**os.environ, "OTHERSIDE_DATABASE_URL": url}, check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
