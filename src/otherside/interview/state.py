"""The states of an interview and which may follow which."""

from enum import StrEnum

from otherside.kernel.errors import Conflict


class State(StrEnum):
    PLANNED = "planned"  # nobody has agreed a time yet
    SCHEDULED = "scheduled"
    LOBBY = "lobby"  # the interviewer is preparing in the room; the log is open
    GOING_ON = "going-on"
    ENDED = "ended"
    CANCELLED = "cancelled"

    @property
    def label(self) -> str:
        return self.value.replace("-", " ").capitalize()


FOLLOWS: dict[State, frozenset[State]] = {
    State.PLANNED: frozenset({State.SCHEDULED, State.LOBBY, State.CANCELLED}),
    State.SCHEDULED: frozenset({State.SCHEDULED, State.PLANNED, State.LOBBY, State.CANCELLED}),
    State.LOBBY: frozenset({State.GOING_ON, State.SCHEDULED, State.CANCELLED}),
    State.GOING_ON: frozenset({State.ENDED}),
    State.ENDED: frozenset(),
    State.CANCELLED: frozenset(),
}


def advance(now: State, then: State) -> State:
    """`then`, where it may follow `now`. Raises Conflict, which names both, where it may not."""
    if then not in FOLLOWS[now]:
        raise Conflict(f"This interview is {now.label.lower()}; it cannot become {then.label.lower()} now.")
    return then
