"""Writes the beginning of a package: small, complete in shape, and proven as it stands."""

import re
import uuid
from pathlib import Path

from otherside.kernel.errors import Invalid

FOLDER_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

_TESTS = """hidden: {hidden}
tests:
  - name: {name}
    input: |
      {given}
    expected: |
      {expected}
"""
_HINTS = "hints:\n" + "".join(f"  - title: FILL IN {n}\n    text: FILL IN\n" for n in range(1, 5))
_QUESTIONS = "approaches:\n  - id: adding\n    name: FILL IN\n    seen: FILL IN\n    questions:\n" + "".join(
    f"      {level}:\n        - ask: FILL IN\n          listen_for: FILL IN\n"
    for level in ("junior", "mid-senior", "senior")
)
_FACTS = "facts:\n  - id: sign\n    ask: FILL IN\n    answer: FILL IN\n    why: FILL IN\n"
_MAIN = """import sys

from answer import answer

for line in sys.stdin:
    print("=>", answer(int(line)))
"""


def skeleton(title: str) -> dict[str, str]:
    """Path → text of a package that asks for the double of a number, in Python."""
    answer = "def answer(number):\n    return {}\n"
    return {
        "case.yaml": (
            f"format: otherside-case/1\nuuid: {uuid.uuid4()}\nversion: 0.1.0\ntitle: {title}\n"
            "summary: FILL IN\n"
            "kind: coding\nlevels: [junior]\nminutes: 20\ntags: []\nlicence: Apache-2.0\n"
            "credits: [FILL IN]\nsources: []\nlanguages:\n  - {id: python, entry: main.py}\n"
        ),
        "statement/en.md": f"# {title}\n\nFILL IN: `answer(number)` gives the double of the number.\n",
        "starter/python/answer.py": answer.format("0"),
        "harness/python/main.py": _MAIN,
        "tests/visible.yaml": _TESTS.format(hidden="false", name="doubles", given="2", expected="4"),
        "tests/hidden.yaml": _TESTS.format(
            hidden="true", name="doubles what is negative", given="-3", expected="-6"
        ),
        "easing/easing.yaml": "title: FILL IN\nwhen: FILL IN\nkeeps: [doubles]\n",
        "easing/statement.en.md": "FILL IN\n",
        "interviewer/guide.en.md": "FILL IN: how the time usually goes, and the traps.\n",
        "interviewer/hints.yaml": _HINTS,
        "interviewer/facts.yaml": _FACTS,
        "interviewer/questions.yaml": _QUESTIONS,
        "interviewer/rubric.yaml": "anchors:\n  - signal: code\n    at_2: FILL IN\n    at_4: FILL IN\n",
        "solutions/accepted/adding/solution.yaml": "title: FILL IN\napproach: adding\nnote: FILL IN\n",
        "solutions/accepted/adding/python/answer.py": answer.format("number + number"),
        "solutions/rejected/squares/solution.yaml": (
            'title: FILL IN\nwhy: FILL IN; right for 2 by chance\nfails: ["doubles what is negative"]\n'
        ),
        "solutions/rejected/squares/python/answer.py": answer.format("number * number"),
    }


def write_skeleton(folder: Path) -> None:
    """Raises Invalid where the folder is there already, or its name cannot be a problem's id."""
    name = folder.resolve().name
    if not FOLDER_NAME.fullmatch(name):
        raise Invalid(
            f"{name!r} cannot be a problem's name; take lower case and hyphens, as in rate-limiter."
        )
    if folder.exists():
        raise Invalid(f"{folder} is there already; give the name of a new folder.")
    for path, text in skeleton(name.replace("-", " ").capitalize()).items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
