"""What the room's buttons send, as types; everything else is refused before an action sees it."""

from typing import TypeVar

import msgspec

from otherside.kernel.errors import Invalid
from otherside.live.entries import MarkKind, ProbeState
from otherside.live.limits import REQUEST_BYTES_MAX


class _Wish(msgspec.Struct, frozen=True, kw_only=True, rename="camel", forbid_unknown_fields=True):
    """Unknown fields are refused: a typing error must not be silently obeyed in part."""


class Nothing(_Wish, frozen=True):
    pass


class RunWish(_Wish, frozen=True):
    doc: str
    language: str
    files: dict[str, str]
    stdin: str = ""
    mode: str = "input"


class HintWish(_Wish, frozen=True):
    question: str
    step: int | None = None
    said: bool = False
    text: str = ""


class FactWish(_Wish, frozen=True):
    question: str
    fact: str


class MarkWish(_Wish, frozen=True):
    kind: MarkKind
    text: str = ""
    back_ms: int = 0


class ProbeWish(_Wish, frozen=True):
    probe: str
    state: ProbeState
    note: str = ""


class SegmentWish(_Wish, frozen=True):
    segment: str


class RevealWish(_Wish, frozen=True):
    question: str
    revision: int = 0
    language: str | None = None


class PauseWish(_Wish, frozen=True):
    reason: str = ""


class LanguageWish(_Wish, frozen=True):
    doc: str
    language: str


class LateWish(_Wish, frozen=True):
    minutes: int
    reason: str = ""


W = TypeVar("W", bound=_Wish)


def read(body: bytes, wish: type[W]) -> W:
    """`body` as a `wish`. Raises LimitReached and Invalid, which names the field that is wrong."""
    REQUEST_BYTES_MAX.check(len(body), "The request")
    try:
        return msgspec.json.decode(body or b"{}", type=wish)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Invalid(f"The request could not be read: {error}") from error
