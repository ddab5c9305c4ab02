"""Every track of design.md's table against every seat, before and after the end."""

import itertools

import pytest

from otherside.live.grants import Seat, Side, grants_for, may_read, may_write

ALICE, BOB, DANA = 1, 2, 3

# track → who reads it: all, panel, the member of that number, or a panel member whose card is in.
AUDIENCE = {
    "doc:pad": "all",
    "doc:q1": "all",
    "doc:panel-board": "panel",
    f"notes:{ALICE}": ALICE,
    f"notes:{BOB}": BOB,
    f"notes:{DANA}": DANA,
    "run": "all",
    "judge": "panel",
    "term:1": "all",
    "outline": "all",
    "plan": "panel",
    "hint": "all",
    "help": "panel",
    f"mark:{ALICE}": "own, or card in",
    f"mark:{BOB}": "own, or card in",
    "shown": "all",
    "lab": "panel",
    "presence": "panel",
    "observed": "card in",
    "outline:secret": "nobody",
    "anything": "nobody",
    "docs": "nobody",
}
SEATS = [
    Seat(number=ALICE, side=Side.PANEL),
    Seat(number=ALICE, side=Side.PANEL, card_in=True),
    Seat(number=BOB, side=Side.PANEL),
    Seat(number=BOB, side=Side.PANEL, card_in=True),
    Seat(number=DANA, side=Side.CANDIDATE),
]


def expected_to_read(seat: Seat, track: str, audience: str | int) -> bool:
    panel = seat.side is Side.PANEL
    if isinstance(audience, int):
        return panel and audience == seat.number
    return {
        "all": True,
        "panel": panel,
        "own, or card in": panel and (track == f"mark:{seat.number}" or seat.card_in),
        "card in": seat.card_in,
        "nobody": False,
    }[audience]


def expected_to_write(seat: Seat, track: str, *, ended: bool) -> bool:
    panel = seat.side is Side.PANEL
    if track == f"notes:{seat.number}":
        return panel
    if track.startswith("doc:panel-"):
        return panel and not ended
    return track.startswith("doc:") and not ended


@pytest.mark.parametrize(("seat", "track", "ended"), list(itertools.product(SEATS, AUDIENCE, [False, True])))
def test_the_table_of_audiences(seat: Seat, track: str, ended: bool) -> None:
    grants = grants_for(seat, ended=ended)
    assert may_read(grants, track) is expected_to_read(seat, track, AUDIENCE[track])
    assert may_write(grants, track) is expected_to_write(seat, track, ended=ended)


def test_a_seat_refuses_nonsense() -> None:
    with pytest.raises(ValueError, match="starts at 1"):
        Seat(number=0, side=Side.PANEL)
    with pytest.raises(ValueError, match="no card"):
        Seat(number=3, side=Side.CANDIDATE, card_in=True)
