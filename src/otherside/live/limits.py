"""What a stranger can grow in the hour, and where that ends."""

from otherside.kernel.limits import Limit

NAME_CHARS_MAX = Limit("live.name_chars_max", 80, "characters", "the name is refused; give a shorter one.")
TEXT_CHARS_MAX = Limit(
    "live.text_chars_max", 2_000, "characters", "the hint, mark, note or reason is refused; shorten it."
)
LATE_MINUTES_MAX = Limit(
    "live.late_minutes_max", 60, "minutes", "the message is refused; write to the recruiter for a new time."
)
REQUEST_BYTES_MAX = Limit(
    "live.request_bytes_max", 1_500_000, "bytes", "the request is refused before it is read."
)
ENTRIES_MAX = Limit(
    "live.entries_max",
    4_000,
    "marks, hints, facts and other remarks",
    "no more of them are taken in this interview.",
)
DOCUMENTS_MAX = Limit(
    "live.documents_max", 12, "documents", "no further problem can be shown in this interview."
)
LATE_NOTICES_MAX = Limit(
    "live.late_notices_max", 10, "late notices", "no more are taken; write or call instead."
)
