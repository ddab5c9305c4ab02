"""A small package that is right, as a mapping of path to bytes; tests spoil it in one place."""

import re

from otherside.question.edge.skeleton import skeleton
from otherside.question.package import build
from otherside.question.problem import Problem

UUID = "00000000-0000-4000-8000-000000000000"
ESCALATION = {
    "escalations/1-triple/escalation.yaml": "title: Three times\nminutes: 5\nwhen: early\n",
    "escalations/1-triple/statement.en.md": "Now `answer` triples. ESCALATED\n",
    "escalations/1-triple/tests/hidden.yaml": (
        "hidden: true\ntests:\n  - name: triples in secret\n    input: |\n      7\n    expected: |\n      SECRET21\n"
    ),
    "escalations/1-triple/tests/visible.yaml": (
        "hidden: false\ntests:\n  - name: triples\n    input: |\n      2\n    expected: |\n      6\n"
    ),
    "escalations/1-triple/harness/python/main.py": "print('=> tripled')\n",
}


def sample(**changes: str | None) -> dict[str, bytes]:
    """The skeleton with one escalation. A change names a path with its text, or None to leave the file out."""
    files: dict[str, str] = {**skeleton("Doubles"), **ESCALATION}
    files["case.yaml"] = re.sub(r"uuid: .*", f"uuid: {UUID}", files["case.yaml"])
    for path, text in changes.items():
        if text is None:
            del files[path]
        else:
            files[path] = text
    return {path: text.encode() for path, text in files.items()}


def with_file(path: str, text: str | None) -> dict[str, bytes]:
    return sample(**{path: text})


def problem() -> Problem:
    return build_problem(sample())


def build_problem(files: dict[str, bytes]) -> Problem:
    found = build("doubles", files)
    assert isinstance(found, Problem)
    return found
