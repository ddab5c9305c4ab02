"""The policy's page of the reference says what the policy's file says."""

from tests.support.policy_page import PAGE, text


def test_the_reference_matches_the_policy_in_force() -> None:
    assert PAGE.read_text(encoding="utf-8") == text(), "run: python -m tests.support.policy_page"


def test_the_decision_record_is_a_page() -> None:
    record = PAGE.parents[1] / "decisions" / "0010-people-decide.md"
    assert len(record.read_text(encoding="utf-8").splitlines()) <= 60
