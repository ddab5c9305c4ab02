"""The languages a candidate wants, as people write them."""

from otherside.plan.timed import make
from otherside.plan.wanted import wanted

KNOWN = {"cpp": "C++", "go": "Go", "python": "Python"}


def test_names_are_matched_as_people_write_them() -> None:
    found = wanted(["golang", "c++", "Python3", "Go", "Rust"], KNOWN, {"go", "python"})
    assert [(each.name, each.id, each.runs) for each in found] == [
        ("Go", "go", True), ("C++", "cpp", False), ("Python", "python", True), ("Rust", None, False),
    ]  # fmt: skip
    assert [bool(each.warning) for each in found] == [False, True, False, True]
    assert "not installed on any runner" in found[1].warning
    assert "without running" in found[3].warning
    assert wanted(["", "  "], KNOWN, set()) == ()


def test_breaks_lie_between_the_parts_and_the_sum_holds() -> None:
    plan = make("senior", "coding", 85, breaks=(5, 5))
    assert [segment.kind for segment in plan.segments] == [
        "welcome", "problem", "break", "disagree", "break", "second-half", "candidate-asks",
    ]  # fmt: skip
    assert plan.over == 0
    assert [s.minutes for s in plan.segments if s.kind == "break"] == [5, 5]
    assert len({segment.id for segment in plan.segments}) == 7
