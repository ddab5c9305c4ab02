"""Openings and their rounds."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from otherside.accounts.access import SignedInRequest
from otherside.accounts.paging import page_of
from otherside.hiring import actions, limits
from otherside.hiring.access import (
    access_opening,
    may_open,
    may_write_opening,
    openings_for,
    rounds_of,
    stage_counts,
)
from otherside.hiring.allowed import allowed_lines
from otherside.hiring.forms import EditOpening, RoundForm, initial_of
from otherside.hiring.rounds import FIRST_ROUNDS, KINDS, title_of
from otherside.hiring.stages import Stage
from otherside.kernel.clock import utc_now
from otherside.kernel.errors import DomainError, NotFound
from otherside.rubric.levels import LEVEL_IDS

SHOWN = {"": True, "closed": False}


@login_required
@require_http_methods(["GET", "HEAD"])
def openings(request: SignedInRequest) -> HttpResponse:
    search, shown = request.GET.get("q", ""), request.GET.get("show", "")
    rows = openings_for(request.user, search=search, only_open=SHOWN.get(shown, True))
    page = page_of(rows, request.GET.get("page"), int(limits.OPENINGS_PAGE_MAX))
    counts = stage_counts(page.items)
    context = {
        "page": page,
        "rows": [(row, list(counts[row.pk].items())) for row in page.items],
        "stages": list(Stage),
        "search": search,
        "shown": shown,
        "may_open": may_open(request.user),
    }
    return render(request, "hiring/openings.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: SignedInRequest) -> HttpResponse:
    if not may_open(request.user):
        raise NotFound("Openings are made by recruiters and hiring managers.")
    mine = request.user.pk
    initial = {
        "level": LEVEL_IDS[-1],
        "hiring_manager": mine if request.user.is_hiring_manager else None,
        "recruiter": mine if request.user.is_recruiter else None,
    }
    form = EditOpening(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        values = form.values()
        rounds = [
            actions.NewRound(name=name, kind=kind, minutes=minutes)
            for name, kind, minutes in FIRST_ROUNDS[values.level]
        ]
        row = actions.create_opening(values, rounds, request.user, at=utc_now())
        messages.success(request, f"{row.title} is open, with {len(rounds)} rounds. Change them as you need.")
        return redirect("hiring:opening", row.pk)
    return render(request, "hiring/opening_new.html", {"form": form})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def opening(request: SignedInRequest, opening_id: int) -> HttpResponse:
    """What an opening is: people, level, facts, rounds. Its pipeline is desk's page."""
    row = access_opening(opening_id, request.user, to_write=request.method == "POST")
    form = EditOpening(request.POST or None, initial=initial_of(row))
    status = 200
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["seen"]
        try:
            actions.edit_opening(opening_id, form.values(), request.user, seen=seen, at=utc_now())
        except DomainError as error:
            form.add_error(None, str(error))
            status = 409
        else:
            messages.success(request, "Saved.")
            return redirect("hiring:opening", opening_id)
    rounds = rounds_of(row)
    context = {
        "opening": row,
        "form": form,
        "rounds": [(each, title_of(each.kind)) for each in rounds],
        "round_form": RoundForm(prefix="new"),
        "kinds": KINDS,
        "may_write": may_write_opening(row, request.user),
        "allowed": allowed_lines(row.allowed_tools),
        "full": len(rounds) >= int(limits.ROUNDS_MAX),
    }
    return render(request, "hiring/opening.html", context, status=status)


@login_required
@require_POST
def set_open(request: SignedInRequest, opening_id: int, to: str) -> HttpResponse:
    actions.set_opening_open(opening_id, request.user, is_open=to == "open", at=utc_now())
    messages.success(
        request, "It is open again." if to == "open" else "It is closed; nobody can be added any more."
    )
    return redirect("hiring:opening", opening_id)


@login_required
@require_POST
def add_round(request: SignedInRequest, opening_id: int) -> HttpResponse:
    form = RoundForm(request.POST, prefix="new")
    if form.is_valid():
        actions.add_opening_round(opening_id, form.values(), request.user, at=utc_now())
        messages.success(request, "The round is added.")
    else:
        access_opening(opening_id, request.user, to_write=True)
        messages.error(request, "The round was not added: give it a name.")
    return redirect("hiring:opening", opening_id)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit_round(request: SignedInRequest, opening_id: int, round_id: int) -> HttpResponse:
    row = access_opening(opening_id, request.user, to_write=True)
    each = next((each for each in rounds_of(row) if each.pk == round_id), None)
    if each is None:
        raise NotFound(f"This opening has no round {round_id}.")
    initial = {"name": each.name, "kind": each.kind, "minutes": each.minutes}
    form = RoundForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.edit_round(opening_id, round_id, form.values(), request.user, at=utc_now())
        messages.success(request, "Saved.")
        return redirect("hiring:opening", opening_id)
    return render(request, "hiring/round.html", {"opening": row, "round": each, "form": form})


@login_required
@require_POST
def change_round(request: SignedInRequest, opening_id: int, round_id: int, verb: str) -> HttpResponse:
    act = {"up": actions.move_round_up, "remove": actions.remove_round}[verb]
    try:
        act(opening_id, round_id, request.user, at=utc_now())
    except DomainError as error:
        access_opening(opening_id, request.user, to_write=True)
        messages.error(request, str(error))
    return redirect("hiring:opening", opening_id)
