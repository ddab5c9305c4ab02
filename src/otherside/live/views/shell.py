"""The room's page as the server draws it: the problem can be read before the script has come."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe

from otherside.kernel.script import script_json
from otherside.live.actions.members import Admission
from otherside.live.config import CandidateConfig, PanelConfig
from otherside.live.grants import Side
from otherside.live.history import Hour
from otherside.question.markdown import render as render_markdown


@dataclass(frozen=True, slots=True)
class Statement:
    title: str
    html: SafeString


def room_page(
    request: HttpRequest, told: PanelConfig | CandidateConfig, admission: Admission
) -> HttpResponse:
    """Never kept by a browser or a proxy: the ticket in it is good for a minute and for this member alone."""
    context = {
        "config": script_json(told),
        "told": told,
        "is_panel": told.you.side is Side.PANEL,
        "panel": [member.name for member in told.members if member.side is Side.PANEL],
        "statement": statement_of(admission.hour),
    }
    response = render(request, "live/room.html", context)
    response["Cache-Control"] = "no-store, private"
    return response


def statement_of(hour: Hour) -> Statement | None:
    """The problem in view as everybody sees it, without the heading that only repeats its title."""
    if not hour.statements:
        return None
    shown = hour.statements[-1]
    first, _, rest = shown.markdown.lstrip().partition("\n")
    repeats = first.startswith("#") and first.strip("# ").casefold() == shown.title.casefold()
    # What `render` returns is HTML that is safe in a page.
    return Statement(shown.title, mark_safe(render_markdown(rest if repeats else shown.markdown)))  # noqa: S308
