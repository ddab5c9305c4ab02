"""A language is data: one file of content/languages, and what this host has of it.

    id: python                      how it is named in documents, packages and the API
    name: Python
    source: main.py                 the file that a new document starts with
    suffixes: [.py]                 what `otherside run` and `{sources}` go by
    needs: [{program: python3, package: python3}]
    version: [python3, --version]
    compile: []                     once a job, in such a sandbox as the run; empty if not compiled
    run: [python3, -u, "{entry}"]   once a test

`compile` and `run` are lists of words, no shell. In them `{entry}` is the path of the file to start, `{stem}`
the same without its ending, `{class}` the Java name of its class, `{folder}` its folder, and the words
`{sources}` and `{siblings}` alone stand for every file of the language, everywhere or in the entry's folder.
Files lie in /w, which is where commands start. What `compile` leaves in /w is there for each `run`, afresh.
"""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta, Struct

from otherside.kernel.errors import Invalid
from otherside.run import limits

Word = Annotated[str, Meta(min_length=1, max_length=200)]
Megabytes = Annotated[int, Meta(ge=32, le=limits.MEMORY.value)]
PACKAGE = re.compile(r"^\s*package\s+([\w.]+)\s*;", re.MULTILINE)


class UnknownLanguage(Invalid):
    """No file of content/languages has this id."""

    code = "unknown-language"


class MissingLanguage(Invalid):
    """The language is known, but its toolchain is not on this host."""

    code = "missing-language"


class Need(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A program that must be there, taken from /usr/bin; with `npm` from that file of the npm tree; with
    `elsewhere` from wherever it lies on PATH, if it is one file. `package` is Debian's, for the remedy."""

    program: Word
    package: str = ""
    npm: str = ""
    elsewhere: bool = False


class LanguageFile(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One file of content/languages. Memory in MB; `tasks` counts threads too."""

    id: Annotated[str, Meta(pattern=r"^[a-z][a-z0-9-]{0,19}$")]
    name: Word
    licence: Word
    author: Word
    source: Word
    suffixes: Annotated[tuple[Word, ...], Meta(min_length=1)]
    needs: Annotated[tuple[Need, ...], Meta(min_length=1)]
    version: Annotated[tuple[Word, ...], Meta(min_length=1)]
    run: Annotated[tuple[Word, ...], Meta(min_length=1)]
    compile: tuple[Word, ...] = ()
    version_of: str = ""  # what the version is of, where it is not the language
    note: str = ""  # what a reader should know, as "types are not checked"
    env: dict[str, str] = {}
    binds: tuple[Word, ...] = ()  # further paths of the host, read-only; patterns, missing ones are left out
    memory_mb: Megabytes = 512
    compile_memory_mb: Megabytes = 1024
    tasks: Annotated[int, Meta(ge=4, le=limits.TASKS.value)] = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language on this host. `runs` is false where something is missing, and `why` then says what to do.

    `binds` maps paths inside the sandbox to paths of the host.
    """

    id: str
    name: str
    version: str
    runs: bool
    why: str
    note: str
    source_name: str
    suffixes: tuple[str, ...]
    compile: tuple[str, ...]
    run: tuple[str, ...]
    env: Mapping[str, str]
    binds: Mapping[str, str]
    memory_mb: int
    compile_memory_mb: int
    tasks: int


def fill(words: tuple[str, ...], language: Language, files: Mapping[str, str], entry: str) -> tuple[str, ...]:
    """`words` with their placeholders replaced. A path that begins with a dash cannot pass for an option."""
    sources = sorted(path for path in files if path.endswith(language.suffixes) or path == entry)
    folder = posixpath.dirname(entry)
    lists = {
        "{sources}": sources,
        "{siblings}": [path for path in sources if posixpath.dirname(path) == folder],
    }
    values = {
        "{entry}": _safe(entry),
        "{stem}": _safe(posixpath.splitext(entry)[0]),
        "{class}": class_name(files.get(entry, ""), entry),
        "{folder}": _safe(folder or "."),
    }
    filled: list[str] = []
    for word in words:
        if word in lists:
            filled += [_safe(path) for path in lists[word]]
            continue
        for name, value in values.items():
            word = word.replace(name, value)  # noqa: PLW2901 - one placeholder after the other
        filled.append(word)
    return tuple(filled)


def _safe(path: str) -> str:
    return f"./{path}" if path.startswith("-") else path


def class_name(text: str, entry: str) -> str:
    """The Java name of the class that file `entry` with this text is named after."""
    stem = posixpath.splitext(posixpath.basename(entry))[0]
    package = PACKAGE.search(text)
    return f"{package[1]}.{stem}" if package else stem
