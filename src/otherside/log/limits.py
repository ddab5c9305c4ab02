"""Ceilings of the log. Past a step the less important tracks stop first, each saying so."""

from otherside.kernel.limits import Limit

LOG_BYTES_MAX = Limit(
    "log.bytes_max", 64 * 1024 * 1024, "bytes", "nothing more is written to this interview's log"
)
BODY_BYTES_MAX = Limit("log.body_bytes_max", 4 * 1024 * 1024, "bytes", "the entry is refused")
APPEND_ENTRIES_MAX = Limit(
    "log.append_entries_max", 1000, "entries", "the append is refused; send it in parts"
)
ONCE_CHARACTERS_MAX = Limit("log.once_characters_max", 200, "characters", "the append is refused")

# (prefix of the track, share of LOG_BYTES_MAX in percent at which it stops, what it is called). First match.
STEPS: tuple[tuple[str, int, str], ...] = (
    ("sample", 75, "Samples of the lab"),
    ("lab", 80, "Entries of the lab"),
    ("term:", 85, "What the terminal shows"),
    ("doc:", 95, "The shared documents"),
    ("notes:", 95, "Private notes"),
    ("", 100, "Entries"),
)


def step_of(track: str) -> tuple[int, str]:
    """Bytes at which `track` stops, and what it is called in the message."""
    percent, what = next((percent, what) for prefix, percent, what in STEPS if track.startswith(prefix))
    return int(LOG_BYTES_MAX) * percent // 100, what
