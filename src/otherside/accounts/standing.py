"""How somebody stands towards a thing, and what that opens: the words of the matrix of who may what.

The rows of the matrix lie beside the nouns they speak of (`accounts.matrix`, `hiring.matrix`,
`interview.matrix`); access functions, the reference page of the docs and the tests read the same rows.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Standing(StrEnum):
    """What a reader is *to one thing*. A person may stand in several ways at once."""

    ANYBODY = "anybody signed in"
    PANEL = "on the panel"
    RECRUITER = "the opening's recruiter"
    HIRING_MANAGER = "the opening's hiring manager"
    OTHER_RECRUITER = "another recruiter"
    ADMINISTRATOR = "administrator"
    CANDIDATE = "the candidate, by link"


class Access(StrEnum):
    """What a standing opens, weakest first."""

    NONE = "—"
    AFTER_OWN_CARD = "reads, once the own card is in"
    READS = "reads"
    WRITES = "reads and changes"


STRENGTH = {access: rank for rank, access in enumerate(Access)}


@dataclass(frozen=True, slots=True)
class Row:
    """One noun of the matrix: what it is, who may what, and a sentence on why."""

    noun: str
    title: str
    may: Mapping[Standing, Access]
    why: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "may", MappingProxyType(dict(self.may)))

    def access(self, standings: Iterable[Standing]) -> Access:
        """The most that any of `standings` opens. `ANYBODY` holds for everybody who is signed in."""
        held = {Standing.ANYBODY, *standings} if Standing.CANDIDATE not in set(standings) else set(standings)
        return max((self.may.get(standing, Access.NONE) for standing in held), key=STRENGTH.__getitem__)

    def reads(self, standings: Iterable[Standing], *, card_in: bool = False) -> bool:
        access = self.access(standings)
        return access in {Access.READS, Access.WRITES} or (access is Access.AFTER_OWN_CARD and card_in)

    def writes(self, standings: Iterable[Standing]) -> bool:
        return self.access(standings) is Access.WRITES
