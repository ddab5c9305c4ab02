"""Starter files as Yjs updates that the server writes once; clients never seed a document.

A document holds a map `meta` (its language), a map `files` (path to order) and one root text a file, named
`file:<path>`, so that two who make the same path at once never lose text.
"""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from pycrdt import Doc, Map, Text

LANGUAGE = "language"
# Any: pycrdt types a document by the one type of its roots; ours have maps and texts.
Document = Doc[Any]


def starter_update(
    log_id: str, track: str, language: str, files: Mapping[str, str], *, first_order: int = 0, name_it: bool
) -> bytes:
    """One update that adds `files`, in their order, and, with `name_it`, says what the document's language
    is.

    The client id comes from the names, not from chance: two processes that make the same starter at once make
    the same update, and applying it twice changes nothing.
    """
    doc = Document(client_id=_client_id(log_id, track, language))
    meta: Map[str] = doc.get("meta", type=Map)
    listed: Map[Map[float]] = doc.get("files", type=Map)
    with doc.transaction():
        if name_it:
            meta[LANGUAGE] = language
        for order, (path, content) in enumerate(files.items(), start=first_order):
            listed[path] = Map({"order": float(order)})
            text: Text = doc.get(f"file:{path}", type=Text)
            text += content
    return doc.get_update()


def paths_in(updates: Iterable[bytes]) -> tuple[str, ...]:
    """The paths of the files that a document of these updates lists, in their order of names."""
    doc = Document()
    for update in updates:
        doc.apply_update(update)
    listed: Map[object] = doc.get("files", type=Map)
    return tuple(sorted(listed.keys()))


def language_in(updates: Iterable[bytes]) -> str | None:
    """What a document of these updates says its language is."""
    doc = Document()
    for update in updates:
        doc.apply_update(update)
    meta: Map[object] = doc.get("meta", type=Map)
    found = meta.get(LANGUAGE)
    return found if isinstance(found, str) else None


def text_in(updates: Iterable[bytes], path: str) -> str:
    """The text of the file `path` of a document of these updates; empty where there is none."""
    doc = Document()
    for update in updates:
        doc.apply_update(update)
    return str(doc.get(f"file:{path}", type=Text))


def texts_in(updates: Iterable[bytes]) -> dict[str, str]:
    """The text of every file that a document of these updates lists, by its path."""
    doc = Document()
    for update in updates:
        doc.apply_update(update)
    listed: Map[object] = doc.get("files", type=Map)
    return {path: str(doc.get(f"file:{path}", type=Text)) for path in sorted(listed.keys())}


def _client_id(log_id: str, track: str, language: str) -> int:
    """32 bits, never 0, as Yjs wants them."""
    digest = hashlib.sha256(f"{log_id}\0{track}\0{language}".encode()).digest()
    return int.from_bytes(digest[:4]) or 1
