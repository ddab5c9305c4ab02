"""The candidate's page: a link and a name. No account; a refused link says plainly why and what to do."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_GET, require_POST

from otherside.hiring.allowed import allowed_lines
from otherside.interview.access import LinkEnded, panel_of
from otherside.interview.state import State
from otherside.kernel.clock import utc_now
from otherside.kernel.errors import DomainError, NotFound
from otherside.kernel.ids import new_id
from otherside.live import actions
from otherside.live.access import CandidateKey, Seated, late_notices_of, parts_of, take_seat
from otherside.live.actions.members import admit_seated
from otherside.live.forms import JoinForm, LanguagesForm, LateForm
from otherside.live.ground_rules import RECORDED
from otherside.live.views.configs import candidate_config
from otherside.live.views.shell import room_page

JOINED = "joined"
JOINED_LIFE_S = 24 * 60 * 60
OPEN = frozenset({State.LOBBY, State.GOING_ON})

View = Callable[..., HttpResponse]


def kindly(view: View) -> View:
    """A link that does not work gets a page of the candidate's own, not the desk's error page."""

    @wraps(view)
    def answer(request: HttpRequest, token: str) -> HttpResponse:
        try:
            return view(request, token)
        except NotFound as error:
            return render(request, "live/no_link.html", {"error": error}, status=404)
        except LinkEnded as error:
            return render(request, "live/no_link.html", {"error": error, "was_right": True}, status=410)

    return answer


@require_GET
@kindly
@ensure_csrf_cookie
def page(request: HttpRequest, token: str) -> HttpResponse:
    at = utc_now()
    seated = take_seat(CandidateKey(token), at)
    if _has_joined(request, token) and State(seated.interview.state) in OPEN:
        admission = admit_seated(seated, at)
        return room_page(request, candidate_config(seated, token, admission), admission)
    return _lobby(request, seated, token)


@require_POST
@kindly
def join(request: HttpRequest, token: str) -> HttpResponse:
    key, form = CandidateKey(token), JoinForm(request.POST)
    seated = take_seat(key, utc_now())
    if not form.is_valid():
        return _lobby(request, seated, token, join_form=form, status=422)
    try:
        actions.join(key, utc_now(), name=form.cleaned_data["name"])
    except DomainError as error:
        form.add_error("name", str(error))
        return _lobby(request, seated, token, join_form=form, status=422)
    response = redirect("live:candidate", token)
    response.set_signed_cookie(
        JOINED, "1", salt=token, max_age=JOINED_LIFE_S, path=reverse("live:candidate", args=[token]),
        httponly=True, samesite="Lax", secure=settings.SECURE,
    )  # fmt: skip
    return response


@require_POST
@kindly
def late(request: HttpRequest, token: str) -> HttpResponse:
    key, form = CandidateKey(token), LateForm(request.POST)
    seated = take_seat(key, utc_now())
    if not form.is_valid():
        return _lobby(request, seated, token, late_form=form, status=422)
    try:
        actions.running_late(
            key, utc_now(), once=form.cleaned_data["once"], minutes=form.cleaned_data["minutes"],
            reason=form.cleaned_data["reason"],
        )  # fmt: skip
    except DomainError as error:
        form.add_error(None, str(error))
        return _lobby(request, seated, token, late_form=form, status=422)
    return redirect("live:candidate", token)


@require_POST
@kindly
def languages(request: HttpRequest, token: str) -> HttpResponse:
    key, form = CandidateKey(token), LanguagesForm(request.POST)
    seated = take_seat(key, utc_now())
    if not form.is_valid():
        return _lobby(request, seated, token, languages_form=form, status=422)
    try:
        actions.want_languages(key, utc_now(), languages=form.cleaned_data["languages"].split(","))
    except DomainError as error:
        form.add_error("languages", str(error))
        return _lobby(request, seated, token, languages_form=form, status=422)
    return redirect("live:candidate", token)


@require_GET
@kindly
def state(request: HttpRequest, token: str) -> HttpResponse:
    """Asked every few seconds while waiting: nothing, or the word to load the page again."""
    seated = take_seat(CandidateKey(token), utc_now())
    changed = request.GET.get("seen") != seated.interview.state
    headers = {"HX-Refresh": "true"} if changed else {}
    return HttpResponse(status=204, headers={**headers, "Cache-Control": "no-store"})


def _has_joined(request: HttpRequest, token: str) -> bool:
    found = request.get_signed_cookie(JOINED, default=None, salt=token, max_age=JOINED_LIFE_S)
    return found == "1"


def _lobby(
    request: HttpRequest, seated: Seated, token: str, *, join_form: JoinForm | None = None,
    late_form: LateForm | None = None, languages_form: LanguagesForm | None = None, status: int = 200,
) -> HttpResponse:  # fmt: skip
    interview = seated.interview
    context = {
        "token": token,
        "interview": interview,
        "panel": [row.user.name for row in panel_of(interview)],
        "parts": parts_of(interview),
        "recorded": RECORDED,
        "allowed": allowed_lines(interview.application.opening.allowed_tools),
        "is_open": State(interview.state) in OPEN,
        "has_joined": _has_joined(request, token),
        "late_said": late_notices_of(interview),
        "join_form": join_form or JoinForm(initial={"name": seated.member.name}),
        "adjusted": interview.adjusted,
        "languages_form": languages_form
        or LanguagesForm(initial={"languages": ", ".join(interview.languages_wanted)}),
        "late_form": late_form or LateForm(initial={"minutes": 10, "once": new_id()}),
    }
    return render(request, "live/lobby.html", context, status=status)
