"""The policy as a page of the reference, in Markdown. A test compares the page with the file it is written
from.
"""

from collections.abc import Mapping

from otherside.decision.cases import WorkedCase
from otherside.decision.policy import CONDITIONS, Needs, Policy
from otherside.decision.recommend import recommend, words
from otherside.rubric.levels import level_of
from otherside.scorecard.recommendation import recommended

HEAD = """# The policy of decisions

<!-- Generated from content/policies by `python -m tests.support.policy_page`; a test compares. -->

A policy turns the scorecards of an application into a recommendation, with its reasons, what is uncertain
about it and what would change it. It proposes; the hiring manager decides and may differ, saying why. It
speaks only after the manager has noted a view of their own. See [decision
0010](../decisions/0010-people-decide.md).

The policy is a file, `content/policies/default.yaml`, with a version that every decision keeps. Copy it,
raise `version`, change numbers or rules, and run `pytest tests/decision`: the worked cases below say what
moved. A file that cannot be right is refused with its line, above all a rule that says *no* on anything but
signals seen and weak.
"""


def policy_page(policy: Policy, cases: Mapping[str, WorkedCase]) -> str:
    """The page, whole."""
    parts = [
        HEAD,
        f"## In force: {policy.title}, version {policy.version}\n",
        _numbers(policy),
        "## What each level needs\n",
        _levels(policy),
        "## Rules, from top to bottom\n\nThe first that holds speaks.\n",
        _rules(policy),
        "## Worked cases\n\nEach is a file in `content/policies/cases` and runs as a test.\n",
        _cases(policy, cases),
    ]
    return "\n".join(parts)


def _numbers(policy: Policy) -> str:
    n = policy.numbers
    return "\n".join(
        [
            (
                f"- A rating of {n.weak} or less is *weak*, {n.meets} or more *meets* the level, {n.good} is "
                f"good, {n.strong} strong."
            ),
            "- *Not tested* is no number. It never counts against anybody.",
            (
                f"- Two ratings of one signal that lie {n.split_at} or more apart are *split*. With a third "
                f"the middle one counts."
            ),
            "- Of two ratings that are not split the lower counts; it is weak only when both are.",
            f"- {n.weak_many} required signals that are weak refuse, though none of them is a key one.",
            (
                f"- One level down forgives a shortfall in what the level below does not need, down to a "
                f"{n.level_below_floor}."
            ),
            (
                f"- One more round is proposed at most {policy.extra_rounds_max} time"
                f"{'' if policy.extra_rounds_max == 1 else 's'} for an application."
            ),
            "- A red flag is shown as a doubt and changes no recommendation.\n",
        ]
    )


def _levels(policy: Policy) -> str:
    lines = [
        (
            "| level | required (**key**: decides alone when weak) | not needed one level down | looked for "
            "when well above |"
        ),
        "|---|---|---|---|",
    ]
    return "\n".join([*lines, *(_level(needs) for needs in policy.levels)]) + "\n"


def _level(needs: Needs) -> str:
    required = ", ".join(f"**{words(s)}**" if s in needs.key else words(s) for s in needs.required)
    bound = ", ".join(words(s) for s in needs.level_bound) or "—"
    above = ", ".join(words(s) for s in needs.check_above) or "—"
    return f"| {level_of(needs.level).title} | {required} | {bound} | {above} |"


def _rules(policy: Policy) -> str:
    lines = ["| rule | when | proposes | because |", "|---|---|---|---|"]
    for rule in policy.rules:
        kind = recommended(rule.recommend).title
        lines.append(f"| `{rule.id}` | {CONDITIONS[rule.when]} | {kind} | {rule.because} |")
    return "\n".join(lines) + "\n"


def _cases(policy: Policy, cases: Mapping[str, WorkedCase]) -> str:
    lines = ["| case | level | cards | proposes | rule |", "|---|---|---|---|---|"]
    for name, case in cases.items():
        found = recommend(case.as_cards(), policy)
        title = f"{case.title}<br>{case.story}"
        lines.append(
            f"| `{name.removesuffix('.yaml')}`<br>{title} | {case.level} | {len(case.cards)} | "
            f"{recommended(found.kind).title} | `{found.rule}` |"
        )
    return "\n".join(lines) + "\n"
