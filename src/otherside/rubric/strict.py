"""YAML read strictly: every complaint names the file, the line and what would be right.

Refused are unknown and repeated keys, wrong types, aliases (they could expand without end), tags, and more
than one document. Used for every file of words that people write by hand (rubrics, policies, their cases).
"""

import re
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec
import yaml

from otherside.kernel.errors import Invalid

T = TypeVar("T")
Plain = str | int | float | bool | None | list["Plain"] | dict[str, "Plain"]
PATH = re.compile(r" - at `(?P<path>[^`]+)`$")
UNKNOWN = re.compile(r"unknown field `(?P<field>[^`]+)`")
DEPTH_MAX = 40  # libyaml's composer recurses; files that people write stay below ten
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the stubs do not know which one was built
STEP = re.compile(r"\.(?P<key>[^.\[\]]+)|\[(?P<index>\d+|\.\.\.)\]")


class BadContent(Invalid):
    """A file of content cannot be used; the message begins with `file:line`."""

    code = "bad-content"


def read(text: str, kind: type[T], name: str) -> T:
    """`text` as a `kind` (a msgspec Struct). Keys of mappings are taken as text. Raises BadContent."""
    try:
        _refuse_surprises(text, name)
        node = yaml.compose(text, Loader=LOADER)
        plain = None if node is None else _plain(node, name)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark is not None else 1
        raise BadContent(f"{name}:{line}: not YAML: {error.problem or error.context}.") from error
    except yaml.YAMLError as error:
        raise BadContent(f"{name}:1: not YAML: {error}.") from error
    if node is None:
        raise BadContent(f"{name}:1: the file is empty.")
    try:
        return msgspec.convert(plain, kind)
    except msgspec.ValidationError as error:
        raise BadContent(f"{name}:{_line(node, str(error))}: {_sentence(str(error))}") from error


def _refuse_surprises(text: str, name: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        line = event.start_mark.line + 1 if event.start_mark is not None else 1
        if isinstance(event, yaml.AliasEvent):
            raise BadContent(f"{name}:{line}: *{event.anchor} repeats another place; write it out.")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEPTH_MAX:
            raise BadContent(f"{name}:{line}: nested too deeply to be read.")


def _plain(node: yaml.Node, name: str) -> Plain:
    """The node as plain values. Raises BadContent."""
    line = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node, name)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, name) for item in node.value]
    assert isinstance(node, yaml.MappingNode)
    found: dict[str, Plain] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise BadContent(f"{name}:{line}: a key must be a word, not a list or a mapping.")
        if key.value in found:
            raise BadContent(
                f"{name}:{key.start_mark.line + 1}: the key {key.value!r} stands twice; keep one of them."
            )
        found[key.value] = _plain(value, name)
    return found


def _scalar(node: yaml.ScalarNode, name: str) -> Plain:
    kinds: dict[str, Callable[[str], Plain]] = {
        "tag:yaml.org,2002:str": str,
        "tag:yaml.org,2002:int": int,
        "tag:yaml.org,2002:float": float,
        "tag:yaml.org,2002:null": lambda _: None,
        "tag:yaml.org,2002:bool": lambda text: text.lower() in {"true", "yes", "on"},
    }
    line = node.start_mark.line + 1
    make = kinds.get(node.tag)
    if make is None:
        raise BadContent(
            f"{name}:{line}: {node.value!r} is read as {node.tag.rpartition(':')[2]}; put quotes around it."
        )
    try:
        return make(node.value)
    except ValueError as error:
        raise BadContent(
            f"{name}:{line}: {node.value!r} is no plain number; put quotes around it."
        ) from error


def _line(root: yaml.Node, message: str) -> int:
    """The line that msgspec's path leads to, as near as it leads."""
    found = PATH.search(message)
    node = root
    for step in STEP.finditer(found.group("path") if found else ""):
        if step.group("key") is not None and isinstance(node, yaml.MappingNode):
            below = [value for key, value in node.value if key.value == step.group("key")]
        elif step.group("index") not in {None, "..."} and isinstance(node, yaml.SequenceNode):
            below = node.value[int(step.group("index")) :][:1]
        else:
            break
        if not below:
            break
        node = below[0]
    unknown = UNKNOWN.search(message)
    if unknown and isinstance(node, yaml.MappingNode):
        for key, _ in node.value:
            if key.value == unknown.group("field"):
                return int(key.start_mark.line) + 1
    return int(node.start_mark.line) + 1


def _sentence(message: str) -> str:
    found = PATH.search(message)
    where = f" (at {found.group('path').removeprefix('$').lstrip('.') or 'the top'})" if found else ""
    said = PATH.sub("", message).replace("Object contains unknown field", "unknown key")
    return f"{said.replace('Object missing required field', 'missing key')}{where}."
