import pytest

from otherside.web.templatetags.house import named


@pytest.mark.parametrize(
    ("names", "said"),
    [([], ""), (["Bob"], "Bob"), (["Bob", "Mei"], "Bob and Mei"), (["Bob", "Mei", "Jo"], "Bob, Mei and Jo")],
)
def test_names_are_listed_as_a_sentence_has_them(names: list[str], said: str) -> None:
    assert named(names) == said
