"""The reference of packages names every key of every file, under the heading of that file."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from otherside.question.schema import FILES

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "package.md").read_text(encoding="utf-8")


def keys(kind: msgspec.inspect.Type) -> Iterator[str]:
    if isinstance(kind, msgspec.inspect.StructType):
        for field in kind.fields:
            yield field.encode_name
            yield from keys(field.type)
    elif isinstance(kind, msgspec.inspect.VarTupleType):
        yield from keys(kind.item_type)
    elif isinstance(kind, msgspec.inspect.UnionType):
        for one in kind.types:
            yield from keys(one)


def section(title: str) -> str:
    """The text below a heading that names the file."""
    found = [
        part
        for part in PAGE.split("\n## ")[1:]
        if title in part.split("\n")[0].replace("&lt;n&gt;-&lt;id&gt;", "*")
    ]
    assert len(found) == 1, f"one heading of docs/reference/package.md should name {title}"
    return found[0]


@pytest.mark.parametrize("kind", FILES, ids=lambda kind: kind.__name__)
def test_every_key_is_explained(kind: type[msgspec.Struct]) -> None:
    text = section((kind.__doc__ or "").split(" and ")[0])
    missing = [key for key in keys(msgspec.inspect.type_info(kind)) if f"`{key}`" not in text]
    assert not missing, f"say what {missing} mean under {kind.__doc__}"
