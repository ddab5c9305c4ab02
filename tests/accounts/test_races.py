"""Two administrators at once. Real threads with their own connections, on both databases."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from otherside.accounts import actions
from otherside.accounts.models import User
from otherside.accounts.roles import Role
from otherside.kernel.errors import Conflict, DomainError
from tests.support import cast

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], object]) -> list[object]:
    """The result of each, or the DomainError it raised, all begun at the same moment."""
    barrier = Barrier(len(acts))

    def call(act: Callable[[], object]) -> object:
        barrier.wait()
        try:
            return act()
        except DomainError as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(call, acts))


@pytest.fixture
def two(db: None) -> list[User]:
    return [cast.person(name, is_administrator=True) for name in ("Ada Quist", "Ben Ode")]


@pytest.mark.parametrize("_again", range(3))
def test_two_administrators_cannot_remove_each_other(two: list[User], _again: int) -> None:
    one, other = two
    results = at_once(
        lambda: actions.deactivate(other.pk, one, at=cast.NOW),
        lambda: actions.change_roles(one.pk, [], other, seen=[Role.ADMINISTRATOR], at=cast.NOW),
    )
    assert User.objects.filter(is_administrator=True, is_active=True).count() == 1
    assert sum(isinstance(result, DomainError) for result in results) == 1


def test_of_two_changes_to_one_person_none_is_lost(two: list[User]) -> None:
    nora = cast.person("Nora Lund", is_interviewer=True)
    seen = [Role.INTERVIEWER]
    results = at_once(
        lambda: actions.change_roles(nora.pk, [*seen, Role.RECRUITER], two[0], seen=seen, at=cast.NOW),
        lambda: actions.change_roles(nora.pk, [*seen, Role.HIRING_MANAGER], two[1], seen=seen, at=cast.NOW),
    )
    refused = [result for result in results if isinstance(result, Conflict)]
    assert len(refused) == 1
    assert "since you looked" in str(refused[0])


def test_two_browsers_at_the_first_run_page_make_one_administrator() -> None:
    results = at_once(
        *[
            lambda email=email: actions.set_up(
                actions.setup_token(), email, "Ada", "three brown horses walk", at=cast.NOW
            )
            for email in ("ada@example.org", "eve@example.org")
        ]
    )
    assert sum(isinstance(result, DomainError) for result in results) == 1
    assert User.objects.filter(is_administrator=True).count() == 1
