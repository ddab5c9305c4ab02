"""The two doors for people who cannot sign in yet: an invitation, and the first run."""

from allauth.account.internal.flows.login import record_authentication
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from otherside.accounts import actions
from otherside.accounts.access import invitation_by_token
from otherside.accounts.actions.inviting import refuse_ended
from otherside.accounts.forms import JoinForm, SetupForm
from otherside.accounts.models import User
from otherside.accounts.roles import Role
from otherside.kernel.clock import utc_now
from otherside.kernel.errors import DomainError, NotFound

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
SET_UP = "This installation is set up. Sign in, or ask an administrator for an invitation."


def _sign_in(request: HttpRequest, person: User) -> None:
    """The password was set in this very request, which is as good as having typed it."""
    login(request, person, backend=BACKEND)
    record_authentication(request, person, method="password", reauthenticated=True)


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, token: str) -> HttpResponse:
    invitation = invitation_by_token(token)
    refuse_ended(invitation, utc_now())
    form = JoinForm(request.POST or None, initial={"name": invitation.name})
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            person = actions.accept_invitation(
                token, form.cleaned_data["name"], form.cleaned_data["password"], at=utc_now()
            )
        except DomainError as error:
            form.add_error("password", str(error))
            status = 409
        else:
            _sign_in(request, person)
            return redirect("desk:day")
    roles = [Role(value) for value in invitation.roles]
    context = {"form": form, "invitation": invitation, "roles": roles}
    return render(request, "accounts/join.html", context, status=status)


@never_cache
@sensitive_post_parameters("password", "token")
@require_http_methods(["GET", "HEAD", "POST"])
def setup(request: HttpRequest) -> HttpResponse:
    """Works only while nobody administers, and only with the token that the terminal shows. The same form
    sent twice at once signs in whom it made.
    """
    is_set_up = not actions.needs_first_administrator()
    if is_set_up and request.method != "POST":
        raise NotFound(SET_UP)
    form = SetupForm(request.POST or None, initial={"token": request.GET.get("token", "")})
    status = 200
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        try:
            person = actions.set_up(
                values["token"], values["email"], values["name"], values["password"], at=utc_now()
            )
        except DomainError as error:
            if is_set_up:
                raise NotFound(SET_UP) from error
            form.add_error("token" if isinstance(error, NotFound) else "password", str(error))
            status = 409
        else:
            _sign_in(request, person)
            return redirect("accounts:people")
    elif is_set_up:
        raise NotFound(SET_UP)
    return render(request, "accounts/setup.html", {"form": form}, status=status)
