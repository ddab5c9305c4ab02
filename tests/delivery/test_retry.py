from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from otherside.delivery.limits import ATTEMPTS_MAX
from otherside.delivery.retry import next_try, wait_s
from tests.support.cast import NOW


def test_waits_double_up_to_an_hour() -> None:
    assert [wait_s(n) for n in (1, 2, 3, 11)] == [5, 10, 20, 3600]


def test_the_last_attempt_gives_up() -> None:
    assert next_try(1, NOW) == NOW + timedelta(seconds=5)
    assert next_try(int(ATTEMPTS_MAX), NOW) is None


@given(st.integers(1, 60))
def test_waits_never_shrink(attempts: int) -> None:
    assert wait_s(attempts) <= wait_s(attempts + 1)
