import pytest

from otherside.kernel.errors import LimitReached
from otherside.kernel.limits import Limit


def test_reaching_a_limit_says_which_by_how_much_and_what_happens() -> None:
    pages = Limit("resume.pages_max", 10, "pages", "send the ten that matter.")
    pages.check(10, "cv.pdf")
    with pytest.raises(LimitReached, match=r"cv\.pdf has 11 pages, more than the limit of 10: send the ten"):
        pages.check(11, "cv.pdf")


@pytest.mark.parametrize(("name", "value"), [("resume.pages_max", 0), ("pages_max", 10)])
def test_a_limit_nobody_could_mean_is_refused(name: str, value: int) -> None:
    with pytest.raises(ValueError, match="limit"):
        Limit(name, value, "pages", "no.")
