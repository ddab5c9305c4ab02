"""Starts the child that opens a document, and turns whatever becomes of it into a document or a refusal."""

import subprocess
import sys
from pathlib import Path

import msgspec

from otherside.resume.document import Document
from otherside.resume.edge.reading import Answer
from otherside.resume.failures import KINDS, Broken, TooLarge, Unreadable
from otherside.resume.limits import (
    ANSWER_BYTES_MAX,
    BYTES_MAX,
    CPU_SECONDS_MAX,
    MEMORY_BYTES_MAX,
    WALL_SECONDS_MAX,
)

SOURCE = Path(__file__).resolve().parents[3]
DECODER = msgspec.json.Decoder(Answer)


def read_document(content: bytes) -> Document:
    """The document in `content`, read in a limited process.

    Raises the errors of `failures` and nothing else.
    """
    if len(content) > int(BYTES_MAX):
        raise TooLarge(
            f"The file has {len(content)} bytes, more than the limit of {int(BYTES_MAX)}: {BYTES_MAX.reached}"
        )
    found = _answer(_run(content, "lines"))
    if found.document is None:
        raise KINDS.get(found.code, Unreadable)(found.message or "The file cannot be read.")
    return found.document


def picture_of(content: bytes, page: int) -> bytes:
    """Page `page` of a PDF as PNG, drawn in a limited process. Raises the errors of `failures`."""
    out = _run(content, f"page:{page}")
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
    try:
        done = subprocess.run(
            [sys.executable, "-s", "-P", "-m", "otherside.resume.edge.child", *arguments],
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=int(WALL_SECONDS_MAX),
            check=False,
            env={"PYTHONPATH": str(SOURCE), "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"},
            cwd="/",
            close_fds=True,
        )
    except subprocess.TimeoutExpired as error:
        raise TooLarge(
            f"Reading took longer than {int(WALL_SECONDS_MAX)} s: {WALL_SECONDS_MAX.reached}"
        ) from error
    if done.returncode != 0 or len(done.stdout) > int(ANSWER_BYTES_MAX):
        raise Broken(
            "The file made its reader stop (too much memory or time). Export it again, or send it as text."
        )
    return done.stdout
