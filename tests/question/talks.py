"""Small packages of the other kinds, as mappings of path to text; tests spoil them in one place."""

from otherside.question.edge.skeleton import _HINTS

UUID = "00000000-0000-4000-8000-00000000000{}"
_HEAD = (
    "format: otherside-case/1\nuuid: {uuid}\nversion: 0.1.0\ntitle: {title}\nsummary: one line\nkind: {kind}\n"
    "tags: []\nlicence: Apache-2.0\ncredits: [us]\nsources: []\n"
)
_LEVELS = ("junior", "mid-senior", "senior")
_BY_LEVEL = "".join(f"      {level}: [{{ask: what, listen_for: that}}]\n" for level in _LEVELS)
BEFORE = "def answer(number):\n    return number + number\n"
AFTER = (
    "def answer(number):\n"
    + "".join(f"    step{n} = {n}\n" for n in range(20))
    + "    return abs(number) * 2\n"
)
REVIEW_YAML = """title: Faster doubling
by: Bo
story: It was slow.
language: python
findings:
  - id: sign
    file: answer.py
    line: 22
    what: The sign is lost.
    why: -3 becomes 6. SECRET
    weight: blocks
    shows: ["doubles what is negative"]
  - {id: noise, file: answer.py, line: 5, what: Unused names., why: They are read for nothing., weight: nice}
good: [It is short.]
listen_for: {at_2: Only style., at_4: Names the input that breaks it.}
"""
CHANGE = {
    "review/review.yaml": REVIEW_YAML,
    "review/before/answer.py": BEFORE,
    "review/after/answer.py": AFTER,
}
_TEST = "hidden: {hidden}\ntests:\n  - {{name: {name}, input: '{given}', expected: '{expected}'}}\n"
_MAIN = (
    "import sys\n\nfrom answer import answer\n\nfor line in sys.stdin:\n    print('=>', answer(int(line)))\n"
)
_ANCHORS = "anchors:\n  - {{signal: {}, at_2: two, at_4: four}}\n"

REVIEW = {
    "case.yaml": _HEAD.format(uuid=UUID.format(1), title="A faster double", kind="review")
    + "levels: [junior]\nminutes: 10\nlanguages:\n  - {id: python, entry: main.py}\n",
    "statement/en.md": "Bo asks for a review.\n",
    **CHANGE,
    "review/mended/answer.py": BEFORE,
    "harness/python/main.py": _MAIN,
    "tests/visible.yaml": _TEST.format(hidden="false", name="doubles", given=2, expected=4),
    "tests/hidden.yaml": _TEST.format(
        hidden="true", name="doubles what is negative", given=-3, expected=-6
    ),
    "interviewer/guide.en.md": "SECRET\n",
    "interviewer/hints.yaml": _HINTS.replace("FILL IN", "SECRET"),
    "interviewer/questions.yaml": "questions:\n" + _BY_LEVEL.replace("      ", "  "),
    "interviewer/rubric.yaml": _ANCHORS.format("working-together"),
}  # fmt: skip
WALKTHROUGH = {
    "case.yaml": _HEAD.format(uuid=UUID.format(2), title="Your project", kind="walkthrough")
    + "levels: [junior]\nminutes: 15\n",
    "statement/en.md": "Draw your project.\n",
    "walkthrough.yaml": "board: true\nprompts:\n"
    + "".join(
        f"  - id: step{n}\n    minutes: 5\n    ask: SECRET {n}\n    listen_for: that\n    signal: depth\n"
        f"    follow_ups:\n{_BY_LEVEL}"
        for n in range(3)
    ),
    "interviewer/guide.en.md": "SECRET\n",
    "interviewer/rubric.yaml": _ANCHORS.format("depth"),
}
FACT_SHEET = {
    "case.yaml": _HEAD.format(uuid=UUID.format(3), title="Backend engineer", kind="fact-sheet"),
    "sheet.yaml": "facts:\n"
    + "".join(
        f"  - {{topic: {topic}, ask: 'What of {topic}?', answer: '[This].'}}\n"
        for topic in ("team", "product", "stack", "on-call", "next-steps", "growth", "hours", "pay")
    ),
}
EVERY = {"review": REVIEW, "walkthrough": WALKTHROUGH, "fact-sheet": FACT_SHEET}


def as_bytes(files: dict[str, str], **changes: str | None) -> dict[str, bytes]:
    """The package with some files replaced, or left out where None is given."""
    changed = {**files, **changes}
    return {path: text.encode() for path, text in changed.items() if text is not None}
