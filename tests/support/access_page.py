"""Writes docs/reference/access.md from the matrix: `python -m tests.support.access_page`."""

from pathlib import Path

from otherside.accounts.roles import Role
from otherside.interview.matrix import reasons, table

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "access.md"


def page() -> str:
    """The whole page. Generated, so that the docs cannot say something else than the code does."""
    roles = "".join(f"- **{role.label}**: {role.does}\n" for role in Role)
    return (
        "# Who may read and do what\n\n"
        "<!-- Generated from src/otherside/*/matrix.py by `python -m tests.support.access_page`; a test compares. -->\n\n"
        "People hold any of four roles:\n\n"
        f"{roles}\n"
        "What they may do depends on how they stand to *one* thing: a recruiter changes the applications of their\n"
        "own openings and no others. Whoever may not read something gets the same answer as for something that is\n"
        "not there. An empty cell (—) is a refusal; somebody who stands in several ways has the most of them.\n\n"
        f"{table()}\n"
        "## Why\n\n"
        f"{reasons()}"
    )


if __name__ == "__main__":
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page())
