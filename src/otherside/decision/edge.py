"""Reads policies and their worked cases from content/policies, once."""

from functools import cache
from pathlib import Path

from otherside.decision.cases import WorkedCase
from otherside.decision.policy import Policy, check_policy
from otherside.kernel.content import read_struct
from otherside.rubric.edge import CONTENT

POLICIES = CONTENT / "policies"


@cache
def load_policy(path: Path = POLICIES / "default.yaml") -> Policy:
    """The policy in `path`, checked. Raises BadContent."""
    text = path.read_text(encoding="utf-8")
    return check_policy(read_struct(text, Policy, path.name), path.name, text)


def load_cases(folder: Path = POLICIES / "cases") -> dict[str, WorkedCase]:
    """File name → worked case, in the order of names. Raises BadContent."""
    paths = sorted(folder.glob("*.yaml"))
    return {path.name: read_struct(path.read_text(encoding="utf-8"), WorkedCase, path.name) for path in paths}
