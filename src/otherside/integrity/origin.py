"""Where pasted text came from, as far as the room can know."""

from collections.abc import Iterable

from otherside.integrity.entries import Origin

SHORT_CHARS = 24  # less than this is a word or a call; anybody's text holds it


def plain(text: str) -> str:
    """`text` without what editors change by themselves: indentation, blank lines, line ends."""
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def origin_of(pasted: str, *, given: Iterable[str], room: Iterable[str], copied_here: bool) -> Origin:
    """`given` are statement and starter files, `room` the documents as they stand; `copied_here`: the
    browser saw the same text copied or cut in this room.

    Inside is looked for first: who moves code about often moves the starter's.
    """
    text = plain(pasted)
    if copied_here or not text or len(text) < SHORT_CHARS:
        return "inside"
    if any(text in plain(there) for there in room):
        return "inside"
    if any(text in plain(there) for there in given):
        return "starter"
    return "outside"
