"""Names for things that must not be guessed or counted."""

import re
import secrets

ID_PATTERN = re.compile(r"^[A-Za-z0-9_-]{22}$")


def new_id() -> str:
    """128 random bits as 22 characters that are safe in a URL and in a file name."""
    return secrets.token_urlsafe(16)


def is_id(text: str) -> bool:
    """Whether `text` has the form that `new_id` gives."""
    return ID_PATTERN.fullmatch(text) is not None
