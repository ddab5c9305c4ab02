"""UNIX sockets at paths of any length: the kernel takes 107 bytes, a data folder may be deeper."""

import contextlib
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def reach(path: Path) -> Iterator[str]:
    """A short enough address for `path`, through its folder's descriptor; good within the block."""
    folder = os.open(path.parent, os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield f"/proc/self/fd/{folder}/{path.name}"
    finally:
        os.close(folder)


def bind_stream(path: Path) -> socket.socket:
    """A listening socket at `path`, for its owner only. A dead predecessor's is replaced.

    Raises FileExistsError when somebody listens there.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        with reach(path) as address:
            if path.exists():
                if _alive(address):
                    raise FileExistsError(f"another process listens at {path}")
                path.unlink(missing_ok=True)
            before = os.umask(0o177)
            try:
                server.bind(address)
            finally:
                os.umask(before)
        server.listen(64)
        server.setblocking(False)
    except OSError:
        server.close()
        raise
    return server


def _alive(address: str) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        with contextlib.suppress(OSError):
            probe.settimeout(1)
            probe.connect(address)
            return True
        return False


def connect_stream(path: Path) -> socket.socket:
    """Raises OSError when nobody listens there."""
    client = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        with reach(path) as address:
            client.connect(address)
        client.setblocking(False)
    except OSError:
        client.close()
        raise
    return client
