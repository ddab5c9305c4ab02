"""Reads the rubric from content/rubrics, once."""

from functools import cache
from pathlib import Path

from otherside.kernel.content import read_struct
from otherside.rubric.check import check_rubric
from otherside.rubric.signals import Rubric

CONTENT = Path(__file__).resolve().parents[3] / "content"


@cache
def load_rubric(path: Path = CONTENT / "rubrics" / "default.yaml") -> Rubric:
    """The rubric in `path`, checked: every signal once, anchors for every level. Raises BadContent."""
    text = path.read_text(encoding="utf-8")
    return check_rubric(read_struct(text, Rubric, path.name), path.name, text)
