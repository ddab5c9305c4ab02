"""Ceilings of this app."""

from otherside.kernel.limits import Limit

OBSERVATIONS_MAX = Limit(
    "integrity.observations_max", 600, "observations", "further ones are not written down; nobody is told."
)
PASTE_CHARS_MAX = Limit(
    "integrity.paste_chars_max", 20_000, "characters", "only its size is looked at, and it counts as outside."
)
TEXT_CHARS_MAX = Limit("integrity.text_chars_max", 4_000, "characters", "shorten it; nothing was saved.")
COMMENTS_MAX = Limit(
    "integrity.comments_max", 20, "comments", "write to the recruiter; what was said before is kept."
)
EVIDENCE_MAX = Limit("integrity.evidence_max", 40, "facts", "choose those that matter most.")
COMMENT_DAYS = Limit(
    "integrity.comment_days", 7, "days", "a case may be closed though the candidate has not commented."
)
BAN_DAYS_MAX = Limit(
    "integrity.ban_days_max", 365, "days", "a ban is looked at again by then; choose an earlier date."
)
LIKENESSES_MAX = Limit(
    "integrity.likenesses_max", 5, "likenesses", "further ones are not shown for one application."
)
