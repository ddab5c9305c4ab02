"""The candidate's side: what the page observes, and afterwards the same list that the company reads."""

from typing import Any, TypeVar

import msgspec
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from otherside.integrity import actions
from otherside.integrity.access import access_own_facts
from otherside.integrity.ban import in_force
from otherside.integrity.forms import CandidateAppealForm, CommentForm
from otherside.integrity.limits import COMMENT_DAYS, PASTE_CHARS_MAX
from otherside.integrity.views.shown import rows_of
from otherside.kernel.clock import utc_now
from otherside.kernel.errors import DomainError, Invalid, LimitReached, NotFound
from otherside.live.access import CandidateKey
from otherside.live.views.candidate import kindly

BODY_BYTES_MAX = 4 * int(PASTE_CHARS_MAX) + 4_096


class PasteWish(msgspec.Struct, frozen=True, kw_only=True, rename="camel", forbid_unknown_fields=True):
    doc: str
    text: str
    chars: int
    copied_here: bool = False


class FocusWish(msgspec.Struct, frozen=True, kw_only=True, rename="camel", forbid_unknown_fields=True):
    away_ms: int | None = None


W = TypeVar("W", PasteWish, FocusWish)


@require_POST
def observed(request: HttpRequest, token: str, word: str) -> JsonResponse:
    """What the room's page tells by itself: `paste` and `focus`. The link is the key."""
    key, once = CandidateKey(token), request.headers.get("Once", "")
    if word == "paste":
        paste = _read(request, PasteWish)
        written = actions.observe_paste(
            key, utc_now(), once=once, doc=paste.doc, text=paste.text, chars=paste.chars,
            copied_here=paste.copied_here,
        )  # fmt: skip
    elif word == "focus":
        focus = _read(request, FocusWish)
        written = actions.observe_focus(key, utc_now(), once=once, away_ms=focus.away_ms)
    else:
        raise NotFound(f"The room tells nothing of {word!r}.")
    return JsonResponse({"ok": True, "changed": written}, headers={"Cache-Control": "no-store"})


@require_GET
@kindly
def page(request: HttpRequest, token: str) -> HttpResponse:
    return _page(request, token)


@require_POST
@kindly
def comment(request: HttpRequest, token: str) -> HttpResponse:
    access_own_facts(token, utc_now())
    form = CommentForm(request.POST)
    if form.is_valid():
        try:
            actions.comment(token, utc_now(), text=form.cleaned_data["text"])
            return redirect("integrity:own", token)
        except DomainError as error:
            form.add_error(None, str(error))
    return _page(request, token, comment_form=form, status=422)


@require_POST
@kindly
def appeal(request: HttpRequest, token: str) -> HttpResponse:
    access_own_facts(token, utc_now())
    form = CandidateAppealForm(request.POST)
    if form.is_valid():
        try:
            actions.appeal(token, utc_now(), text=form.cleaned_data["text"])
            return redirect("integrity:own", token)
        except DomainError as error:
            form.add_error(None, str(error))
    return _page(request, token, appeal_form=form, status=422)


def _page(request: HttpRequest, token: str, *, status: int = 200, **forms: Any) -> HttpResponse:
    at = utc_now()
    facts, member = access_own_facts(token, at)
    ban = facts.ban if facts.ban is not None and facts.ban.stage in {"in-force", "lifted"} else None
    may_appeal = ban is not None and in_force(ban.as_state(frozenset()), at.date())
    context = {
        "token": token,
        "name": member.name,
        "interview": facts.interview,
        "facts": facts,
        "rows": rows_of(facts),
        "case": facts.case,
        "ban": ban,
        "may_appeal": may_appeal and ban is not None and ban.appealed_at is None,
        "appeal_waits": ban is not None and ban.as_state(frozenset()).appeal_waits,
        "comment_days": int(COMMENT_DAYS),
        "comment_form": forms.get("comment_form") or CommentForm(),
        "appeal_form": forms.get("appeal_form") or CandidateAppealForm(),
    }
    return render(request, "integrity/own.html", context, status=status)


def _read(request: HttpRequest, wish: type[W]) -> W:
    if len(request.body) > BODY_BYTES_MAX:
        raise LimitReached(f"The request has {len(request.body)} bytes, more than {BODY_BYTES_MAX}.")
    try:
        return msgspec.json.decode(request.body or b"{}", type=wish)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Invalid(f"The request could not be read: {error}") from error
