"""Log lines without the secrets that stand in addresses: a link of ours lets whoever has it in."""

import logging
import re

# The candidate's two links, invitations, the demo's door, and the key of a new password; a relay's ticket.
SECRET = re.compile(
    r"(?P<before>/(?:c|after|join|demo/enter)/|/reset/key/|[?&](?:ticket|token|key)=)[^/?&\s\"'<>]{8,}"
)


def without_secrets(text: str) -> str:
    """`text` with every secret of an address as `…`."""
    return SECRET.sub(r"\g<before>…", text)


class Line(logging.Formatter):
    """A line, with its trace where there is one, whole and then cut: Django writes paths into both."""

    def format(self, record: logging.LogRecord) -> str:
        return without_secrets(super().format(record))
