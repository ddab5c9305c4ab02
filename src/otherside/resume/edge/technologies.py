"""The technology list from content/technologies, read once."""

from functools import cache
from pathlib import Path

import msgspec

from otherside.kernel.content import read_struct
from otherside.resume.technologies import Catalogue, Technology

CONTENT = Path(__file__).resolve().parents[4] / "content" / "technologies"


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    aliases: tuple[str, ...] = ()
    rule: str = "plain"


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: int
    licence: str
    author: str
    kinds: dict[str, tuple[_Entry | str, ...]]


@cache
def load_technologies(folder: Path = CONTENT) -> Catalogue:
    """Every technology of the YAML files in `folder`.

    A name or alias that stands twice is a broken promise of ours.
    """
    found: list[Technology] = []
    for path in sorted(folder.glob("*.yaml")):
        file = read_struct(path.read_text(encoding="utf-8"), _File, path.name)
        for kind, entries in file.kinds.items():
            for entry in entries:
                made = _Entry(entry) if isinstance(entry, str) else entry
                found.append(Technology(made.name, kind, made.aliases, made.rule))
    return Catalogue(tuple(found))
