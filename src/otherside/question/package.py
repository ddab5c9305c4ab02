"""From the files of a package to a Problem: every file has its place, every reference leads somewhere."""

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from msgspec import Struct

from otherside.kernel.errors import DomainError
from otherside.question import schema
from otherside.question.limits import (
    FILE_BYTES,
    PACKAGE_BYTES,
    PACKAGE_FILES,
    STATEMENT_BYTES,
    TEST_BYTES,
)
from otherside.question.problem import Approach, Easing, Escalation, Fact, Hint, Problem, Question, Solution
from otherside.question.references import complaints_about
from otherside.question.yamltext import BadPackage
from otherside.run.tests import Test

PROOF = "proof.json"  # written by `case verify --record`; not part of the content
PLACES = re.compile(
    r"case\.yaml|proof\.json|statement/[a-z]{2}\.md|(starter|harness)/[a-z0-9]+/.+|tests/[a-z0-9-]+\.yaml"
    r"|escalations/[1-9]-[a-z0-9-]+/(escalation\.yaml|statement\.[a-z]{2}\.md|tests/[a-z0-9-]+\.yaml|harness/[a-z0-9]+/.+)"
    r"|easing/(easing\.yaml|statement\.[a-z]{2}\.md)"
    r"|interviewer/(guide\.[a-z]{2}\.md|hints\.yaml|facts\.yaml|questions\.yaml|rubric\.yaml)"
    r"|solutions/(accepted|rejected)/[a-z0-9-]+/(solution\.yaml|[a-z0-9]+/.+)"
)
S = TypeVar("S", bound=Struct)
Tree = Mapping[str, Mapping[str, str]]


def content_hash(files: Mapping[str, bytes]) -> str:
    """SHA-256 over the sorted paths and the digests of their bytes; the recorded proof is left out."""
    whole = hashlib.sha256()
    for path in sorted(files):
        if path != PROOF:
            whole.update(path.encode() + b"\0" + hashlib.sha256(files[path]).digest())
    return whole.hexdigest()


def check_path(path: str) -> str | None:
    """Why a file may not lie at `path` of a package, or None."""
    if path.startswith("/") or "\\" in path or any(part in {"", ".", ".."} for part in path.split("/")):
        return f"{path!r}: leads out of the package; use plain names below it."
    if not re.fullmatch(r"[A-Za-z0-9._/-]{1,160}", path):
        return (
            f"{path!r}: only letters, digits, '.', '_' and '-' in names, 160 characters at most; rename it."
        )
    if PLACES.fullmatch(path) is None:
        return (
            f"{path}:1: nothing of a package lies there; see the layout in the reference, or remove the file."
        )
    return None


def build(problem_id: str, files: Mapping[str, bytes], proven: Mapping[str, str] | None = None) -> Problem:
    """The problem that `files` (path → bytes) describe. Raises BadPackage, one complaint a line."""
    reader = _Reader(_texts(files))
    parts = reader.read()
    if parts is None or reader.complaints:
        raise BadPackage("\n".join(reader.complaints))
    problem = _assemble(problem_id, content_hash(files), parts, dict(proven or {}))
    complaints = complaints_about(problem)
    if complaints:
        raise BadPackage("\n".join(complaints))
    return problem


def _texts(files: Mapping[str, bytes]) -> dict[str, str]:
    """Path → text. Raises BadPackage for bad names, sizes and bytes."""
    complaints = [said for path in sorted(files) if (said := check_path(path)) is not None]
    texts: dict[str, str] = {}
    try:
        PACKAGE_FILES.check(len(files), "The package")
        PACKAGE_BYTES.check(sum(len(body) for body in files.values()), "The package")
        for path, body in sorted(files.items()):
            FILE_BYTES.check(len(body), path)
    except DomainError as error:
        raise BadPackage(str(error)) from error
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
        raise BadPackage("\n".join(complaints))
    return texts


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    id: str
    file: schema.EscalationFile
    markdown: str
    tests: tuple[Test, ...]
    harness: Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    case: schema.CaseFile
    statement: str
    guide: str
    tests: tuple[Test, ...]
    steps: tuple[_Step, ...]
    easing: schema.EasingFile
    easing_markdown: str
    hints: schema.HintsFile
    facts: schema.FactsFile
    questions: schema.QuestionsFile
    rubric: schema.RubricFile
    solutions: tuple[Solution, ...]
    starter: Tree
    harness: Tree


@dataclass(slots=True)
class _Reader:
    """Reads file after file and keeps every complaint, so that an author mends them all at once."""

    texts: Mapping[str, str]
    complaints: list[str] = field(default_factory=list)

    def read(self) -> _Parts | None:
        names = sorted({p.split("/")[1] for p in self.texts if p.startswith("escalations/")})
        steps = tuple(step for name in names if (step := self._step(name)) is not None)
        case = self._struct(schema.CaseFile, "case.yaml")
        statement, guide = self._markdown("statement/en.md"), self._markdown("interviewer/guide.en.md")
        tests = self._tests("tests/")
        easing = self._struct(schema.EasingFile, "easing/easing.yaml")
        easing_markdown = self._markdown("easing/statement.en.md")
        hints = self._struct(schema.HintsFile, "interviewer/hints.yaml")
        facts = self._struct(schema.FactsFile, "interviewer/facts.yaml")
        questions = self._struct(schema.QuestionsFile, "interviewer/questions.yaml")
        rubric = self._struct(schema.RubricFile, "interviewer/rubric.yaml")
        solutions = self._solutions()
        if not (case and easing and hints and facts and questions and rubric):
            return None
        return _Parts(
            case=case, statement=statement, guide=guide, tests=tests, steps=steps, easing=easing,
            easing_markdown=easing_markdown, hints=hints, facts=facts, questions=questions, rubric=rubric,
            solutions=solutions, starter=self._tree("starter/"), harness=self._tree("harness/"),
        )  # fmt: skip

    def _struct(self, kind: type[S], path: str) -> S | None:
        if path not in self.texts:
            self.complaints.append(f"{path}:1: the file is missing; add it.")
            return None
        try:
            return schema.read_struct(kind, self.texts[path], path)
        except DomainError as error:
            self.complaints.append(str(error))
            return None

    def _markdown(self, path: str) -> str:
        text = self.texts.get(path, "")
        if not text.strip():
            self.complaints.append(f"{path}:1: is missing or empty; write it.")
        if path.startswith("statement/") and len(text.encode()) > int(STATEMENT_BYTES):
            self.complaints.append(
                f"{path}:1: has {len(text.encode())} bytes, more than {int(STATEMENT_BYTES)}; shorten it."
            )
        return text

    def _tree(self, prefix: str) -> dict[str, dict[str, str]]:
        """Language → path below it → text."""
        tree: dict[str, dict[str, str]] = {}
        for path, text in self.texts.items():
            if path.startswith(prefix) and "/" in path[len(prefix) :]:
                language, below = path[len(prefix) :].split("/", 1)
                tree.setdefault(language, {})[below] = text
        return tree

    def _tests(self, prefix: str) -> tuple[Test, ...]:
        found: list[Test] = []
        for path in sorted(p for p in self.texts if p.startswith(prefix) and p.endswith(".yaml")):
            file = self._struct(schema.TestsFile, path)
            if file is None:
                continue
            for entry in file.tests:
                if len(entry.input.encode()) > int(TEST_BYTES):
                    self.complaints.append(
                        f"{path}:1: the test {entry.name!r} has more than {int(TEST_BYTES)} bytes of input; "
                        "shorten it."
                    )
                found.append(
                    Test(
                        name=entry.name,
                        input=entry.input,
                        expected=entry.expected,
                        hidden=file.hidden,
                        compare=entry.compare,
                    )
                )
        found.sort(key=lambda test: test.hidden)  # stable: visible ones first
        if not any(not test.hidden for test in found):
            self.complaints.append(
                f"{prefix}visible.yaml:1: there is no visible test; add one that a candidate can run."
            )
        return tuple(found)

    def _step(self, name: str) -> _Step | None:
        prefix = f"escalations/{name}/"
        file = self._struct(schema.EscalationFile, f"{prefix}escalation.yaml")
        markdown, tests = self._markdown(f"{prefix}statement.en.md"), self._tests(f"{prefix}tests/")
        if file is None:
            return None
        return _Step(
            id=name.split("-", 1)[1],
            file=file,
            markdown=markdown,
            tests=tests,
            harness=self._tree(f"{prefix}harness/"),
        )

    def _solutions(self) -> tuple[Solution, ...]:
        found: list[Solution] = []
        for path in sorted({"/".join(p.split("/")[:3]) for p in self.texts if p.startswith("solutions/")}):
            read: Callable[[str], Solution | None] = (
                self._accepted if "/accepted/" in path else self._rejected
            )
            solution = read(path)
            if solution is not None:
                found.append(solution)
        return tuple(found)

    def _accepted(self, path: str) -> Solution | None:
        file = self._struct(schema.AcceptedFile, f"{path}/solution.yaml")
        if file is None:
            return None
        return Solution(
            name=path.split("/")[2], title=file.title, accepted=True, revision=file.revision,
            outcome="ok", fails=(), note=file.note, approach=file.approach, files=self._tree(f"{path}/"),
        )  # fmt: skip

    def _rejected(self, path: str) -> Solution | None:
        file = self._struct(schema.RejectedFile, f"{path}/solution.yaml")
        if file is None:
            return None
        return Solution(
            name=path.split("/")[2], title=file.title, accepted=False, revision=file.revision,
            outcome=file.outcome, fails=file.fails, note=file.why, approach=None,
            files=self._tree(f"{path}/"),
        )  # fmt: skip


def _assemble(problem_id: str, digest: str, parts: _Parts, proven: Mapping[str, str]) -> Problem:
    case = parts.case
    return Problem(
        id=problem_id, uuid=case.uuid, version=case.version, hash=digest, title=case.title,
        summary=case.summary, kind=case.kind, levels=case.levels, minutes=case.minutes, tags=case.tags,
        licence=case.licence, credits=case.credits, sources=case.sources, statement=parts.statement,
        starter=parts.starter, harness=parts.harness,
        entry={language.id: language.entry for language in case.languages},
        tests=parts.tests,
        escalations=tuple(
            Escalation(
                id=step.id, title=step.file.title, minutes=step.file.minutes, when=step.file.when,
                markdown=step.markdown, tests=step.tests, harness=step.harness,
            )
            for step in parts.steps
        ),
        easing=Easing(
            title=parts.easing.title, when=parts.easing.when, markdown=parts.easing_markdown,
            keeps=parts.easing.keeps,
        ),
        hints=tuple(
            Hint(step=n, title=h.title, text=h.text) for n, h in enumerate(parts.hints.hints, start=1)
        ),
        facts=tuple(Fact(id=f.id, ask=f.ask, answer=f.answer, why=f.why) for f in parts.facts.facts),
        approaches=tuple(_approach(entry) for entry in parts.questions.approaches),
        anchors={a.signal: {2: a.at_2, 4: a.at_4} for a in parts.rubric.anchors}, guide=parts.guide,
        solutions=parts.solutions, proven=proven,
    )  # fmt: skip


def _approach(entry: schema.ApproachEntry) -> Approach:
    by_level = {
        "junior": entry.questions.junior,
        "mid-senior": entry.questions.mid_senior,
        "senior": entry.questions.senior,
    }  # fmt: skip
    return Approach(
        id=entry.id, name=entry.name, seen=entry.seen,
        questions={
            level: tuple(Question(ask=q.ask, listen_for=q.listen_for) for q in asked)
            for level, asked in by_level.items()
        },
    )  # fmt: skip
