"""Ceilings of a scorecard."""

from otherside.kernel.limits import Limit

WORDS = Limit("scorecard.words_max", 4_000, "characters", "shorten it; the replay keeps the whole of it")
MOMENTS = Limit("scorecard.moments_max", 20, "moments", "keep those that show it best")
REVISIONS = Limit(
    "scorecard.revisions_max",
    40,
    "saved drafts",
    "the oldest goes; a tab older than that is asked about every field",
)
NOTES = Limit(
    "scorecard.notes_max", 20_000, "characters", "the page shows the beginning; the room has the rest"
)
