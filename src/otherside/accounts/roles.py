"""The four roles of the people who sign in. A person may hold several."""

from enum import StrEnum


class Role(StrEnum):
    INTERVIEWER = "interviewer"
    RECRUITER = "recruiter"
    HIRING_MANAGER = "hiring-manager"
    ADMINISTRATOR = "administrator"
