"""Reads the rubric from content/rubrics, once."""

from functools import cache
from pathlib import Path

from otherside.rubric.check import check_rubric
from otherside.rubric.signals import Rubric
from otherside.rubric.strict import read

CONTENT = Path(__file__).resolve().parents[3] / "content"


@cache
def load_rubric(path: Path = CONTENT / "rubrics" / "default.yaml") -> Rubric:
    """The rubric in `path`, checked: every signal once, anchors for every level. Raises BadContent."""
    text = path.read_text(encoding="utf-8")
    return check_rubric(read(text, Rubric, path.name), path.name, text)
