"""What is adjusted so that somebody can take part on equal terms. There is no place in it for why."""

from collections.abc import Mapping
from typing import Annotated

import msgspec
from msgspec import Meta

from otherside.kernel.errors import Invalid

EXTRA_PERCENT_MAX = 100
BREAKS_MAX = 4
BREAK_MINUTES_MIN, BREAK_MINUTES_MAX = 3, 20

Name = Annotated[str, Meta(max_length=80)]


class Adjustments(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`minutes` is the hour before anything was added to it; None where nothing is. `second_part` says what
    the second person does: interprets, reads aloud, assists.
    """

    minutes: Annotated[int, Meta(ge=1)] | None = None
    extra_percent: Annotated[int, Meta(ge=0, le=EXTRA_PERCENT_MAX)] = 0
    breaks: Annotated[int, Meta(ge=0, le=BREAKS_MAX)] = 0
    break_minutes: Annotated[int, Meta(ge=BREAK_MINUTES_MIN, le=BREAK_MINUTES_MAX)] = 5
    hide_clock: bool = False
    without_running: bool = False
    second_person: Name = ""
    second_part: Name = ""

    @property
    def stretch_percent(self) -> int:
        """What every threshold of time is multiplied by."""
        return 100 + self.extra_percent

    @property
    def pauses(self) -> tuple[int, ...]:
        """The minutes of each break."""
        return (self.break_minutes,) * self.breaks

    def whole_minutes(self, minutes: int) -> int:
        """An hour of `minutes` with what is added to it, rounded up."""
        return -(-minutes * self.stretch_percent // 100) + sum(self.pauses)

    @property
    def lines(self) -> tuple[str, ...]:
        """What is adjusted, in words for everybody in the room; empty where nothing is."""
        found = []
        if self.extra_percent:
            found.append(f"{self.extra_percent} % more time, for every part")
        if self.breaks:
            noun = "break" if self.breaks == 1 else "breaks"
            found.append(f"{self.breaks} {noun} of {self.break_minutes} minutes, in the plan")
        if self.hide_clock:
            found.append("No clock and no minutes on the candidate's page")
        if self.without_running:
            found.append("Code is written without running it")
        if self.second_person or self.second_part:
            named = self.second_person or "A second person"
            found.append(f"{named} takes part{': ' + self.second_part if self.second_part else ''}")
        return tuple(found)


NONE = Adjustments()


def read(value: object) -> Adjustments:
    """The adjustments of a stored value. Raises Invalid, which names what is wrong."""
    try:
        return msgspec.convert(value or {}, Adjustments)
    except msgspec.ValidationError as error:
        raise Invalid(f"These adjustments cannot be: {error}.") from error


def stored(adjustments: Adjustments) -> Mapping[str, object]:
    """JSON-able; nothing where nothing is adjusted."""
    if not adjustments.lines:
        return {}
    found: dict[str, object] = msgspec.to_builtins(adjustments)
    return found
