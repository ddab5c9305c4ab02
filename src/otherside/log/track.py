"""Names of tracks and the patterns that stand for several of them."""

import re
from collections.abc import Callable, Collection

TRACK = re.compile(r"[a-z]{1,16}(:[A-Za-z0-9_.-]{1,48})?")
PANEL = "panel-"


def is_track(name: str) -> bool:
    """Whether `name` can be a track: a word, or a word, a colon and a name."""
    return TRACK.fullmatch(name) is not None


def family_of(name: str) -> str:
    """What a pattern can stand for together with `name`: `doc:*`, `doc:panel-*`, `notes:*`, or `name`."""
    word, colon, rest = name.partition(":")
    return f"{word}:{PANEL if rest.startswith(PANEL) else ''}*" if colon else name


def matches(pattern: str, track: str) -> bool:
    """Whether `pattern` stands for `track`: the same name, or `doc:*` for every name after the colon.

    `doc:*` never stands for `doc:panel-…`: those names belong to another audience and need a pattern of
    their own, `doc:panel-*`.
    """
    if not pattern.endswith("*"):
        return pattern == track
    prefix = pattern[:-1]
    if not track.startswith(prefix):
        return False
    _, _, name = track.partition(":")
    return not name.startswith(PANEL) or f":{PANEL}" in prefix


def matcher(patterns: Collection[str] | None) -> Callable[[str], bool]:
    """A test for any of `patterns` that remembers its answers; None stands for every track."""
    if patterns is None:
        return lambda _: True
    known: dict[str, bool] = {}

    def wanted(track: str) -> bool:
        answer = known.get(track)
        if answer is None:
            answer = known[track] = any(matches(pattern, track) for pattern in patterns)
        return answer

    return wanted
