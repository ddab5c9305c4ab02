"""What somebody saw of a row when they opened its form, short enough to travel with it.

A form that is sent back says what it was filled from; where the row has changed since, it is refused, so
that the later of two people does not silently undo what the earlier wrote.
"""

import hashlib
import json
from collections.abc import Mapping

OPENING = ("title", "team", "level", "hiring_manager_id", "recruiter_id", "facts", "allowed_tools")
CANDIDATE = ("name", "email", "phone", "time_zone")


def stamp(values: Mapping[str, object]) -> str:
    """The same for the same values, another for others."""
    told = json.dumps(values, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()[:32]
