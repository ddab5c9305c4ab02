"""One's own page: name, time zone, looks, password, second factor, sessions."""

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from otherside.accounts import actions
from otherside.accounts.access import SignedInRequest
from otherside.accounts.forms import MeForm
from otherside.kernel.clock import utc_now


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def me(request: SignedInRequest) -> HttpResponse:
    user = request.user
    form = MeForm(request.POST or None, initial={"name": user.name, "time_zone": user.time_zone})
    if request.method == "POST" and form.is_valid():
        actions.change_me(user, form.cleaned_data["name"], form.cleaned_data["time_zone"], at=utc_now())
        messages.success(request, "Saved.")
        return redirect("accounts:me")
    kinds = set(Authenticator.objects.filter(user=user).values_list("type", flat=True))
    context = {
        "form": form,
        "has_totp": Authenticator.Type.TOTP in kinds,
        "sessions": UserSession.objects.filter(user=user).count(),
    }
    return render(request, "accounts/me.html", context)


@login_required
@require_POST
def end_session(request: SignedInRequest, session_id: int) -> HttpResponse:
    actions.end_session(request.user, session_id, at=utc_now())
    messages.success(request, "That browser is signed out.")
    return redirect("usersessions_list")


@login_required
@require_POST
def end_others(request: SignedInRequest) -> HttpResponse:
    ended = actions.end_other_sessions(request.user, request.session.session_key, at=utc_now())
    messages.success(request, f"{ended} other {'session is' if ended == 1 else 'sessions are'} signed out.")
    return redirect("usersessions_list")
