"""What a proof is, and what does not prove it. No sandbox: outcomes are given by hand."""

import dataclasses
import json
from pathlib import Path

import pytest

from otherside.cli import case
from otherside.cli.main import main
from otherside.question.edge.skeleton import write_skeleton
from otherside.question.problem import Problem
from otherside.question.verify import Proof, Seen, judge, proofs
from tests.question.sample import problem


def proof_of(found: Problem, what: str, revision: int = 0) -> Proof:
    return next(p for p in proofs(found) if p.what == what and p.revision == revision)


def seen(proof: Proof, *failed: str, outcome: str = "ok") -> Seen:
    return Seen(outcome=outcome, passed={test.name: test.name not in failed for test in proof.tests})


def test_every_solution_is_run_at_its_revisions() -> None:
    listed = [(proof.what, proof.revision, len(proof.tests)) for proof in proofs(problem())]
    assert listed == [
        ("starter", 0, 1), ("accepted/adding", 0, 2), ("accepted/adding", 1, 4), ("rejected/squares", 0, 2),
    ]  # fmt: skip


def test_nobody_replaces_the_harness() -> None:
    found = problem()
    rogue = dataclasses.replace(found.solutions[0], files={"python": {"main.py": "print('=> 4')"}})
    proof = proof_of(dataclasses.replace(found, solutions=(rogue,)), f"accepted/{rogue.name}")
    assert proof.files["main.py"] == found.harness["python"]["main.py"]


def test_an_accepted_solution_passes_everything() -> None:
    proof = proof_of(problem(), "accepted/adding")
    assert judge(proof, seen(proof)) is None
    assert "fails 'doubles'" in str(judge(proof, seen(proof, "doubles")))
    assert "wall-limit" in str(judge(proof, seen(proof, outcome="wall-limit")))
    assert "fails" in str(judge(proof, Seen(outcome="ok", passed={})))


def test_a_rejected_solution_fails_for_its_reason_and_no_other() -> None:
    proof = proof_of(problem(), "rejected/squares")
    assert judge(proof, seen(proof, "doubles what is negative")) is None
    assert "passes 'doubles what is negative', which it should fail" in str(judge(proof, seen(proof)))
    assert "also fails 'doubles'" in str(judge(proof, seen(proof, "doubles", "doubles what is negative")))
    broken = seen(proof, "doubles", "doubles what is negative", outcome="compile-error")
    assert "does not compile" in str(judge(proof, broken))


@pytest.mark.parametrize("outcome", ["compile-error", "wall-limit"])
def test_a_stated_outcome_is_the_reason(outcome: str) -> None:
    stated = dataclasses.replace(
        proof_of(problem(), "rejected/squares"), outcome=outcome, must_fail=frozenset()
    )
    assert judge(stated, seen(stated, outcome=outcome)) is None
    assert f"not {outcome} as stated" in str(judge(stated, seen(stated)))


def test_a_starter_compiles_and_leaves_something_to_do() -> None:
    proof = proof_of(problem(), "starter")
    assert judge(proof, seen(proof, "doubles")) is None
    assert "already" in str(judge(proof, seen(proof)))
    assert "must compile" in str(judge(proof, seen(proof, "doubles", outcome="compile-error")))


@pytest.mark.sandbox
def test_the_command_proves_a_new_package_and_records_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "my-problem"
    assert main(["case", "new", str(folder)]) == 0
    assert main(["case", "verify", str(folder), "--record"]) == 0
    assert "3 of 3 proofs hold; proven in python." in capsys.readouterr().out
    assert list(json.loads((folder / "proof.json").read_text())["languages"]) == ["python"]


@pytest.mark.sandbox
def test_the_command_says_what_does_not_hold(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "my-problem"
    write_skeleton(folder)
    (folder / "solutions/accepted/adding/python/answer.py").write_text("def answer(number):\n    return 4\n")
    assert main(["case", "verify", str(folder), "--json"]) == 1
    (report,) = json.loads(capsys.readouterr().out)
    assert report["holds"] is False
    (bad,) = [proof for proof in report["proofs"] if not proof["holds"]]
    assert bad["what"] == "accepted/adding"
    assert "doubles what is negative" in bad["why"]


def test_a_package_that_cannot_be_read_is_reported(tmp_path: Path) -> None:
    from otherside.question.edge.prove import prove

    write_skeleton(tmp_path / "my-problem")
    (tmp_path / "my-problem/case.yaml").write_text("ttle: x\n")
    report = prove(tmp_path / "my-problem", None)  # type: ignore[arg-type]  # nothing is run
    assert not report.holds
    assert "case.yaml:1" in report.summary()
    assert case.NAME == "case"
