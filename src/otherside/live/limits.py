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
WISH_NAME_CHARS_MAX = Limit(
    "live.wish_name_chars_max", 200, "characters", "the request is refused: nothing here has so long a name."
)
PARTS_MAX = Limit("live.parts_max", 300, "parts begun", "stay with the part that goes on, or end the hour.")
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
REHEARSALS_MAX = Limit(
    "live.rehearsals_max", 3, "rehearsals at once", "end one of them first; each is deleted as it ends."
)
REHEARSAL_MINUTES_MAX = Limit(
    "live.rehearsal_minutes_max", 180, "minutes", "a rehearsal that nobody ended is deleted."
)
CHOICES_MAX = Limit("live.choices_max", 60, "choices", "the ledger is full; settle those that stand open.")
ASKED_MAX = Limit(
    "live.asked_max", 40, "questions of the candidate's", "no more are noted; answer the rest by mail."
)
TROUBLE_MAX = Limit(
    "live.trouble_max", 30, "reports of trouble", "no more are taken; call the number in the invitation."
)
RUNNING_MAX = Limit(
    "live.running_changes_max", 40, "changes", "running stays as it is; say it to each other instead."
)
PAUSES_MAX = Limit("live.pauses_max", 200, "pauses", "the clock goes on; end the hour, or say why aloud.")
SECONDS_MAX = Limit("live.moment_seconds_max", 1_800, "seconds", "make it a part of the plan instead.")
END_MINUTES_MAX = Limit(
    "live.end_minutes_max", 240, "minutes", "no hard end is kept that far ahead; there is none until then."
)
