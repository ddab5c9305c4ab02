"""Every limit of the app is enforced, and one bad package does not take the bank along."""

from pathlib import Path

import pytest

from otherside.kernel.content import BadContent
from otherside.kernel.errors import LimitReached, NotFound
from otherside.kernel.limits import Limit
from otherside.question import limits
from otherside.question.edge import folder, load_bank
from otherside.question.edge.skeleton import write_skeleton
from otherside.question.jobs import request
from otherside.question.package import build
from tests.question.sample import problem, with_file

TEST = "  - {{name: number {n}, input: '{given}', expected: ''}}\n"


def a_file_of(count: int, given: str = "") -> str:
    return "hidden: true\ntests:\n" + "".join(TEST.format(n=n, given=given) for n in range(count))


def refusal(path: str, text: str) -> str:
    with pytest.raises(BadContent) as refused:
        build("doubles", with_file(path, text))
    return str(refused.value)


def test_too_many_tests_are_refused() -> None:
    assert "tests, more than 80" in refusal("tests/more.yaml", a_file_of(90))


def test_a_test_with_too_much_input_is_refused() -> None:
    assert "more than 64000 bytes of input" in refusal("tests/more.yaml", a_file_of(1, "x" * 65_000))


def test_a_run_of_too_many_files_is_refused() -> None:
    with pytest.raises(LimitReached, match="61 files"):
        request(problem(), "python", {f"f{n}.py": "" for n in range(61)}, "visible", 0)


def test_a_bank_of_too_many_packages_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_skeleton(tmp_path / "problems" / "one")
    write_skeleton(tmp_path / "problems" / "two")
    monkeypatch.setattr(folder, "BANK_PACKAGES", Limit("question.bank_packages_max", 1, "packages", "no."))
    with pytest.raises(LimitReached, match="2 packages"):
        load_bank(tmp_path)


def test_a_package_that_is_wrong_leaves_the_others(tmp_path: Path) -> None:
    write_skeleton(tmp_path / "problems" / "right")
    write_skeleton(tmp_path / "problems" / "wrong")
    (tmp_path / "problems" / "wrong" / "case.yaml").write_text("titles: x\n")
    bank = load_bank(tmp_path)
    assert bank.problem("right").id == "right"
    with pytest.raises(NotFound, match=r"'wrong' cannot be used: case\.yaml:1"):
        bank.problem("wrong")
    with pytest.raises(NotFound, match="no problem 'third'"):
        bank.problem("third")


def test_a_bank_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert dict(load_bank(tmp_path / "nowhere").problems) == {}


def test_names_are_the_apps() -> None:
    assert all(limit.name.startswith("question.") for limit in limits.LIMITS)
