"""What the form of a plan says: the plan its reader saw, minutes and problems as written, and one thing to
do.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from otherside.kernel.errors import Invalid
from otherside.plan import edits
from otherside.plan.proposal import Question
from otherside.plan.segments import Plan, from_rows

BASE_BYTES_MAX = 100_000


@dataclass(frozen=True, slots=True)
class Asked:
    """A plan as posted, before what was written and pressed is applied to it."""

    version: int
    base: Plan
    minutes: Mapping[str, int]
    questions: Mapping[str, str]
    verb: str
    noun: str

    def applied(self, level: str, bank: Sequence[Question]) -> Plan:
        """The plan after all of it. Raises Invalid, which says what cannot be."""
        titles = {question.id: question.title for question in bank}
        plan = edits.set_minutes(self.base, self.minutes)
        for segment_id, question in self.questions.items():
            if (plan.segment(segment_id).question or "") != question:
                title = titles.get(question, question)
                plan = edits.replace_question(plan, segment_id, question or None, title)
        doing: dict[str, Callable[[], Plan]] = {
            "save": lambda: plan,
            "fit": lambda: edits.fit(plan),
            "up": lambda: edits.move(plan, self.noun, -1),
            "down": lambda: edits.move(plan, self.noun, 1),
            "longer": lambda: edits.lengthen(plan, self.noun, 1),
            "shorter": lambda: edits.lengthen(plan, self.noun, -1),
            "remove": lambda: edits.remove(plan, self.noun),
            "order": lambda: edits.reorder(plan, self.noun.split(",")),
            "add": lambda: edits.add(plan, self.noun, level),
        }
        if self.verb not in doing:
            raise Invalid(f"A plan cannot {self.verb!r}. Reload the page.")
        return doing[self.verb]()


def asked(post: Mapping[str, str], minutes: int) -> Asked:
    """Reads the form. Raises Invalid where it is none."""
    try:
        text = post["base"]
        if len(text) > BASE_BYTES_MAX:
            raise Invalid("This plan is too large to be one. Reload the page.")
        base = from_rows(minutes, json.loads(text))
        version = int(post["version"])
        written = {
            name.removeprefix("minutes-"): int(value)
            for name, value in post.items()
            if name.startswith("minutes-") and value.strip()
        }
    except (KeyError, ValueError, RecursionError) as error:
        raise Invalid("The form was not whole. Reload the page and try again.") from error
    questions = {
        name.removeprefix("question-"): value for name, value in post.items() if name.startswith("question-")
    }
    verb, _, noun = post.get("do", "save").partition(":")
    if verb == "add":
        noun = noun or post.get("add", "")
    return Asked(version, base, written, questions, verb, noun)
