"""What the room's buttons ask for: one function for each word, one table for each side of the table.

A word that is not in a side's table does not exist for it. The actions refuse as well. A refusal is a
DomainError, which `web.middleware` turns into JSON for callers that accept it.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_http_methods

from otherside.kernel.clock import utc_now
from otherside.kernel.errors import DomainError, Invalid, NotFound
from otherside.live import actions, requests
from otherside.live.access import CandidateKey, Key, PanelKey
from otherside.live.actions.writing import Done
from otherside.live.views import looking

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


def stop(key: Key, at: datetime, _once: str, body: bytes) -> Answer:
    wish = requests.read(body, requests.StopWish)
    return {"ok": True, "changed": actions.stop_run(key, at, run=wish.run)}


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
            key,
            at,
            once=once,
            question=wish.question,
            revision=wish.revision,
            language=wish.language,
            said=wish.said,
            text=wish.text,
        )
    )


def pause(key: Key, at: datetime, once: str, body: bytes) -> Answer:
    wish = requests.read(body, requests.PauseWish)
    return _done(actions.pause(key, at, once=once, reason=wish.reason, cause=wish.cause))


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


def clarify(key: Key, at: datetime, once: str, body: bytes) -> Answer:
    wish = requests.read(body, requests.ClarifyWish)
    return _done(
        actions.clarify(
            key, at, once=once, question=wish.question, fact=wish.fact, text=wish.text, said=wish.said
        )
    )


def challenge(key: Key, at: datetime, once: str, body: bytes) -> Answer:
    wish = requests.read(body, requests.ChallengeWish)
    return _done(
        actions.challenge(
            key,
            at,
            once=once,
            question=wish.question,
            choice=wish.choice,
            level=wish.level,
            text=wish.text,
            said=wish.said,
        )
    )


def choice(key: Key, at: datetime, once: str, body: bytes) -> Answer:
    wish = requests.read(body, requests.ChoiceWish)
    return _done(
        actions.note_choice(key, at, once=once, question=wish.question, how=wish.how, text=wish.text)
    )


def settle(key: Key, at: datetime, once: str, body: bytes) -> Answer:
    wish = requests.read(body, requests.SettleWish)
    return _done(actions.settle_choice(key, at, once=once, choice=wish.choice, state=wish.state))


def asked_solution(key: Key, at: datetime, once: str, body: bytes) -> Answer:
    wish = requests.read(body, requests.SolutionWish)
    return _done(actions.note_solution_asked(key, at, once=once, question=wish.question))


def candidate_asks(key: Key, at: datetime, once: str, body: bytes) -> Answer:
    wish = requests.read(body, requests.AsksWish)
    return _done(
        actions.note_asked(key, at, once=once, asked=wish.asked, text=wish.text, answered=wish.answered)
    )


def moment(key: Key, at: datetime, once: str, body: bytes) -> Answer:
    wish = requests.read(body, requests.MomentWish)
    return _done(
        actions.moment(
            key,
            at,
            once=once,
            name=wish.moment,
            on=wish.on,
            title=wish.title,
            seconds=wish.seconds,
            question=wish.question,
        )
    )


def heard(key: Key, at: datetime, once: str, body: bytes) -> Answer:
    requests.read(body, requests.Nothing)
    return _done(actions.heard(key, at, once=once))


def end_by(key: Key, at: datetime, once: str, body: bytes) -> Answer:
    wish = requests.read(body, requests.EndByWish)
    if wish.at is not None and wish.at.tzinfo is None:
        raise Invalid("A time needs its zone, as in 2026-06-10T15:00:00Z.")
    return _done(actions.end_by(key, at, once=once, ends_at=wish.at))


def lateness(key: Key, at: datetime, once: str, body: bytes) -> Answer:
    wish = requests.read(body, requests.LatenessWish)
    return _done(
        actions.note_lateness(key, at, once=once, cause=wish.cause, apology=wish.apology, reason=wish.reason)
    )


def trouble(key: Key, at: datetime, once: str, body: bytes) -> Answer:
    wish = requests.read(body, requests.TroubleWish)
    return _done(actions.tell_trouble(key, at, once=once, text=wish.text))


def running(key: Key, at: datetime, once: str, body: bytes) -> Answer:
    wish = requests.read(body, requests.RunningWish)
    return _done(actions.set_running(key, at, once=once, on=wish.on))


def take(key: Key, at: datetime, once: str, body: bytes) -> Answer:
    wish = requests.read(body, requests.TakeWish)
    return _done(actions.take_option(key, at, once=once, option=wish.option))


BOTH: Mapping[str, Asking] = {
    "ticket": ticket,
    "run": run,
    "language": language,
    "running": running,
    "stop": stop,
}
PANEL: Mapping[str, Asking] = {
    **BOTH, "hint": hint, "fact": fact, "mark": mark, "probe": probe, "segment": segment, "reveal": reveal,
    "pause": pause, "resume": resume, "begin": begin, "end": end, "clarify": clarify, "challenge": challenge,
    "choice": choice, "settle": settle, "asked-solution": asked_solution, "candidate-asks": candidate_asks,
    "moment": moment, "heard": heard, "end-by": end_by, "lateness": lateness, "take": take,
}  # fmt: skip
CANDIDATE: Mapping[str, Asking] = {**BOTH, "late": late, "trouble": trouble}


@require_http_methods(["GET", "POST"])
def panel(request: HttpRequest, interview_id: int, word: str) -> JsonResponse:
    """A button of the interviewer's room."""
    if not request.user.is_authenticated:
        raise SignedOut("You were signed out. Sign in in another tab, then try again; nothing is lost.")
    return _ask(PANEL, looking.PANEL, word, PanelKey(interview_id, request.user), request)


@require_http_methods(["GET", "POST"])
def candidate(request: HttpRequest, token: str, word: str) -> JsonResponse:
    """A button of the candidate's room. The link is the key; a session is neither needed nor looked at."""
    return _ask(CANDIDATE, looking.CANDIDATE, word, CandidateKey(token), request)


def _ask(
    table: Mapping[str, Asking],
    looks: Mapping[str, looking.Looking],
    word: str,
    key: Key,
    request: HttpRequest,
) -> JsonResponse:
    headers = {"Cache-Control": "no-store"}
    if request.method == "GET":
        look = looks.get(word)
        if look is None:
            raise NotFound(f"The room shows no {word!r}.")
        return JsonResponse(look(key, utc_now()), headers=headers, safe=False)
    asking = table.get(word)
    if asking is None:
        raise NotFound(f"The room has no button {word!r}.")
    answer = asking(key, utc_now(), request.headers.get("Once", ""), request.body)
    return JsonResponse(answer, headers=headers)
