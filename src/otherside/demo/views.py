"""Signing in as somebody of the demo company, by a link that only the start of the demo prints."""

from django.contrib.auth import login
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET

from otherside.accounts.models import User
from otherside.demo.company import PEOPLE
from otherside.demo.keys import demo_key, holds_key
from otherside.kernel.errors import NotFound

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@require_GET
def enter(request: HttpRequest, key: str, person: str) -> HttpResponse:
    """Signs in and goes on to `next`. Who is signed in as that person already keeps their session."""
    if not holds_key(key) or person not in PEOPLE:
        raise NotFound("This link does not work. `make run` prints the ones that do.")
    user = User.objects.get(email=f"{person}@example.org")
    if request.user != user:
        login(request, user, backend=BACKEND)
    onward = request.GET.get("next", "/")
    safe = url_has_allowed_host_and_scheme(onward, allowed_hosts={request.get_host()})
    return redirect(onward if safe else "/")


@require_GET
@login_required
def people(request: HttpRequest) -> HttpResponse:
    """Everybody of the company, to be one click away: the recruiter's day differs from the interviewer's."""
    rows = [
        (
            person,
            [role.value.replace("-", " ") for role in sorted(person.roles)],
            f"/demo/enter/{demo_key()}/{key}/",
        )
        for key in PEOPLE
        for person in [User.objects.get(email=f"{key}@example.org")]
    ]
    return render(request, "demo/people.html", {"rows": rows})
