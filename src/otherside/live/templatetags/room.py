"""The built front end's files, by the names that Vite gave them."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from django import template
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.exceptions import ImproperlyConfigured
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

FOLDER = "room"
MANIFEST = f"{FOLDER}/.vite/manifest.json"
Chunk = dict[str, Any]  # Vite's own shape: file, css, imports and more
SOURCES = {"live": "live/main.tsx", "replay": "replay/main.tsx"}


class FrontEndMissing(ImproperlyConfigured):
    """The front end was not built, or was built from another version."""


@register.simple_tag
def room_script(name: str) -> SafeString:
    """Style sheets, preloads and the module script of the entry `name`: live or replay."""
    entry, chunks = built(name)
    styles = sorted({sheet for chunk in chunks for sheet in chunk.get("css", ())})
    preloads = [chunk["file"] for chunk in chunks if chunk is not entry]
    return format_html(
        '{}{}<script type="module" src="{}"></script>',
        format_html_join("", '<link rel="stylesheet" href="{}">', ((_url(sheet),) for sheet in styles)),
        format_html_join("", '<link rel="modulepreload" href="{}">', ((_url(file),) for file in preloads)),
        _url(entry["file"]),
    )


def built(name: str) -> tuple[Chunk, list[Chunk]]:
    """The manifest's chunk of the entry and, with it, every chunk it imports at once. Raises
    FrontEndMissing."""
    path = finders.find(MANIFEST)
    if path is None:
        raise FrontEndMissing(
            "The front end is not built: run `make setup`, which writes static/room and its manifest."
        )
    # Read once: the files that are served were collected at the start, whatever is built meanwhile.
    manifest = _read(Path(path), Path(path).stat().st_mtime_ns if settings.DEBUG else 0)
    source = SOURCES[name]
    if source not in manifest:
        raise FrontEndMissing(
            f"The built front end has no entry {source}: run `make setup` to build this version."
        )
    entry = manifest[source]
    chunks = [entry]
    for chunk in chunks:
        for imported in chunk.get("imports", ()):
            if manifest[imported] not in chunks:
                chunks.append(manifest[imported])
    return entry, chunks


@lru_cache(maxsize=4)
def _read(path: Path, changed_ns: int) -> dict[str, Chunk]:
    del changed_ns  # only there so that a rebuilt manifest is read again
    return dict(json.loads(path.read_text()))


def _url(file: str) -> str:
    """Vite's own name, which carries a hash already: chunks import each other by it, and a second name for
    the same file would be fetched twice."""
    return f"{settings.STATIC_URL}{FOLDER}/{file}"
