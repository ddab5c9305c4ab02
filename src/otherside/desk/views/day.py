"""A person's day."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from otherside.accounts.access import SignedInRequest
from otherside.desk.access.day import day_of, zone_of
from otherside.desk.step import Urgency
from otherside.desk.views.where import application_url, shown
from otherside.kernel.clock import utc_now
from otherside.plan.access import languages_to_install


@login_required
@require_http_methods(["GET", "HEAD"])
def day(request: SignedInRequest) -> HttpResponse:
    now = utc_now()
    found = day_of(request.user, now)
    lines, cards, coming = shown(found.lines, found.cards, found.coming)
    urgent = sum(1 for line in [*lines, *cards] if line.step.urgency >= Urgency.NOW)
    context = {
        "now": now,
        "today": now.astimezone(zone_of(request.user)),
        "before": lines[: found.now_before],
        "after": lines[found.now_before :],
        "coming": coming,
        "cards": cards,
        "decisions": [(row, application_url("debrief", row)) for row in found.decisions],
        "to_schedule": found.to_schedule,
        "fresh": found.fresh,
        "urgent": urgent,
        "to_install": languages_to_install(now) if request.user.is_administrator else (),
        "waiting": bool(cards or found.decisions or found.to_schedule or found.fresh),
        "hires": request.user.is_recruiter or request.user.is_hiring_manager,
    }
    return render(request, "desk/day.html", context)
