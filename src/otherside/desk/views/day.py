"""A person's day."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from otherside.accounts.access import SignedInRequest
from otherside.desk.access.day import day_of, zone_of
from otherside.desk.step import Urgency
from otherside.desk.views.where import Shown, application_url, shown
from otherside.hiring.models import Application
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
        "before": [_hour(line) for line in lines[: found.now_before]],
        "after": [_hour(line) for line in lines[found.now_before :]],
        "coming": [_hour(line) for line in coming],
        "cards": [_hour(line) for line in cards],
        "decisions": [_waiting(row, application_url("debrief", row)) for row in found.decisions],
        "to_schedule": [_waiting(row, application_url("application", row)) for row in found.to_schedule],
        "fresh": [_waiting(row, application_url("application", row)) for row in found.fresh],
        "urgent": urgent,
        "to_install": languages_to_install(now) if request.user.is_administrator else (),
        "waiting": bool(cards or found.decisions or found.to_schedule or found.fresh),
        "hires": request.user.is_recruiter or request.user.is_hiring_manager,
    }
    return render(request, "desk/day.html", context)


def _hour(line: Shown) -> dict[str, object]:
    """A row of the page. Plain values: a template that walks from row to row took half of the page's time."""
    row, step = line.interview, line.step
    return {
        "starts_at": row.starts_at,
        "detail": reverse("interview:detail", args=[row.pk]),
        "name": row.application.candidate.name,
        "job": f"{row.application.opening.title}, round {row.round.ordinal}",
        "panel": ", ".join(seat.user.name for seat in line.line.panel),
        "tone": step.tone,
        "badge": step.badge,
        "note": step.note,
        "moment": step.moment,
        "action": step.action,
        "url": line.url,
        "go": line.go,
    }


def _waiting(row: Application, url: str) -> dict[str, object]:
    return {
        "since": row.stage_since,
        "detail": reverse("desk:application", args=[row.pk]),
        "name": row.candidate.name,
        "job": row.opening.title,
        "url": url,
    }
