"""The four roles of the people who sign in. A person may hold several."""

from collections.abc import Iterable
from enum import StrEnum


class Role(StrEnum):
    INTERVIEWER = "interviewer"
    RECRUITER = "recruiter"
    HIRING_MANAGER = "hiring-manager"
    ADMINISTRATOR = "administrator"

    @property
    def label(self) -> str:
        return self.value.replace("-", " ").capitalize()

    @property
    def column(self) -> str:
        """The name of the row's column that says whether somebody holds this role."""
        return f"is_{self.value.replace('-', '_')}"

    @property
    def does(self) -> str:
        """What somebody with this role does here, for the form that gives it."""
        return {
            Role.INTERVIEWER: "Holds interviews they are put on, and writes scorecards.",
            Role.RECRUITER: "Opens openings, adds candidates, schedules, and tells candidates the outcome.",
            Role.HIRING_MANAGER: "Reads the cards of the own openings, and decides.",
            Role.ADMINISTRATOR: "Invites people, gives roles, reads the audit trail. Sees no cards.",
        }[self]


def columns(roles: Iterable[Role]) -> dict[str, bool]:
    """Column name → whether its role is in `roles`, for all four."""
    held = frozenset(roles)
    return {role.column: role in held for role in Role}
