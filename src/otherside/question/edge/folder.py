"""Packages on disk: read once, whole, with every rule of names, links and sizes kept."""

import json
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from otherside.kernel.content import BadContent
from otherside.kernel.errors import DomainError
from otherside.question.bank import Bank, Package
from otherside.question.limits import BANK_PACKAGES, FILE_BYTES, PACKAGE_BYTES, PACKAGE_FILES
from otherside.question.package import PROOF, build, content_hash
from otherside.question.problem import Problem
from otherside.question.talks import FactSheet, Review, Walkthrough

CONTENT = Path(__file__).resolve().parents[4] / "content"


def read_folder(folder: Path) -> dict[str, bytes]:
    """Path below `folder` → bytes. Raises BadContent for links, odd files and sizes, before anything is read
    whole.
    """
    if not folder.is_dir():
        raise BadContent(f"{folder}: is not a folder; give the folder of a package, the one with case.yaml.")
    files: dict[str, bytes] = {}
    total = 0
    for place, folders, names in os.walk(folder, followlinks=False):
        for name in [*folders, *names]:
            if (Path(place) / name).is_symlink():
                raise BadContent(
                    f"{_below(folder, Path(place) / name)}:1: is a symbolic link; put the file itself there."
                )
        for name in names:
            path = Path(place) / name
            below = _below(folder, path)
            if not path.is_file():
                raise BadContent(f"{below}:1: is not a regular file; remove it.")
            size = path.stat().st_size
            total += size
            FILE_BYTES.check(size, below)
            PACKAGE_BYTES.check(total, "The package")
            PACKAGE_FILES.check(len(files) + 1, "The package")
            files[below] = path.read_bytes()
    return files


def _below(folder: Path, path: Path) -> str:
    return path.relative_to(folder).as_posix()


def load_package(folder: Path) -> Package:
    """The package in `folder`; its id is the folder's name. Raises BadContent."""
    files = read_folder(folder)
    return build(folder.resolve().name, files, _proven(files))


def _proven(files: Mapping[str, bytes]) -> dict[str, str]:
    """What `case verify --record` noted, where it was this very content; a damaged or older note proves
    nothing.
    """
    try:
        noted = json.loads(files.get(PROOF, b"{}"))
    except ValueError:
        return {}
    if not isinstance(noted, dict) or noted.get("hash") != content_hash(files):
        return {}
    languages = noted.get("languages")
    return {str(k): str(v) for k, v in languages.items()} if isinstance(languages, dict) else {}


def record_proof(folder: Path, package: Problem | Review, languages: Mapping[str, str]) -> None:
    """Notes that this content was proven in `languages` (id → version); keeps what was noted of the same
    content.
    """
    kept = {**package.proven, **languages}
    noted = {"hash": package.hash, "languages": {name: kept[name] for name in sorted(kept)}}
    (folder / PROOF).write_text(json.dumps(noted, indent=2) + "\n", encoding="utf-8")


SHELVES: Mapping[str, type[Package]] = {
    "problems": Problem, "reviews": Review, "walkthroughs": Walkthrough, "fact-sheets": FactSheet,
}  # fmt: skip


@cache
def load_bank(root: Path = CONTENT) -> Bank:
    """Every package below `root`/problems, reviews, walkthroughs and fact-sheets, read once per process. One
    that cannot be used does not take the others along.
    """
    folders = [folder for shelf in SHELVES for folder in _folders(root / shelf)]
    BANK_PACKAGES.check(len(folders), str(root))
    found: dict[str, Package] = {}
    refused: dict[str, str] = {}
    for folder in folders:
        try:
            if folder.name in found:
                raise BadContent(
                    f"{folder.parent.name}/{folder.name}:1: the name is taken; rename the folder."
                )
            package = load_package(folder)
            _check_shelf(folder, package)
            found[folder.name] = package
        except DomainError as error:
            refused[folder.name] = str(error)
    return Bank(
        problems={name: p for name, p in found.items() if isinstance(p, Problem)},
        refused=refused,
        reviews={name: p for name, p in found.items() if isinstance(p, Review)},
        walkthroughs={name: p for name, p in found.items() if isinstance(p, Walkthrough)},
        fact_sheets={name: p for name, p in found.items() if isinstance(p, FactSheet)},
    )


def _folders(shelf: Path) -> list[Path]:
    if not shelf.is_dir():
        return []
    return sorted(p for p in shelf.iterdir() if p.is_dir() and (p / "case.yaml").is_file())


def _check_shelf(folder: Path, package: Package) -> None:
    shelf = next(name for name, kind in SHELVES.items() if isinstance(package, kind))
    if folder.parent.name != shelf:
        raise BadContent(f"case.yaml:1: is a {package.kind}; move the folder to {shelf}/.")
