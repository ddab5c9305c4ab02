"""What the card of what comes next is sent: options, advice and the figures they rest on."""

from dataclasses import asdict, is_dataclass
from typing import Any


def to_json(value: Any) -> Any:  # Any: JSON on its way out, from frozen values of any shape
    """Frozen values as JSON-able ones, names in the front end's spelling and sets in order."""
    if is_dataclass(value) and not isinstance(value, type):
        return {camel(name): to_json(field) for name, field in asdict(value).items()}
    if isinstance(value, frozenset | set):
        return sorted(to_json(each) for each in value)
    if isinstance(value, dict):
        return {camel(str(name)): to_json(field) for name, field in value.items()}
    if isinstance(value, list | tuple):
        return [to_json(each) for each in value]
    return value


def camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)
