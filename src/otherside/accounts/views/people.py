"""People and invitations, for administrators."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from otherside.accounts import actions, limits
from otherside.accounts.access import SignedInRequest, access_person, invitations_for, people_for
from otherside.accounts.forms import InviteForm, RolesForm
from otherside.accounts.models import User
from otherside.accounts.paging import page_of
from otherside.accounts.roles import Role
from otherside.kernel.clock import utc_now
from otherside.kernel.errors import DomainError

SHOWN = {"": True, "gone": False}


@login_required
@require_http_methods(["GET", "HEAD"])
def people(request: SignedInRequest) -> HttpResponse:
    search, shown = request.GET.get("q", ""), request.GET.get("show", "")
    rows = people_for(request.user, search=search, active=SHOWN.get(shown, True))
    now = utc_now()
    invitations = list(invitations_for(request.user)[: int(limits.PEOPLE_PAGE_MAX)])
    context = {
        "page": page_of(rows, request.GET.get("page"), int(limits.PEOPLE_PAGE_MAX)),
        "invitations": [(row, row.expires_at <= now) for row in invitations],
        "search": search,
        "shown": shown,
    }
    return render(request, "accounts/people.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: SignedInRequest) -> HttpResponse:
    invitations_for(request.user)
    form = InviteForm(request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        try:
            row = actions.invite(
                values["email"], values["name"], form.roles_chosen(), request.user, at=utc_now()
            )
        except DomainError as error:
            form.add_error(None, str(error))
            status = 409
        else:
            messages.success(request, f"The invitation goes to {row.email} and works for 7 days.")
            return redirect("accounts:people")
    context = {"form": form, "roles": _choices(form["roles"].value() or [])}
    return render(request, "accounts/invite.html", context, status=status)


@login_required
@require_POST
def withdraw(request: SignedInRequest, invitation_id: int) -> HttpResponse:
    actions.withdraw_invitation(invitation_id, request.user, at=utc_now())
    messages.success(request, "The invitation is withdrawn; its link no longer works.")
    return redirect("accounts:people")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def person(request: SignedInRequest, person_id: int) -> HttpResponse:
    row = access_person(person_id, request.user)
    form = RolesForm(request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_roles(
                person_id, form.roles_chosen(), request.user, seen=form.roles_seen(), at=utc_now()
            )
        except DomainError as error:
            form.add_error(None, str(error))
            row.refresh_from_db()
            status = 409
        else:
            messages.success(request, f"{row.name}'s roles are changed; they hold from the next page on.")
            return redirect("accounts:people")
    return render(request, "accounts/person.html", _person_context(row, form), status=status)


def _person_context(row: User, form: RolesForm) -> dict[str, object]:
    held = sorted(role.value for role in row.roles)
    return {"person": row, "form": form, "roles": _choices(held), "seen": ",".join(held)}


def _choices(held: list[str]) -> list[tuple[Role, bool]]:
    return [(role, role.value in held) for role in Role]


@login_required
@require_POST
def deactivate(request: SignedInRequest, person_id: int) -> HttpResponse:
    actions.deactivate(person_id, request.user, at=utc_now())
    messages.success(request, "They can no longer sign in, and every browser of theirs is signed out.")
    return redirect("accounts:people")


@login_required
@require_POST
def reactivate(request: SignedInRequest, person_id: int) -> HttpResponse:
    actions.reactivate(person_id, request.user, at=utc_now())
    messages.success(request, "They can sign in again.")
    return redirect("accounts:person", person_id)
