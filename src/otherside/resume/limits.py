"""What a stranger could grow in resume, and where it ends."""

from otherside.kernel.limits import Limit

BYTES_MAX = Limit("resume.bytes_max", 8_000_000, "bytes", "export the résumé again with smaller pictures.")
PAGES_MAX = Limit("resume.pages_max", 30, "pages", "send the résumé without its enclosures.")
LINES_MAX = Limit("resume.lines_max", 4_000, "lines", "send the résumé without its enclosures.")
LINE_LENGTH_MAX = Limit("resume.line_length_max", 2_000, "characters", "the rest of the line is not read.")
LETTERS_MAX = Limit("resume.letters_max", 200_000, "characters", "send the résumé without its enclosures.")
UNPACKED_BYTES_MAX = Limit(
    "resume.unpacked_bytes_max",
    60_000_000,
    "bytes",
    "the file unpacks to far more than a résumé; save it anew.",
)
PARTS_MAX = Limit("resume.parts_max", 2_000, "parts", "the file is no ordinary document; save it anew.")
MEMORY_BYTES_MAX = Limit(
    "resume.memory_bytes_max", 1_500_000_000, "bytes", "reading stops and the file is refused."
)
CPU_SECONDS_MAX = Limit("resume.cpu_seconds_max", 10, "seconds", "reading stops and the file is refused.")
WALL_SECONDS_MAX = Limit("resume.wall_seconds_max", 20, "seconds", "reading stops and the file is refused.")
ANSWER_BYTES_MAX = Limit("resume.answer_bytes_max", 16_000_000, "bytes", "the file is refused.")
PICTURE_WIDTH_MAX = Limit(
    "resume.picture_width_max", 1_240, "pixels", "the picture of a page is made smaller."
)
PICTURES_WAITING_MAX = Limit(
    "resume.pictures_waiting_max", 200, "pages waiting", "try again when the worker has caught up."
)
PICTURE_HOURS_MAX = Limit(
    "resume.picture_hours_max",
    24,
    "hours",
    "the picture of a page is deleted, and drawn anew when asked for.",
)
FILE_NAME_LENGTH_MAX = Limit("resume.file_name_length_max", 160, "characters", "the name is cut.")
DOCUMENTS_MAX = Limit(
    "resume.documents_max",
    20,
    "documents",
    "an application keeps its latest ones; ask for the final version.",
)
PROBES_MAX = Limit("resume.probes_max", 24, "probes", "two or three fit into an hour; remove one first.")
CORRECTIONS_MAX = Limit("resume.corrections_max", 200, "corrections", "upload a better document instead.")
CORRECTION_LENGTH_MAX = Limit("resume.correction_length_max", 400, "characters", "keep to the field itself.")
QUEUE_MAX = Limit("resume.queue_max", 200, "documents waiting", "try again when the worker has caught up.")
READ_AGAIN_MAX = Limit("resume.read_again_max", 3, "attempts", "the document is refused as unreadable.")
ROLES_MAX = Limit("resume.roles_max", 80, "roles", "later ones are left out.")
