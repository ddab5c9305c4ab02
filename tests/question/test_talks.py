"""Reviews, walkthroughs and fact sheets: read whole or refused with file, line and remedy; told without secrets."""

import random
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from otherside.kernel.content import BadContent
from otherside.kernel.errors import DomainError, NotFound
from otherside.question.change import Change
from otherside.question.edge import load_bank
from otherside.question.edge.prove import prove
from otherside.question.jobs import request
from otherside.question.package import build
from otherside.question.problem import Problem
from otherside.question.shown import change_for_candidate, talk_for_candidate
from otherside.question.talks import FactSheet, Review, Walkthrough
from otherside.question.verify import Seen, judge, proofs
from otherside.run.edge import open_environment
from tests.question.sample import sample
from tests.question.talks import AFTER, BEFORE, CHANGE, EVERY, FACT_SHEET, REVIEW, WALKTHROUGH, as_bytes
from tests.question.test_shown import everything


def review() -> Review:
    found = build("faster", as_bytes(REVIEW))
    assert isinstance(found, Review)
    return found


def refusal(files: dict[str, bytes]) -> str:
    with pytest.raises(BadContent) as refused:
        build("sample", files)
    return str(refused.value)


def test_each_kind_is_read_as_itself() -> None:
    found = review()
    assert (found.kind, found.languages, found.change.by, found.change.size) == (
        "review", ("python",), "Bo", 22,
    )  # fmt: skip
    assert [hint.step for hint in found.hints] == [1, 2, 3, 4]
    walk = build("walk", as_bytes(WALKTHROUGH))
    assert isinstance(walk, Walkthrough)
    assert walk.board
    assert walk.prompts[2].follow_ups["senior"][0].ask == "what"
    sheet = build("sheet", as_bytes(FACT_SHEET))
    assert isinstance(sheet, FactSheet)
    assert sheet.text.splitlines()[0] == "What of team? [This]."


def test_a_problem_may_carry_a_change_and_a_disagreement() -> None:
    words = "claim: a\ndefensible: b\ngood_answer: c\nweak_answer: d\n"
    found = build("doubles", sample(**CHANGE, **{"interviewer/disagree.yaml": words}))
    assert isinstance(found, Problem)
    assert found.review is not None
    assert found.review.must_fail == {"doubles what is negative"}
    assert found.disagree is not None
    assert found.disagree.weak_answer == "d"


REVIEW_FILE = "review/review.yaml"


@pytest.mark.parametrize(
    ("kind", "path", "old", "new", "said"),
    [
        ("review", REVIEW_FILE, "line: 22", "line: 1", "review/review.yaml:8: line 1 of review/after/answer.py is not part of the change; take one of 2-22."),
        ("review", REVIEW_FILE, "file: answer.py\n", "file: other.py\n", "review/review.yaml:7: 'other.py' is not changed; changed are answer.py."),
        ("review", REVIEW_FILE, "what is negative", "in vain", "review/review.yaml:12: shows 'doubles in vain', but no test is called so."),
        ("review", REVIEW_FILE, "weight: blocks", "weight: should", "review/review.yaml:5: no finding that blocks is shown by a test"),
        ("review", REVIEW_FILE, "weight: blocks", "weight: heavy", "review/review.yaml:11: findings.0.weight"),
        ("review", REVIEW_FILE, "id: noise", "id: sign", "'sign' is there twice"),
        ("review", REVIEW_FILE, "language: python", "language: go", "review/review.yaml:4: the change is in go, not in python; correct it."),
        ("review", REVIEW_FILE, "by: Bo", "buy: Bo", "unknown key 'buy'; did you mean 'by'?"),
        ("review", "review/after/answer.py", AFTER, BEFORE + "#\n", "review/review.yaml:1: 1 lines came or went"),
        ("review", "case.yaml", "entry: main.py", "entry: start.py", "case.yaml:1: starts with 'start.py'"),
        ("walkthrough", "walkthrough.yaml", "minutes: 5", "minutes: 6", "walkthrough.yaml:1: the prompts take 18 min, but case.yaml says 15"),
        ("walkthrough", "walkthrough.yaml", "id: step1", "id: step0", "walkthrough.yaml:12: 'step0' is there twice"),
        ("walkthrough", "interviewer/rubric.yaml", "signal: depth", "signal: code", "walkthrough.yaml:7: the signal depth has no anchors"),
        ("walkthrough", "case.yaml", "minutes: 15", "minutes: 15\nlanguages: []", "unknown key 'languages'"),
        ("fact-sheet", "sheet.yaml", "topic: pay", "topic: food", "sheet.yaml:1: says nothing of pay"),
    ],
)  # fmt: skip
def test_each_mistake_is_named(kind: str, path: str, old: str, new: str, said: str) -> None:
    text = EVERY[kind][path]
    assert old in text
    assert said in refusal(as_bytes(EVERY[kind], **{path: text.replace(old, new)}))


@pytest.mark.parametrize(
    ("kind", "path", "said"),
    [
        ("review", "review/mended/answer.py", "review/mended:1: has no files"),
        ("review", "review/before/answer.py", "review/before:1: has no files"),
        ("review", "tests/visible.yaml", "there is no visible test"),
        ("walkthrough", "statement/en.md", "statement/en.md:1: is missing or empty"),
        ("fact-sheet", "sheet.yaml", "sheet.yaml:1: the file is missing"),
    ],
)
def test_what_is_missing_is_named(kind: str, path: str, said: str) -> None:
    assert said in refusal(as_bytes(EVERY[kind], **{path: None}))


def test_a_kind_has_no_files_of_another() -> None:
    assert "nothing of a fact-sheet lies there" in refusal(as_bytes(FACT_SHEET, **{"tests/a.yaml": "x"}))
    assert "nothing of a walkthrough lies there" in refusal(as_bytes(WALKTHROUGH, **{"review/x.yaml": "x"}))
    assert "nothing of a review lies there" in refusal(as_bytes(REVIEW, **{"easing/easing.yaml": "x"}))


def test_a_change_too_long_to_compare_is_refused() -> None:
    long = "\n".join(str(n) for n in range(2_000))
    assert "more than 1200" in refusal(as_bytes(REVIEW, **{"review/after/answer.py": long}))


def change(before: str, after: str) -> Change:
    found = review().change
    return Change(
        title=found.title, by=found.by, story=found.story, language=found.language, revision=0,
        findings=found.findings, good=found.good, at_2=found.at_2, at_4=found.at_4,
        before={"a": before}, after={"a": after},
    )  # fmt: skip


def test_a_diff_counts_as_git_does() -> None:
    (file,) = change("a\nb\nc\n", "a\nB\nc\nd\n").diff
    assert [(line.sign, line.before, line.after, line.text) for line in file.lines] == [
        (" ", 1, 1, "a"), ("-", 2, None, "b"), ("+", None, 2, "B"), (" ", 3, 3, "c"), ("+", None, 4, "d"),
    ]  # fmt: skip
    assert file.size == 3
    taken_out = change("a\nb\nc\n", "a\nc\n").diff[0]
    assert taken_out.touched == {1, 2}
    assert change("a\nb\nc\nd\ne\n", "a\nc\ne\n").diff[0].touched == {1, 2, 3}
    assert change("a\nb\n", "a\n").diff[0].touched == {1}


LINES = st.lists(st.sampled_from(["a", "b", "", "  c"]), max_size=12).map(
    lambda lines: "".join(f"{line}\n" for line in lines)
)


@given(LINES, LINES)
def test_a_diff_holds_both_sides(before: str, after: str) -> None:
    files = change(before, after).diff
    if before == after:
        assert files == ()
        return
    (file,) = files
    assert "".join(f"{line.text}\n" for line in file.lines if line.sign != "+") == before
    assert "".join(f"{line.text}\n" for line in file.lines if line.sign != "-") == after
    assert all(1 <= number <= after.count("\n") for number in file.touched)


def test_a_review_is_proven_by_three_runs() -> None:
    listed = {proof.what: proof for proof in proofs(review())}
    assert list(listed) == ["review/before", "review/after", "review/mended"]
    after, mended = listed["review/after"], listed["review/mended"]
    good = {test.name: True for test in after.tests}
    shown = {**good, "doubles what is negative": False}
    assert judge(after, Seen(outcome="ok", passed=shown)) is None
    assert "which it should fail" in str(judge(after, Seen(outcome="ok", passed=good)))
    assert "does not compile" in str(judge(after, Seen(outcome="compile-error", passed={})))
    assert judge(mended, Seen(outcome="ok", passed=good)) is None
    assert judge(mended, Seen(outcome="ok", passed=shown)) is not None
    assert judge(listed["review/before"], Seen(outcome="ok", passed=shown)) is None
    assert judge(listed["review/before"], Seen(outcome="cpu-limit", passed={})) is None
    assert "must compile" in str(judge(listed["review/before"], Seen(outcome="compile-error", passed={})))


def test_a_problems_change_is_proven_in_its_language() -> None:
    found = build("doubles", sample(**CHANGE))
    whats = [proof.what for proof in proofs(found)]
    assert whats[-2:] == ["review/before", "review/after"]


@pytest.mark.parametrize("kind", ["walkthrough", "fact-sheet"])
def test_what_holds_no_code_is_proven_by_reading(kind: str, tmp_path: Path) -> None:
    put(tmp_path / "one", EVERY[kind])
    report = prove(tmp_path / "one", None, ["python"])  # type: ignore[arg-type]  # nothing is run
    assert report.holds
    assert f"a {kind} has nothing to run" in report.summary()


@pytest.mark.sandbox
def test_a_review_is_proven_in_the_sandbox(tmp_path: Path) -> None:
    put(tmp_path / "one", REVIEW)
    with open_environment() as environment:
        report = prove(tmp_path / "one", environment)
    assert report.holds, report.summary()
    assert len(report.findings) == 3


def put(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)


def test_each_shelf_holds_its_kind(tmp_path: Path) -> None:
    put(tmp_path / "reviews" / "faster", REVIEW)
    put(tmp_path / "walkthroughs" / "mine", WALKTHROUGH)
    put(tmp_path / "walkthroughs" / "faster", WALKTHROUGH)
    put(tmp_path / "fact-sheets" / "facts", FACT_SHEET)
    put(tmp_path / "reviews" / "astray", FACT_SHEET)
    bank = load_bank(tmp_path)
    assert (set(bank.reviews), set(bank.walkthroughs), set(bank.fact_sheets)) == (
        {"faster"}, {"mine"}, {"facts"},
    )  # fmt: skip
    assert bank.refused["astray"] == "case.yaml:1: is a fact-sheet; move the folder to fact-sheets/."
    assert "the name is taken" in bank.refused["faster"]
    assert [asked.id for asked in bank.asked] == ["faster", "mine"]
    assert bank.package("facts").kind == "fact-sheet"
    with pytest.raises(NotFound, match="no review 'mine'"):
        bank.review("mine")


def test_a_review_can_be_run_with_its_harness_over_it() -> None:
    mine = {"answer.py": AFTER, "main.py": "print('=> 4')"}
    extra, entry, visible, hidden = request(review(), "python", mine, "visible", 0)
    assert (entry, extra["main.py"]) == ("main.py", REVIEW["harness/python/main.py"])
    assert ([test.name for test in visible], len(hidden)) == (["doubles"], 1)
    with pytest.raises(NotFound, match="revision 1"):
        request(review(), "python", mine, "visible", 1)
    with pytest.raises(NotFound, match="not in 'go'"):
        request(review(), "go", mine, "visible", 0)
    assert talk_for_candidate(review()).files == {"answer.py": AFTER}
    assert [test.name for test in talk_for_candidate(review()).tests] == ["doubles"]


def test_no_secret_reaches_the_candidate() -> None:
    assert "SECRET" in everything(review().change.findings)
    assert "SECRET" not in everything(talk_for_candidate(review()))
    assert "SECRET" not in everything(change_for_candidate(review().change))
    assert "+    return abs(number) * 2" in change_for_candidate(review().change).unified
    walk = build("walk", as_bytes(WALKTHROUGH))
    assert isinstance(walk, Walkthrough)
    assert "SECRET" not in everything(talk_for_candidate(walk))
    assert talk_for_candidate(walk).board


PLACES = sorted((kind, path) for kind, files in EVERY.items() for path in files)


@settings(max_examples=80)
@given(place=st.sampled_from(PLACES), seed=st.integers(0, 2**32))
def test_a_spoilt_file_is_read_or_refused_never_worse(place: tuple[str, str], seed: int) -> None:
    kind, path = place
    files = as_bytes(EVERY[kind])
    body, chance = bytearray(files[path]), random.Random(seed)
    for _ in range(chance.randrange(1, 6)):
        if body:
            body[chance.randrange(len(body))] = chance.randrange(256)
    files[path] = bytes(body[: chance.randrange(len(body) + 1)] if chance.random() < 0.3 else body)
    with suppress(DomainError):
        build("sample", files)
