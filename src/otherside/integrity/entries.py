"""The kinds of observations, all on `observed`, which nobody reads before their own card is in.

A paste keeps its size and origin, never its text: what was pasted stands in the document anyway.
"""

from typing import Literal

import msgspec

from otherside.log.kind import Kind

OBSERVED = "observed"

Origin = Literal["inside", "starter", "outside"]


class FocusLost(msgspec.Struct, frozen=True):
    pass


class FocusRegained(msgspec.Struct, frozen=True):
    away_ms: int  # as the browser counted; the log's own times stand beside it


class Pasted(msgspec.Struct, frozen=True):
    doc: str
    chars: int
    lines: int
    origin: Origin


FOCUS_LOST = Kind(name="focus.lost", version=1, body=FocusLost)
FOCUS_REGAINED = Kind(name="focus.regained", version=1, body=FocusRegained)
PASTED = Kind(name="pasted", version=1, body=Pasted)
