"""Writes docs/reference/policy.md from the policy in force and its worked cases: `python -m tests.support.policy_page`."""

from pathlib import Path

from otherside.decision.edge import load_cases, load_policy
from otherside.decision.written import policy_page

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "policy.md"


def text() -> str:
    return policy_page(load_policy(), load_cases())


if __name__ == "__main__":
    PAGE.write_text(text(), encoding="utf-8")
