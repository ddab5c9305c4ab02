"""The brief that a decision hands to the next round. Made from what was tested, never from how it was
rated.
"""

import re
from collections.abc import Collection, Mapping, Sequence

from otherside.kernel.errors import Invalid
from otherside.plan.brief import Brief, Focus
from otherside.rubric.signals import SIGNAL_IDS

OPEN = "Still open after the rounds before. Look with your own eyes."
RATINGS = re.compile(
    r"\b[1-5]\s*(?:/|of|out of)\s*5\b|\b(?:rated|rating|score|scored)\b|\brecommend(?:s|ed|ation)?\b",
    re.IGNORECASE,
)


def compose(
    *,
    focus: Sequence[str],
    asks: Mapping[str, str] | None = None,
    tested: Collection[str] = (),
    used_questions: Sequence[str] = (),
    probes: Sequence[str] = (),
    notes: str = "",
) -> Brief:
    """A brief with these focus areas. `asks` are a person's words for some of them; `tested` were seen
    before.

    Whether a focus was never tested, split or weak is not said: that would be half a rating. Raises Invalid
    where a person's words speak of ratings, which would anchor whoever reads them.
    """
    for text in (notes, *(asks or {}).values()):
        found = RATINGS.search(text)
        if found is not None:
            raise Invalid(
                f"{found[0]!r} speaks of ratings. The next interviewer reads this; say what to look at, "
                f"not what was thought of it."
            )
    return Brief(
        focus=tuple(
            Focus(signal=signal, ask=(asks or {}).get(signal, "").strip() or OPEN) for signal in focus
        ),
        covered=tuple(signal for signal in SIGNAL_IDS if signal in tested and signal not in focus),
        used_questions=tuple(dict.fromkeys(used_questions)),
        probes=tuple(probes),
        notes=notes.strip(),
    )
