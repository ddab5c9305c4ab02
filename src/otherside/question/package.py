"""From the files of a package to frozen values: every file has its place, every reference leads somewhere."""

import hashlib
import re
from collections.abc import Iterator, Mapping

from otherside.kernel.content import BadContent, read_yaml
from otherside.kernel.errors import DomainError
from otherside.question.bank import Package
from otherside.question.limits import FILE_BYTES, PACKAGE_BYTES, PACKAGE_FILES
from otherside.question.problem import Problem
from otherside.question.reading.base import Reader
from otherside.question.reading.change import REVIEW, complaints_about_change
from otherside.question.reading.problem import read_problem
from otherside.question.reading.talks import read_fact_sheet, read_review, read_walkthrough
from otherside.question.references import complaints_about

PROOF = "proof.json"  # written by `case verify --record`; not part of the content
_ALWAYS = r"case\.yaml|proof\.json|statement/[a-z]{2}\.md|interviewer/(guide\.[a-z]{2}\.md|rubric\.yaml)"
_CODE = (
    r"|(starter|harness)/[a-z0-9]+/.+|tests/[a-z0-9-]+\.yaml|interviewer/(hints|questions)\.yaml"
    r"|review/(review\.yaml|(before|after)/.+)"
)
PLACES = {
    "problem": re.compile(
        _ALWAYS + _CODE + r"|escalations/[1-9]-[a-z0-9-]+/(escalation\.yaml|statement\.[a-z]{2}\.md"
        r"|tests/[a-z0-9-]+\.yaml|harness/[a-z0-9]+/.+)"
        r"|easing/(easing\.yaml|statement\.[a-z]{2}\.md)|interviewer/(facts|disagree)\.yaml"
        r"|solutions/(accepted|rejected)/[a-z0-9-]+/(solution\.yaml|[a-z0-9]+/.+)"
    ),
    "review": re.compile(_ALWAYS + _CODE + r"|review/mended/.+"),
    "walkthrough": re.compile(_ALWAYS + r"|walkthrough\.yaml"),
    "fact-sheet": re.compile(r"case\.yaml|sheet\.yaml"),
}


def content_hash(files: Mapping[str, bytes]) -> str:
    """SHA-256 over the sorted paths and the digests of their bytes; the recorded proof is left out."""
    whole = hashlib.sha256()
    for path in sorted(files):
        if path != PROOF:
            whole.update(path.encode() + b"\0" + hashlib.sha256(files[path]).digest())
    return whole.hexdigest()


def check_path(path: str, kind: str = "problem") -> str | None:
    """Why a file may not lie at `path` of a package of this kind, or None."""
    if path.startswith("/") or "\\" in path or any(part in {"", ".", ".."} for part in path.split("/")):
        return f"{path!r}: leads out of the package; use plain names below it."
    if not re.fullmatch(r"[A-Za-z0-9._/-]{1,160}", path):
        return (
            f"{path!r}: only letters, digits, '.', '_' and '-' in names, 160 characters at most; rename it."
        )
    if PLACES[kind].fullmatch(path) is None:
        return (
            f"{path}:1: nothing of a {kind} lies there; see the layout in the reference, or remove the file."
        )
    return None


def kind_of(files: Mapping[str, bytes]) -> str:
    """Which of PLACES the package claims to be; a problem where its case.yaml does not say."""
    try:
        found = read_yaml(files.get("case.yaml", b"").decode("utf-8", "replace"), "case.yaml").value
    except DomainError:
        return "problem"  # whose reader then says what is wrong
    kind = found.get("kind") if isinstance(found, dict) else None
    return kind if isinstance(kind, str) and kind in PLACES else "problem"


def build(package_id: str, files: Mapping[str, bytes], proven: Mapping[str, str] | None = None) -> Package:
    """What `files` (path → bytes) describe. Raises BadContent, one complaint a line."""
    kind = kind_of(files)
    reader = Reader(_texts(files, kind))
    package = _read(kind, package_id, content_hash(files), reader, dict(proven or {}))
    if package is None or reader.complaints:
        raise BadContent("\n".join(reader.complaints))
    if isinstance(package, Problem):
        complaints = [*complaints_about(package), *_about_review(package, reader)]
        if complaints:
            raise BadContent("\n".join(complaints))
    return package


def _read(
    kind: str, package_id: str, digest: str, reader: Reader, proven: Mapping[str, str]
) -> Package | None:
    match kind:
        case "review":
            return read_review(package_id, digest, reader, proven)
        case "walkthrough":
            return read_walkthrough(package_id, digest, reader)
        case "fact-sheet":
            return read_fact_sheet(package_id, digest, reader)
        case _:
            return read_problem(package_id, digest, reader, proven)


def _about_review(problem: Problem, reader: Reader) -> Iterator[str]:
    change = problem.review
    if change is None:
        return
    if change.revision > problem.last_revision:
        yield (
            f"{REVIEW}:1: speaks of revision {change.revision}, but there are {problem.last_revision} "
            "escalations; correct it."
        )
        return
    names = [test.name for test in problem.tests_at(change.revision)]
    yield from complaints_about_change(change, reader.texts[REVIEW], problem.languages, names)


def _texts(files: Mapping[str, bytes], kind: str) -> dict[str, str]:
    """Path → text. Raises BadContent for bad names, sizes and bytes."""
    complaints = [said for path in sorted(files) if (said := check_path(path, kind)) is not None]
    texts: dict[str, str] = {}
    try:
        PACKAGE_FILES.check(len(files), "The package")
        PACKAGE_BYTES.check(sum(len(body) for body in files.values()), "The package")
        for path, body in sorted(files.items()):
            FILE_BYTES.check(len(body), path)
    except DomainError as error:
        raise BadContent(str(error)) from error
    for path, body in sorted(files.items()):
        try:
            text = body.decode("utf-8")
        except UnicodeDecodeError as error:
            line = body.count(b"\n", 0, error.start) + 1
            complaints.append(f"{path}:{line}: is not UTF-8 text; save it as UTF-8.")
            continue
        if "\r" in text:
            line = text.count("\n", 0, text.index("\r")) + 1
            complaints.append(f"{path}:{line}: has a carriage return; save it with LF line ends.")
        if text.startswith("\ufeff"):
            complaints.append(f"{path}:1: begins with a byte order mark; save it without.")
        texts[path] = text
    if complaints:
        raise BadContent("\n".join(complaints))
    return texts
