"""The POST endpoints of the room: one function for each word, one table for each side of the table.

A word that is not in a side's table does not exist for it. The actions refuse as well. A refusal is a
DomainError, which `web.middleware` turns into JSON for callers that accept it.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_POST

from otherside.kernel.clock import utc_now
from otherside.kernel.errors import DomainError, NotFound
from otherside.live import actions, requests
from otherside.live.access import CandidateKey, Key, PanelKey
from otherside.live.actions.writing import Done

Answer = dict[str, object]
Asking = Callable[[Key, datetime, str, bytes], Answer]


class SignedOut(DomainError):
    """The page was open longer than the session."""

    code = "signed-out"


def _done(done: Done) -> Answer:
    return {"ok": True, "changed": done.changed}


def ticket(key: Key, at: datetime, _once: str, body: bytes) -> Answer:
    requests.read(body, requests.Nothing)
    return {"ticket": actions.admit(key, at)}


def run(key: Key, at: datetime, once: str, body: bytes) -> Answer:
    wish = requests.read(body, requests.RunWish)
    return {"run": actions.request_run(key, at, once=once, wish=wish)}


def hint(key: Key, at: datetime, once: str, body: bytes) -> Answer:
    wish = requests.read(body, requests.HintWish)
    return _done(
        actions.give_hint(
            key, at, once=once, question=wish.question, step=wish.step, said=wish.said, text=wish.text
        )
    )


def fact(key: Key, at: datetime, once: str, body: bytes) -> Answer:
    wish = requests.read(body, requests.FactWish)
    return _done(actions.give_fact(key, at, once=once, question=wish.question, fact=wish.fact))


def mark(key: Key, at: datetime, once: str, body: bytes) -> Answer:
    wish = requests.read(body, requests.MarkWish)
    return _done(actions.set_mark(key, at, once=once, kind=wish.kind, text=wish.text, back_ms=wish.back_ms))


def probe(key: Key, at: datetime, once: str, body: bytes) -> Answer:
    wish = requests.read(body, requests.ProbeWish)
    return _done(actions.set_probe(key, at, once=once, probe=wish.probe, state=wish.state, note=wish.note))


def segment(key: Key, at: datetime, once: str, body: bytes) -> Answer:
    wish = requests.read(body, requests.SegmentWish)
    return _done(actions.begin_segment(key, at, once=once, segment=wish.segment))


def reveal(key: Key, at: datetime, once: str, body: bytes) -> Answer:
    wish = requests.read(body, requests.RevealWish)
    return _done(
        actions.reveal_statement(
            key, at, once=once, question=wish.question, revision=wish.revision, language=wish.language
        )
    )


def pause(key: Key, at: datetime, once: str, body: bytes) -> Answer:
    wish = requests.read(body, requests.PauseWish)
    return _done(actions.pause(key, at, once=once, reason=wish.reason))


def resume(key: Key, at: datetime, once: str, body: bytes) -> Answer:
    requests.read(body, requests.Nothing)
    return _done(actions.resume(key, at, once=once))


def language(key: Key, at: datetime, _once: str, body: bytes) -> Answer:
    wish = requests.read(body, requests.LanguageWish)
    return {"ok": True, "changed": actions.choose_language(key, at, doc=wish.doc, language=wish.language)}


def begin(key: Key, at: datetime, once: str, body: bytes) -> Answer:
    requests.read(body, requests.Nothing)
    return _done(actions.begin(key, at, once=once))


def end(key: Key, at: datetime, once: str, body: bytes) -> Answer:
    requests.read(body, requests.Nothing)
    return _done(actions.end(key, at, once=once))


def late(key: Key, at: datetime, once: str, body: bytes) -> Answer:
    wish = requests.read(body, requests.LateWish)
    actions.running_late(key, at, once=once, minutes=wish.minutes, reason=wish.reason)
    return {"ok": True, "changed": True}


BOTH: Mapping[str, Asking] = {"ticket": ticket, "run": run, "language": language}
PANEL: Mapping[str, Asking] = {
    **BOTH, "hint": hint, "fact": fact, "mark": mark, "probe": probe, "segment": segment, "reveal": reveal,
    "pause": pause, "resume": resume, "begin": begin, "end": end,
}  # fmt: skip
CANDIDATE: Mapping[str, Asking] = {**BOTH, "late": late}


@require_POST
def panel(request: HttpRequest, interview_id: int, word: str) -> JsonResponse:
    """A button of the interviewer's room."""
    if not request.user.is_authenticated:
        raise SignedOut("You were signed out. Sign in in another tab, then try again; nothing is lost.")
    return _ask(PANEL, word, PanelKey(interview_id, request.user), request)


@require_POST
def candidate(request: HttpRequest, token: str, word: str) -> JsonResponse:
    """A button of the candidate's room. The link is the key; a session is neither needed nor looked at."""
    return _ask(CANDIDATE, word, CandidateKey(token), request)


def _ask(table: Mapping[str, Asking], word: str, key: Key, request: HttpRequest) -> JsonResponse:
    asking = table.get(word)
    if asking is None:
        raise NotFound(f"The room has no button {word!r}.")
    answer = asking(key, utc_now(), request.headers.get("Once", ""), request.body)
    return JsonResponse(answer, headers={"Cache-Control": "no-store"})
