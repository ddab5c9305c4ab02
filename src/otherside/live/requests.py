"""What the room's buttons send, as types; everything else is refused before an action sees it."""

from datetime import datetime
from typing import Annotated, TypeVar

import msgspec

from otherside.kernel.errors import Invalid
from otherside.live.entries import ChoiceHow, ChoiceState, LateCause, MarkKind, PauseCause, ProbeState
from otherside.live.limits import REQUEST_BYTES_MAX, WISH_NAME_CHARS_MAX

# What names a thing to programs: a problem, a document, a probe. No such name is longer.
Name = Annotated[str, msgspec.Meta(max_length=int(WISH_NAME_CHARS_MAX))]


class _Wish(msgspec.Struct, frozen=True, kw_only=True, rename="camel", forbid_unknown_fields=True):
    """Unknown fields are refused: a typing error must not be silently obeyed in part."""


class Nothing(_Wish, frozen=True):
    pass


class RunWish(_Wish, frozen=True):
    doc: Name
    language: Name
    files: dict[str, str]
    stdin: str = ""
    mode: Name = "input"


class StopWish(_Wish, frozen=True):
    run: str


class HintWish(_Wish, frozen=True):
    question: Name
    step: int | None = None
    said: bool = False
    text: str = ""


class FactWish(_Wish, frozen=True):
    question: Name
    fact: Name


class ClarifyWish(_Wish, frozen=True):
    question: Name
    fact: Name = ""
    text: str = ""
    said: bool = False


class ChallengeWish(_Wish, frozen=True):
    question: Name
    text: str
    choice: Name = ""
    level: Name = ""
    said: bool = False


class ChoiceWish(_Wish, frozen=True):
    question: Name
    how: ChoiceHow
    text: str


class SettleWish(_Wish, frozen=True):
    choice: Name
    state: ChoiceState


class SolutionWish(_Wish, frozen=True):
    question: Name


class AsksWish(_Wish, frozen=True):
    text: str
    asked: Name = ""
    answered: bool = False


class MomentWish(_Wish, frozen=True):
    moment: Name
    on: bool
    title: str = ""
    seconds: int = 0
    question: Name = ""  # whose change is handed over for review


class EndByWish(_Wish, frozen=True):
    at: datetime | None  # with its zone


class RunningWish(_Wish, frozen=True):
    on: bool


class TakeWish(_Wish, frozen=True):
    option: Name


class LatenessWish(_Wish, frozen=True):
    cause: LateCause
    apology: bool = False
    reason: str = ""


class TroubleWish(_Wish, frozen=True):
    text: str = ""


class MarkWish(_Wish, frozen=True):
    kind: MarkKind
    text: str = ""
    back_ms: int = 0


class ProbeWish(_Wish, frozen=True):
    probe: Name
    state: ProbeState
    note: str = ""


class SegmentWish(_Wish, frozen=True):
    segment: Name


class RevealWish(_Wish, frozen=True):
    question: Name
    revision: int = 0
    language: Name | None = None
    said: bool = False
    text: str = ""  # what was said, where it was not the title


class PauseWish(_Wish, frozen=True):
    reason: str = ""
    cause: PauseCause = "other"


class LanguageWish(_Wish, frozen=True):
    doc: Name
    language: Name


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
