"""The documents themselves, one file each under a random name; the row knows their hash."""

import hashlib
import os
from pathlib import Path

from otherside.kernel.errors import Unavailable
from otherside.kernel.ids import is_id

FOLDER = "resumes"


def digest_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def put(root: Path, name: str, content: bytes) -> None:
    """Writes the file once, readable by the owner only, and durable before it returns."""
    path = _path(root, name)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def get(root: Path, name: str, sha256: str) -> bytes:
    """The file's bytes. Raises Unavailable where it is missing or no longer what was handed in."""
    try:
        content = _path(root, name).read_bytes()
    except FileNotFoundError as error:
        raise Unavailable(
            "The file of this résumé is not on this machine. Restore the uploads folder."
        ) from error
    if digest_of(content) != sha256:
        raise Unavailable(
            "The file of this résumé was changed on disk since it was handed in. It is not shown."
        )
    return content


def remove(root: Path, name: str) -> None:
    _path(root, name).unlink(missing_ok=True)


def _path(root: Path, name: str) -> Path:
    assert is_id(name), "stored names are made by us"
    return root / FOLDER / name[:2] / name
