"""Reads the files that packages have in common, and keeps every complaint, so that an author mends them all
at once.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from msgspec import Struct

from otherside.kernel.content import read_struct
from otherside.kernel.errors import DomainError
from otherside.question import schema
from otherside.question.limits import STATEMENT_BYTES, TEST_BYTES
from otherside.question.problem import Question
from otherside.run.tests import Test

S = TypeVar("S", bound=Struct)
Tree = Mapping[str, Mapping[str, str]]


@dataclass(slots=True)
class Reader:
    """The texts of a package by path, and what is wrong with them so far."""

    texts: Mapping[str, str]
    complaints: list[str] = field(default_factory=list)

    def struct(self, kind: type[S], path: str) -> S | None:
        if path not in self.texts:
            self.complaints.append(f"{path}:1: the file is missing; add it.")
            return None
        try:
            return read_struct(self.texts[path], kind, path)
        except DomainError as error:
            self.complaints.append(str(error))
            return None

    def markdown(self, path: str) -> str:
        text = self.texts.get(path, "")
        if not text.strip():
            self.complaints.append(f"{path}:1: is missing or empty; write it.")
        if path.startswith("statement/") and len(text.encode()) > int(STATEMENT_BYTES):
            self.complaints.append(
                f"{path}:1: has {len(text.encode())} bytes, more than {int(STATEMENT_BYTES)}; shorten it."
            )
        return text

    def tree(self, prefix: str) -> dict[str, dict[str, str]]:
        """Language → path below it → text."""
        tree: dict[str, dict[str, str]] = {}
        for path, text in self.texts.items():
            if path.startswith(prefix) and "/" in path[len(prefix) :]:
                language, below = path[len(prefix) :].split("/", 1)
                tree.setdefault(language, {})[below] = text
        return tree

    def tests(self, prefix: str) -> tuple[Test, ...]:
        found: list[Test] = []
        for path in sorted(p for p in self.texts if p.startswith(prefix) and p.endswith(".yaml")):
            file = self.struct(schema.TestsFile, path)
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

    def below(self, prefix: str) -> dict[str, str]:
        """Path below `prefix` → text."""
        return {path[len(prefix) :]: text for path, text in self.texts.items() if path.startswith(prefix)}


def by_level(entry: schema.QuestionsByLevel) -> dict[str, tuple[Question, ...]]:
    asked = {"junior": entry.junior, "mid-senior": entry.mid_senior, "senior": entry.senior}
    return {
        level: tuple(Question(ask=q.ask, listen_for=q.listen_for) for q in questions)
        for level, questions in asked.items()
    }


def anchors(file: schema.RubricFile) -> dict[str, dict[int, str]]:
    return {entry.signal: {2: entry.at_2, 4: entry.at_4} for entry in file.anchors}
