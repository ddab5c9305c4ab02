"""Passages said once: a tree of plain values in which each passage is its name, and the passages by name."""

from collections.abc import Iterator, Mapping

KEYS = frozenset({"page", "line", "text"})
Place = tuple[int, int, str]


def said_once(tree: Mapping[str, object]) -> tuple[dict[str, object], dict[str, object]]:
    """`tree` with "1:7" for each passage of page 1, line 7; and name → passage, in the order of pages.

    Of passages on one line that begin alike the longest is kept, for a line and the paragraph that it begins.
    Others get names of their own: "1:7", "1:7+".
    """
    kept: dict[str, Place] = {}
    names: dict[Place, str] = {}
    for place in sorted(set(_places(tree)), key=lambda each: (each[0], each[1], -len(each[2]), each[2])):
        page, line, text = place
        name = f"{page}:{line}"
        while name in kept and not kept[name][2].startswith(text):
            name += "+"
        kept.setdefault(name, place)
        names[place] = name
    told = {key: _named(value, names) for key, value in tree.items()}
    return told, {name: dict(zip(("page", "line", "text"), at, strict=True)) for name, at in kept.items()}


def _place(passage: Mapping[str, object]) -> Place:
    return int(str(passage["page"])), int(str(passage["line"])), str(passage["text"])


def _places(value: object) -> Iterator[Place]:
    if isinstance(value, Mapping):
        if value.keys() == KEYS:
            yield _place(value)
        else:
            for inner in value.values():
                yield from _places(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _places(inner)


def _named(value: object, names: Mapping[Place, str]) -> object:
    if isinstance(value, Mapping):
        if value.keys() == KEYS:
            return names[_place(value)]
        return {key: _named(inner, names) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_named(inner, names) for inner in value]
    return value
