"""Programs that lie where only their owner may go, as in a home folder, copied to where all may.

A run has a user of its own, and bubblewrap opens what it binds as that user.
"""

import re
import shutil
import stat
import tempfile
import threading
from pathlib import Path

from otherside.sandbox.cgroup import started

WHERE = Path("/var/tmp")  # noqa: S108 - each engine makes a folder of its own there, by mkdtemp
PREFIX = "otherside-tools-"
FOLDER = re.compile(rf"^{PREFIX}(\d+)-(\d+)-\w+$")


def readable_by_all(path: Path) -> bool:
    """Whether any user can reach and read `path`."""
    for folder in path.resolve().parents:
        if not folder.stat().st_mode & stat.S_IXOTH:
            return False
    return bool(path.stat().st_mode & stat.S_IROTH)


class Tools:
    """Copies, each made once. Closing removes them."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._folder: Path | None = None
        self._places: dict[str, str] = {}
        self._lock = threading.Lock()

    def place(self, path: str) -> str:
        """`path` itself, or its copy. Folders are never copied: languages bind public ones only."""
        with self._lock:
            if path not in self._places:
                source = Path(path)
                copied = source.is_file() and not readable_by_all(source)
                self._places[path] = str(self._copy(source)) if copied else path
            return self._places[path]

    def _copy(self, source: Path) -> Path:
        if self._folder is None:
            prefix = f"{PREFIX}{self._pid}-{started(self._pid)}-"
            self._folder = Path(tempfile.mkdtemp(prefix=prefix, dir=WHERE))
            self._folder.chmod(0o711)
        copy = self._folder / f"{len(self._places)}-{source.name}"
        shutil.copyfile(source, copy)
        copy.chmod(0o755)
        return copy

    def close(self) -> None:
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)


def sweep() -> None:
    """Remove the folders of engines that are dead. Nobody but their makers writes there."""
    for folder in WHERE.glob(f"{PREFIX}*"):
        match = FOLDER.fullmatch(folder.name)
        if match is not None and started(int(match[1])) != match[2]:
            shutil.rmtree(folder, ignore_errors=True)
