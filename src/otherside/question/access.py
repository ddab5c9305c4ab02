"""Finds problems and authorises in one call. Interviewers and hiring managers read them whole; recruiters see
titles, administrators the list as well; nobody else, and never a candidate."""

from collections.abc import Collection
from dataclasses import dataclass

from otherside.accounts.models import User
from otherside.accounts.roles import Role
from otherside.kernel.errors import NotFound
from otherside.question.bank import Bank, Package
from otherside.question.edge import load_bank
from otherside.question.problem import Problem

READERS: Collection[Role] = frozenset({Role.INTERVIEWER, Role.HIRING_MANAGER})
LISTERS: Collection[Role] = frozenset({*READERS, Role.RECRUITER, Role.ADMINISTRATOR})


@dataclass(frozen=True, slots=True)
class Shelf:
    """The bank as one person may see it. `opens` says whether the problems may be read, not only their
    titles.
    """

    bank: Bank
    opens: bool


def _held(user: User, roles: Collection[Role]) -> bool:
    return user.is_active and bool(user.roles & frozenset(roles))


def bank_for(user: User) -> Shelf:
    """The bank for this reader. Raises NotFound for whoever has none of the company's roles."""
    if not _held(user, LISTERS):
        raise NotFound("There is no bank here, or it is not for you.")
    return Shelf(load_bank(), _held(user, READERS))


def access_problem(problem_id: str, user: User) -> Problem:
    """The whole problem. Raises NotFound, the same whether it is missing or not for this reader."""
    found = access_package(problem_id, user)
    if not isinstance(found, Problem):
        raise NotFound(f"There is no problem {problem_id!r} in the bank.")
    return found


def access_package(package_id: str, user: User) -> Package:
    """The whole package, of any kind. Raises NotFound, the same whether it is missing or not for this
    reader.
    """
    if not _held(user, READERS):
        raise NotFound(f"There is no problem {package_id!r} in the bank.")
    return load_bank().package(package_id)
