"""Two tabs, one draft: field by field, so that neither loses what it wrote."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clash:
    """One field that both have changed since they parted. `theirs` is what is saved."""

    theirs: str
    mine: str


@dataclass(frozen=True, slots=True)
class Merged:
    """The fields to save, and where a person has to choose; there `theirs` stays saved."""

    fields: Mapping[str, str]
    clashes: Mapping[str, Clash]


def merged(base: Mapping[str, str] | None, theirs: Mapping[str, str], mine: Mapping[str, str]) -> Merged:
    """`mine` into `theirs`, both made from `base`. What only one of them changed is taken from that one.

    Without a base (too old to be kept) every field that differs is a clash, unless one of them is empty.
    """
    fields, clashes = dict(theirs), {}
    for name, my_text in mine.items():
        their_text = theirs.get(name, "")
        before = base.get(name, "") if base is not None else ""
        if my_text in {their_text, before}:
            continue
        if their_text == before:
            fields[name] = my_text
        else:
            clashes[name] = Clash(theirs=their_text, mine=my_text)
    return Merged(fields=fields, clashes=clashes)
