"""What must hold before anything is decided. Refusals say what to do."""

from otherside.kernel.errors import Conflict, Invalid
from otherside.live.history import Hour
from otherside.live.limits import ENTRIES_MAX, LATE_MINUTES_MAX, TEXT_CHARS_MAX


def require_open(hour: Hour) -> None:
    """Raises Conflict unless the lobby is open and the hour has not ended."""
    if hour.opened_at is None:
        raise Conflict("The lobby is not open yet. The interviewer opens it from the room's page.")
    if hour.ended_ms is not None:
        raise Conflict("The hour has ended; only your private notes can still be changed.")


def require_going_on(hour: Hour) -> None:
    require_open(hour)
    if hour.begun_ms is None:
        raise Conflict("The hour has not begun. Begin it first; until then everybody is in the lobby.")


def check_late(minutes: int, reason: str) -> None:
    if minutes < 1:
        raise Invalid(f"Say how many minutes late you will be, at least 1; got {minutes}.")
    LATE_MINUTES_MAX.check(minutes, "The message")
    check_text(reason, "The reason")


def check_text(text: str, what: str) -> None:
    TEXT_CHARS_MAX.check(len(text), what)


def check_remarks(hour: Hour) -> None:
    ENTRIES_MAX.check(hour.remarks + 1, "This interview")


def written(text: str, what: str) -> str:
    """`text` without the blanks around it. Raises Invalid where nothing is left of it."""
    check_text(text, what)
    if not text.strip():
        raise Invalid(f"{what} is empty. Write the line that you said or want to show.")
    return text.strip()
