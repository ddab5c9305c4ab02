"""Bans: the list, what a second person does with one, and likenesses that wait for a person."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from otherside.accounts.access import SignedInRequest
from otherside.integrity import actions
from otherside.integrity.access import access_ban, access_likeness, bans_for
from otherside.integrity.forms import AppealForm, LikenessForm
from otherside.kernel.clock import utc_now
from otherside.kernel.errors import Conflict, Invalid, NotFound


@require_safe
@login_required
def page(request: SignedInRequest) -> HttpResponse:
    return _page(request)


@require_POST
@login_required
def act(request: SignedInRequest, ban_id: int, verb: str) -> HttpResponse:
    """Confirm, withdraw, or decide an appeal."""
    access_ban(ban_id, request.user)
    form = AppealForm(request.POST)
    try:
        if verb == "confirm":
            actions.confirm_ban(ban_id, request.user, at=utc_now())
        elif verb == "withdraw":
            actions.withdraw_ban(ban_id, request.user, at=utc_now())
        elif verb == "decide":
            if not form.is_valid():
                return _page(request, ban_id=ban_id, form=form, status=422)
            actions.decide_appeal(
                ban_id, request.user, lift=form.cleaned_data["decision"] == "lift",
                reason=form.cleaned_data["reason"], at=utc_now(),
            )  # fmt: skip
        else:
            raise NotFound(f"Nothing can be done with a ban by {verb!r}.")
    except (Invalid, Conflict) as error:
        form.errors.clear() if verb != "decide" else None
        return _page(request, ban_id=ban_id, problem=str(error), status=409)
    return redirect("integrity:bans")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def likeness(request: SignedInRequest, likeness_id: int) -> HttpResponse:
    row = access_likeness(likeness_id, request.user)
    form = LikenessForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            actions.say_likeness(
                likeness_id, request.user, same=data["same"] == "yes", why=data["why"], at=utc_now()
            )
            return redirect("desk:application", row.application_id)
        except (Invalid, Conflict) as error:
            form.add_error(None, str(error))
    context = {"row": row, "application": row.application, "form": form}
    return render(request, "integrity/likeness.html", context, status=422 if form.errors else 200)


def _page(
    request: SignedInRequest, *, ban_id: int = 0, form: AppealForm | None = None, problem: str = "",
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    context = {
        "lines": bans_for(request.user, utc_now()),
        "form": form or AppealForm(),
        "problem": problem,
        "problem_of": ban_id,
    }
    return render(request, "integrity/bans.html", context, status=status)
