"""What a candidate may use in the hour, as the opening says it: one line each."""

DEFAULT = (
    "Any documentation, and asking your interviewer anything",
    "No AI assistants in this round",
    "Being stuck for a while is normal; say what you are thinking",
)


def allowed_lines(text: str) -> tuple[str, ...]:
    """The lines of an opening's text; where it says nothing, what holds everywhere."""
    return tuple(line for line in (line.strip(" -\t") for line in text.splitlines()) if line) or DEFAULT
