"""Sent mail, where it can be shown."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from otherside.delivery.access import access_message, bodies_shown, mail_page
from otherside.kernel.errors import NotFound


@require_GET
@login_required
def mail(request: HttpRequest) -> HttpResponse:
    page = mail_page(request.user, request.GET.get("page", "1"))
    return render(request, "delivery/mail.html", {"page": page, "bodies_shown": bodies_shown()})


@require_GET
@login_required
def message(request: HttpRequest, message_id: int) -> HttpResponse:
    return render(request, "delivery/message.html", {"message": access_message(message_id, request.user)})


@require_GET
@login_required
def calendar(request: HttpRequest, message_id: int) -> HttpResponse:
    row = access_message(message_id, request.user)
    if row.calendar is None:
        raise NotFound("This mail has no calendar file.")
    answer = HttpResponse(bytes(row.calendar), content_type=f"text/calendar; method={row.calendar_method}")
    answer["Content-Disposition"] = 'attachment; filename="invitation.ics"'
    return answer
