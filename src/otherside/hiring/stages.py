"""The stages an application goes through, in order."""

from enum import StrEnum


class Stage(StrEnum):
    NEW = "new"
    INTERVIEWING = "interviewing"
    DECIDING = "deciding"
    OFFER = "offer"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        return self.value.capitalize()
