"""The facts of one hour and its case, for the panel once their card is in, and the hiring manager."""

from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from otherside.accounts.access import SignedInRequest
from otherside.integrity import actions
from otherside.integrity.access import FactsPage, access_facts
from otherside.integrity.case import Outcome
from otherside.integrity.forms import BanForm, CloseForm, OpenForm
from otherside.integrity.views.shown import moments_of, rows_of
from otherside.kernel.clock import utc_now
from otherside.kernel.errors import Conflict, Invalid


@require_safe
@login_required
def page(request: SignedInRequest, interview_id: int) -> HttpResponse:
    return _page(request, access_facts(interview_id, request.user))


@require_POST
@login_required
def open_case(request: SignedInRequest, interview_id: int) -> HttpResponse:
    found = access_facts(interview_id, request.user)
    form = OpenForm(request.POST, moments=moments_of(found.facts))
    if form.is_valid():
        data = form.cleaned_data
        try:
            actions.open_case(
                interview_id, request.user, question=data["question"], evidence=data["evidence"], at=utc_now()
            )
            return redirect("integrity:facts", interview_id)
        except (Invalid, Conflict) as error:
            form.add_error(None, str(error))
    return _page(request, found, open_form=form, status=422)


@require_POST
@login_required
def close_case(request: SignedInRequest, interview_id: int) -> HttpResponse:
    found = access_facts(interview_id, request.user)
    form = CloseForm(request.POST)
    if form.is_valid():
        data = form.cleaned_data
        try:
            actions.close_case(
                interview_id,
                request.user,
                outcome=Outcome(data["outcome"]),
                reason=data["reason"],
                at=utc_now(),
            )
            return redirect("integrity:facts", interview_id)
        except (Invalid, Conflict) as error:
            form.add_error(None, str(error))
    return _page(request, found, close_form=form, status=422)


@require_POST
@login_required
def propose_ban(request: SignedInRequest, interview_id: int) -> HttpResponse:
    found = access_facts(interview_id, request.user)
    form = BanForm(request.POST, moments=moments_of(found.facts))
    if form.is_valid():
        data = form.cleaned_data
        try:
            actions.propose_ban(
                interview_id, request.user, reason=data["reason"], evidence=data["evidence"],
                review_on=form.review(), at=utc_now(),
            )  # fmt: skip
            return redirect("integrity:bans")
        except (Invalid, Conflict) as error:
            form.add_error(None, str(error))
    return _page(request, found, ban_form=form, status=422)


def _page(
    request: SignedInRequest, found: FactsPage, *, open_form: Form | None = None,
    close_form: Form | None = None, ban_form: Form | None = None, status: int = 200,
) -> HttpResponse:  # fmt: skip
    facts, moments = found.facts, moments_of(found.facts)
    case = facts.case
    context = {
        "interview": facts.interview,
        "facts": facts,
        "rows": rows_of(facts),
        "case": case,
        "may_open": found.may_open,
        "may_close": found.may_close,
        "may_ban": found.may_write and case is not None and case.outcome == Outcome.CHEATED.value
        and facts.ban is None,
        "waits": found.may_close and facts.may_close_at is not None and facts.may_close_at > utc_now(),
        "open_form": open_form or OpenForm(moments=moments),
        "close_form": close_form or CloseForm(),
        "ban_form": ban_form or BanForm(moments=moments),
    }  # fmt: skip
    return render(request, "integrity/facts.html", context, status=status)
