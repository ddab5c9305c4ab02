"""Which tracks a member of the interview reads and writes: design.md's table of audiences, as data.

The relay knows tracks and grants, not roles; this is the only place where the one becomes the other.
"""

from dataclasses import dataclass
from enum import StrEnum

from otherside.live.entries import mark_track, notes_track
from otherside.log.track import matches
from otherside.relay.ticket import Grant


class Side(StrEnum):
    PANEL = "panel"
    CANDIDATE = "candidate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A member at the table: their number, their side, and whether their own card is in."""

    number: int
    side: Side
    card_in: bool = False

    def __post_init__(self) -> None:
        if self.number < 1:
            raise ValueError(f"a seat's number starts at 1 (0 is the house), got {self.number}")
        if self.card_in and self.side is Side.CANDIDATE:
            raise ValueError("a candidate has no card")


READ_BY_ALL = ("outline", "run", "hint", "term:*", "shown")
READ_BY_PANEL = (*READ_BY_ALL, "plan", "judge", "help", "lab", "presence")
# What would anchor a judge waits for the reader's own card.
READ_AFTER_CARD = ("mark:*", "observed")


def grants_for(seat: Seat, *, ended: bool) -> tuple[Grant, ...]:
    """Everything that `seat` may read or write; what is not named here is refused.

    After the end all is read-only but each panel member's own notes. `doc:*` never means `doc:panel-*`
    (see `log.track.matches`).
    """
    documents = Grant("doc:*", write=not ended)
    if seat.side is Side.CANDIDATE:
        return (documents, *(Grant(track, write=False) for track in READ_BY_ALL))
    own_marks = () if seat.card_in else (Grant(mark_track(seat.number), write=False),)
    after_card = tuple(Grant(track, write=False) for track in READ_AFTER_CARD) if seat.card_in else ()
    return (
        documents,
        Grant("doc:panel-*", write=not ended),
        Grant(notes_track(seat.number), write=True),
        *(Grant(track, write=False) for track in READ_BY_PANEL),
        *own_marks,
        *after_card,
    )


def may_read(grants: tuple[Grant, ...], track: str) -> bool:
    """Whether any of `grants` opens `track`; for the pages, which read the log by the same rule as the
    relay."""
    return any(matches(grant.pattern, track) for grant in grants)


def may_write(grants: tuple[Grant, ...], track: str) -> bool:
    return any(grant.write and matches(grant.pattern, track) for grant in grants)
