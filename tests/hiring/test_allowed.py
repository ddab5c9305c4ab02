"""What candidates may use is the opening's to say; where it says nothing, the house does."""

from otherside.hiring.allowed import DEFAULT, allowed_lines


def test_each_line_is_one_and_nothing_means_the_default() -> None:
    assert allowed_lines("- Your own editor\n\n  A search engine \n") == (
        "Your own editor",
        "A search engine",
    )
    assert allowed_lines(" \n") == DEFAULT
