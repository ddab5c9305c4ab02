"""Where a step leads: the page of the app that owns it, or the interview's own where there is none yet."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from otherside.desk.access.day import Line
from otherside.desk.step import Step, Urgency
from otherside.hiring.models import Application
from otherside.interview.models import Interview

# Target of a step → URL names that may serve it, best first.
INTERVIEW_PAGES: dict[str, tuple[str, ...]] = {
    "room": ("live:room",),
    "prepare": ("plan:prepare", "plan:edit"),
    "plan": ("plan:edit",),
    "card": ("scorecard:edit",),
    "replay": ("replay:page",),
    "move": ("desk:move",),
    "detail": ("interview:detail",),
}
APPLICATION_PAGES: dict[str, tuple[str, ...]] = {
    "debrief": ("decision:debrief",),
    "resume": ("resume:profile",),
    "application": ("desk:application",),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A line with the address of its button; `go` on the one button of the page that comes first."""

    line: Line
    url: str
    go: bool

    @property
    def interview(self) -> Interview:
        return self.line.interview

    @property
    def step(self) -> Step:
        return self.line.step


def first_of(names: Sequence[str], *ids: int) -> str | None:
    """The address of the first of `names` that exists."""
    for name in names:
        try:
            return reverse(name, args=ids)
        except NoReverseMatch:
            continue  # that app has no such page in this version
    return None


def step_url(line: Line) -> str:
    target, row = line.step.target, line.interview
    found = None
    if target in INTERVIEW_PAGES:
        found = first_of(INTERVIEW_PAGES[target], row.pk)
    elif target in APPLICATION_PAGES:
        found = first_of(APPLICATION_PAGES[target], row.application_id)
    return found or reverse("interview:detail", args=[row.pk])


def application_url(target: str, application: Application) -> str:
    return first_of(APPLICATION_PAGES[target], application.pk) or reverse(
        "desk:application", args=[application.pk]
    )


def shown(*groups: Sequence[Line]) -> list[list[Shown]]:
    """The lines of one page, with at most one button in the accent colour: the most urgent, the first of
    these.
    """
    every = [line for group in groups for line in group]
    top = max(every, key=lambda line: line.step.urgency, default=None)
    if top is not None and top.step.urgency < Urgency.SOON:
        top = None
    return [[Shown(line, step_url(line), line is top) for line in group] for group in groups]
