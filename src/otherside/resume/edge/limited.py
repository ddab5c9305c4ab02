"""Starts the child that opens a document, and turns whatever becomes of it into a document or a refusal."""

import contextlib
import os
import selectors
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryFile

import msgspec

from otherside.kernel.clock import monotonic_ms
from otherside.resume.document import Document
from otherside.resume.edge.reading import PAGE, PROFILE, Answer
from otherside.resume.failures import KINDS, Broken, TooLarge, Unreadable
from otherside.resume.limits import (
    ANSWER_BYTES_MAX,
    BYTES_MAX,
    CPU_SECONDS_MAX,
    MEMORY_BYTES_MAX,
    WALL_SECONDS_MAX,
)
from otherside.resume.months import Month
from otherside.resume.profile import Profile

SOURCE = Path(__file__).resolve().parents[3]
DECODER = msgspec.json.Decoder(Answer)


def read_resume(content: bytes, as_of: Month) -> tuple[Document, Profile]:
    """The document in `content` and what it says as of that month, both read in a limited process.

    Raises the errors of `failures` and nothing else.
    """
    if len(content) > int(BYTES_MAX):
        raise TooLarge(
            f"The file has {len(content)} bytes, more than the limit of {int(BYTES_MAX)}: {BYTES_MAX.reached}"
        )
    found = _answer(_run(content, f"{PROFILE}{as_of}"))
    if found.document is None or found.profile is None:
        raise KINDS.get(found.code, Unreadable)(found.message or "The file cannot be read.")
    return found.document, found.profile


def picture_of(content: bytes, page: int) -> bytes:
    """Page `page` of a PDF as PNG, drawn in a limited process. Raises the errors of `failures`."""
    out = _run(content, f"{PAGE}{page}")
    if out.startswith(b"\x89PNG"):
        return out
    found = _answer(out)
    raise KINDS.get(found.code, Unreadable)(found.message or "The page cannot be drawn.")


def _answer(out: bytes) -> Answer:
    try:
        return DECODER.decode(out)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Broken("The file made its reader stop. Export the résumé again, or send it as text.") from error


def _run(content: bytes, task: str) -> bytes:
    """What the child wrote. It has no environment of ours: no key, no database address."""
    arguments = [str(int(MEMORY_BYTES_MAX)), str(int(CPU_SECONDS_MAX)), task]
    with TemporaryFile() as given:
        given.write(content)
        given.seek(0)
        child = subprocess.Popen(
            [sys.executable, "-s", "-P", "-m", "otherside.resume.edge.child", *arguments],
            stdin=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"PYTHONPATH": str(SOURCE), "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"},
            cwd="/",
            close_fds=True,
        )
    with child:
        try:
            out = _output(child, monotonic_ms() + 1000 * int(WALL_SECONDS_MAX))
        except BaseException:
            child.kill()
            raise
    if child.returncode != 0:
        raise Broken(
            "The file made its reader stop (too much memory or time). Export it again, or send it as text."
        )
    return out


def _output(child: subprocess.Popen[bytes], until_ms: int) -> bytes:
    """What the child writes until it ends, never more of it than the limit allows. Raises TooLarge."""
    assert child.stdout is not None
    out = bytearray()
    with selectors.DefaultSelector() as ready:
        ready.register(child.stdout, selectors.EVENT_READ)
        while (left_ms := until_ms - monotonic_ms()) > 0:
            if not ready.select(left_ms / 1000):
                break
            piece = os.read(child.stdout.fileno(), 65_536)
            if not piece:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    child.wait(timeout=left_ms / 1000)
                    return bytes(out)
                break
            out += piece
            if len(out) > int(ANSWER_BYTES_MAX):
                raise TooLarge(
                    f"More than {int(ANSWER_BYTES_MAX)} bytes were read in the file: "
                    f"{ANSWER_BYTES_MAX.reached} Export the résumé again, or send it as text."
                )
    raise TooLarge(f"Reading took longer than {int(WALL_SECONDS_MAX)} s: {WALL_SECONDS_MAX.reached}")
