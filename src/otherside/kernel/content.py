"""YAML as people may write it for us (packages, rubrics, policies, languages): plain values, each with its
line; everything surprising is refused, and every complaint says file, line and what would be right.

No anchors, tags, dates, sexagesimal or octal numbers, no duplicate keys, and words that YAML 1.1 reads as
true or false (yes, no, on, off) must be quoted. The tree is built from libyaml's events on a stack of our
own, because its composer recurses and a hostile file could exhaust the C stack.
"""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

import msgspec
import yaml
from msgspec import Struct

from otherside.kernel.errors import Invalid
from otherside.kernel.limits import CONTENT_BYTES, YAML_DEPTH, YAML_NODES

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


class BadContent(Invalid):
    """A file of content cannot be used. Each line of the message has file, line, what is wrong, and the
    remedy.
    """

    code = "bad-content"


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
    """The one document in `text`. Raises BadContent, whose message begins with `name` and the line."""
    CONTENT_BYTES.check(len(text.encode()), name)
    try:
        return _build(yaml.parse(text, Loader=_LOADER), name)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark is not None else 1
        said = error.problem or error.context or "not YAML"
        raise BadContent(
            f"{name}:{line}: {said}; check the indentation, and quote text that holds ': ' or ' #'."
        ) from error
    except yaml.YAMLError as error:  # the reader's: characters that YAML does not allow
        raise BadContent(
            f"{name}:1: {' '.join(str(error).split())}; save the file as plain UTF-8 text."
        ) from error


def _build(events: Iterator[Any], name: str) -> Located:
    stack: list[_Open] = []
    lines: dict[Path, int] = {}
    root: list[object] = []
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent) and root:
            raise BadContent(f"{name}:{_line_of(event)}: a second document; remove the line '---'.")
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
        raise BadContent(f"{name}:1: the file is empty; see the reference for what belongs there.")
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
        raise BadContent(f"{name}:{line}: anchors and aliases (& and *) are not used here; write it out.")
    if event.tag is not None:
        raise BadContent(f"{name}:{line}: the tag {event.tag!r} is not used here; remove it.")


def _key(event: Any, parent: _Open, name: str, line: int) -> str:
    if not isinstance(event, yaml.ScalarEvent):
        raise BadContent(f"{name}:{line}: a key must be a word, not a list or a mapping.")
    key = str(event.value)
    if key in parent.seen:
        raise BadContent(f"{name}:{line}: the key {key!r} is there twice; keep one.")
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
        raise BadContent(
            f'{name}:{line}: {text} means true or false in YAML; write true or false, or quote it: "{text}".'
        )
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    if _SURPRISING.fullmatch(text):
        raise BadContent(
            f'{name}:{line}: YAML may read {text} as a date or another number; quote it: "{text}".'
        )
    return text


F = TypeVar("F", bound=Struct)
_AT = re.compile(r" - at `\$?(?P<path>[^`]*)`$")
_STEP = re.compile(r"\.([^.\[]+)|\[([0-9]+)\]")


def read_struct(text: str, kind: type[F], name: str) -> F:
    """The struct that the YAML `text` of file `name` describes. Raises BadContent."""
    located = read_yaml(text, name)
    try:
        return msgspec.convert(located.value, kind)
    except msgspec.ValidationError as error:
        raise BadContent(_worded(str(error), kind, located, name)) from error


def _worded(said: str, kind: type[Struct], located: Located, name: str) -> str:
    match = _AT.search(said)
    path = _path(match["path"]) if match is not None else ()
    what = said[: match.start()] if match is not None else said
    where = ".".join(str(step) for step in path)
    unknown = re.fullmatch(r"Object contains unknown field `(.*)`", what, re.DOTALL)
    if unknown is not None:
        key = unknown[1]
        line = located.line((*path, key))
        within = f" in {where}" if where else ""
        return f"{name}:{line}: unknown key {key[:60]!r}{within}; {_meant(key, fields_at(kind, path))}"
    line = located.line(path)
    missing = re.fullmatch(r"Object missing required field `(.*)`", what)
    if missing is not None:
        return f"{name}:{line}: the key {missing[1]!r} is missing{' in ' + where if where else ''}; add it."
    return f"{name}:{line}: {where or 'the file'}: {_plain(what)}"


def _plain(what: str) -> str:
    """Msgspec's sentence in an author's words, with what to do."""
    if what.endswith((r"matching regex '\\S'", r"matching regex '^\\S[^\\n]*$'")):
        return "is empty, begins with a blank, or has several lines where one is meant; fill it in."
    if "got `null`" in what:
        return "is empty; fill it in, or remove the key if it is optional."
    if what.startswith("Expected `str`, got `"):
        return f"must be text, but reads as {what.split('got ')[1]}; quote it."
    return f"{what[0].lower()}{what[1:]}; change it."


def _meant(key: str, known: tuple[str, ...]) -> str:
    close = difflib.get_close_matches(key.lower(), known, n=1, cutoff=0.5)
    return f"did you mean {close[0]!r}?" if close else f"known are {', '.join(known)}."


def _path(text: str) -> Path:
    return tuple(int(index) if index else word for word, index in _STEP.findall(text))


def fields_at(kind: type[Struct], path: Path) -> tuple[str, ...]:
    """The keys that belong at `path` of a file of this kind, as YAML spells them."""
    here: object = msgspec.inspect.type_info(kind)
    for step in path:
        if isinstance(here, msgspec.inspect.VarTupleType):
            here = here.item_type
        elif isinstance(here, msgspec.inspect.StructType):
            here = next((f.type for f in here.fields if f.encode_name == step), None)
    if not isinstance(here, msgspec.inspect.StructType):
        return ()
    return tuple(f.encode_name for f in here.fields)
