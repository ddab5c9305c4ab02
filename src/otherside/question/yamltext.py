"""YAML as packages may use it: plain values, each with its line; everything surprising is refused.

No anchors, tags, dates, sexagesimal or octal numbers, no duplicate keys, and words that YAML 1.1 reads as
true or false (yes, no, on, off) must be quoted. The tree is built from libyaml's events on a stack of our
own, because its composer recurses and a hostile file could exhaust the C stack.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from otherside.kernel.errors import Invalid
from otherside.question.limits import FILE_BYTES, YAML_DEPTH, YAML_NODES

Path = tuple[str | int, ...]
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the stubs do not know which one was built

_NULL = frozenset({"", "~", "null"})
_TRUE_FALSE = {"true": True, "false": False}
_YES_NO = frozenset({"yes", "no", "on", "off", "y", "n"})
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,15})")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]{0,15})\.[0-9]{1,15}")
# What YAML 1.1 would turn into something else than the text that stands there.
_SURPRISING = re.compile(
    r"[-+]?0[0-9_]+|[-+]?0[xob][0-9a-fA-F_]+|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*"
    r"|[-+]?[0-9][0-9_]*_[0-9_]*|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)|[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?|="
    r"|Null|NULL|True|TRUE|False|FALSE"
)


class BadPackage(Invalid):
    """A package cannot be used. Each line of the message has file, line, what is wrong, and the remedy."""

    code = "bad-package"


@dataclass(frozen=True, slots=True)
class Located:
    """Plain values (dict, list, str, int, float, bool, None), and the line on which each path begins."""

    value: object
    lines: dict[Path, int]

    def line(self, path: Path) -> int:
        """The line of `path`, or of the nearest thing around it that is there."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


@dataclass(slots=True)
class _Open:
    """A mapping or list whose end has not come yet."""

    path: Path
    value: dict[str, object] | list[object]
    key: str | None = None
    seen: set[str] = field(default_factory=set)

    def next_path(self) -> Path:
        if isinstance(self.value, list):
            return (*self.path, len(self.value))
        assert self.key is not None
        return (*self.path, self.key)

    def put(self, value: object) -> None:
        if isinstance(self.value, list):
            self.value.append(value)
        else:
            assert self.key is not None
            self.value[self.key] = value
            self.key = None


def read_yaml(text: str, name: str) -> Located:
    """The one document in `text`. Raises BadPackage, whose message begins with `name` and the line."""
    FILE_BYTES.check(len(text.encode()), name)
    try:
        return _build(yaml.parse(text, Loader=_LOADER), name)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark is not None else 1
        said = error.problem or error.context or "not YAML"
        raise BadPackage(
            f"{name}:{line}: {said}; check the indentation, and quote text that holds ': ' or ' #'."
        ) from error
    except yaml.YAMLError as error:  # the reader's: characters that YAML does not allow
        raise BadPackage(
            f"{name}:1: {' '.join(str(error).split())}; save the file as plain UTF-8 text."
        ) from error


def _build(events: Iterator[Any], name: str) -> Located:
    stack: list[_Open] = []
    lines: dict[Path, int] = {}
    root: list[object] = []
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent) and root:
            raise BadPackage(f"{name}:{_line_of(event)}: a second document; remove the line '---'.")
        if not isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent):
            continue
        line = _line_of(event)
        if isinstance(event, yaml.CollectionEndEvent):
            done = stack.pop().value
            _place(stack, root, done)
            continue
        _refuse_machinery(event, name, line)
        parent = stack[-1] if stack else None
        if parent is not None and isinstance(parent.value, dict) and parent.key is None:
            parent.key = _key(event, parent, name, line)
            lines[(*parent.path, parent.key)] = line
            continue
        path = parent.next_path() if parent is not None else ()
        lines.setdefault(path, line)
        if len(lines) > int(YAML_NODES):
            YAML_NODES.check(len(lines), name)
        if isinstance(event, yaml.ScalarEvent):
            _place(stack, root, _scalar(event, name, line))
        else:
            YAML_DEPTH.check(len(stack) + 1, f"{name}:{line}")
            stack.append(_Open(path, {} if isinstance(event, yaml.MappingStartEvent) else []))
    if not root:
        raise BadPackage(
            f"{name}:1: the file is empty; see the reference of packages for what belongs there."
        )
    return Located(root[0], lines)


def _line_of(event: Any) -> int:  # any: the stubs let marks be None, which parsed events never have
    return int(event.start_mark.line) + 1


def _place(stack: list[_Open], root: list[object], value: object) -> None:
    if stack:
        stack[-1].put(value)
    else:
        root.append(value)


def _refuse_machinery(event: Any, name: str, line: int) -> None:
    if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
        raise BadPackage(
            f"{name}:{line}: anchors and aliases (& and *) are not used in packages; write it out."
        )
    if event.tag is not None:
        raise BadPackage(f"{name}:{line}: the tag {event.tag!r} is not used in packages; remove it.")


def _key(event: Any, parent: _Open, name: str, line: int) -> str:
    if not isinstance(event, yaml.ScalarEvent):
        raise BadPackage(f"{name}:{line}: a key must be a word, not a list or a mapping.")
    key = str(event.value)
    if key in parent.seen:
        raise BadPackage(f"{name}:{line}: the key {key!r} is there twice; keep one.")
    parent.seen.add(key)
    return key


def _scalar(event: Any, name: str, line: int) -> object:
    text = str(event.value)
    if event.style:  # quoted, or a block: always text
        return text
    if text in _NULL:
        return None
    if text in _TRUE_FALSE:
        return _TRUE_FALSE[text]
    if text.lower() in _YES_NO:
        raise BadPackage(
            f'{name}:{line}: {text} means true or false in YAML; write true or false, or quote it: "{text}".'
        )
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    if _SURPRISING.fullmatch(text):
        raise BadPackage(
            f'{name}:{line}: YAML may read {text} as a date or another number; quote it: "{text}".'
        )
    return text
