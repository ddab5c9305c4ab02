"""Finds plans and briefs for a reader; what nobody has changed is made by the rules on the spot."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec
from django.db.models import Q

from otherside.accounts.models import User
from otherside.hiring.models import Application, Round
from otherside.interview.access import access_for, panels_of
from otherside.interview.models import Interview
from otherside.interview.state import State
from otherside.kernel.errors import Invalid
from otherside.plan.brief import Brief, joined
from otherside.plan.edits import FIXED
from otherside.plan.limits import BRIEF_ITEMS
from otherside.plan.models import RoundBrief, StoredPlan
from otherside.plan.proposal import Framing, Question
from otherside.plan.segments import Plan, from_rows
from otherside.plan.timed import make
from otherside.plan.wanted import Wanted, wanted
from otherside.question.edge import load_bank
from otherside.resume.access import framing_of, profile_of
from otherside.run.access import languages_known
from otherside.run.edge import language_files

COMING_READ = 2_000  # hours that come; more than a company holds in a week


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAt:
    """A plan as found. `version` 0: no row holds it, nobody has changed it. `plan` None: see `refused`."""

    interview: Interview
    plan: Plan | None
    brief: Brief
    version: int
    refused: str = ""
    stored: StoredPlan | None = None


def bank_questions() -> tuple[Question, ...]:
    """The bank as a plan sees it."""
    return tuple(
        Question(id=p.id, title=p.title, kind=p.kind, levels=tuple(p.levels), minutes=p.minutes)
        for p in load_bank().problems.values()
    )


def access_plan(interview_id: int, user: User, *, to_write: bool = False) -> PlanAt:
    """The plan of an interview, for its panel to change and the hiring manager to read. Raises NotFound."""
    return plan_at(access_for("plan", interview_id, user, to_write=to_write))


def plan_at(interview: Interview) -> PlanAt:
    """The plan of an accessed interview. Stored segments are measured against the minutes it has now."""
    brief = brief_for(interview.application, interview.round, but=interview)
    stored = StoredPlan.objects.select_related("changed_by").filter(interview=interview).first()
    if stored is not None:
        plan = from_rows(interview.minutes, stored.segments, stored.unfitted)
        return PlanAt(interview=interview, plan=plan, brief=brief, version=stored.version, stored=stored)
    try:
        made = fresh_plan(interview, brief)
    except Invalid as error:
        return PlanAt(interview=interview, plan=None, brief=brief, version=0, refused=str(error))
    return PlanAt(interview=interview, plan=made, brief=brief, version=0)


def plan_of(interview: Interview) -> Plan | None:
    """The plan of an accessed interview; None where its round cannot be planned."""
    return plan_at(interview).plan


def fresh_plan(interview: Interview, brief: Brief) -> Plan:
    """The plan that the rules make. Raises Invalid where the round's kind or minutes make none."""
    return make(
        interview.application.opening.level,
        interview.round.kind,
        interview.minutes,
        brief,
        framing_for(interview.application),
        bank_questions(),
        interview.adjusted.pauses,
    )


def framing_for(application: Application) -> Framing | None:
    """What the résumé proposes, once one is read; with the corrections of its people."""
    read = framing_of(application)
    if read is None:
        return None
    why = "; ".join(reason.text for reason in read.reasons)
    return Framing(kinds=read.question_kinds, difficulty=read.difficulty, why=why)


def brief_for(application: Application, of_round: Round, *, but: Interview | None = None) -> Brief:
    """What this round was handed, and the problems in the plans of the application's other interviews."""
    row = RoundBrief.objects.filter(application=application, round=of_round).first()
    handed = msgspec.convert(row.brief, Brief) if row is not None else Brief()
    others = StoredPlan.objects.filter(interview__application=application).exclude(
        Q(interview__state=State.CANCELLED.value) | Q(interview__is_rehearsal=True)
    )
    if but is not None:
        others = others.exclude(interview=but)
    rows: Sequence[Sequence[dict[str, object]]] = list(others.values_list("segments", flat=True))
    used = tuple(
        dict.fromkeys(str(segment["question"]) for plan in rows for segment in plan if segment["question"])
    )
    return joined(Brief(used_questions=used[: int(BRIEF_ITEMS)]), handed)


def languages_wanted(interview: Interview, at: datetime) -> tuple[Wanted, ...]:
    """What the candidate of an accessed interview wants to write in: their word, else the résumé's."""
    names: Sequence[str] = interview.languages_wanted
    known = {language.id: language.name for language in language_files().values()}
    if not names:
        profile = profile_of(interview.application)
        skills = [skill.name for skill in profile.technologies] if profile is not None else []
        return tuple(each for each in wanted(skills, known, _running(at)) if each.id is not None)
    return wanted(names, known, _running(at))


def languages_to_install(at: datetime) -> tuple[tuple[Wanted, int], ...]:
    """For administrators: languages wanted in hours that come and that no runner has, with how many hours.

    Names languages alone; who wants them is not theirs to read.
    """
    coming = (State.PLANNED.value, State.SCHEDULED.value, State.LOBBY.value)
    rows = Interview.objects.filter(state__in=coming).exclude(languages_wanted=[])
    known = {language.id: language.name for language in language_files().values()}
    runs = _running(at)
    counted: Counter[Wanted] = Counter()
    for names in rows.values_list("languages_wanted", flat=True)[:COMING_READ]:
        counted.update(each for each in wanted(names, known, runs) if not each.runs)
    return tuple(counted.most_common())


def _running(at: datetime) -> frozenset[str]:
    """The languages that a runner has; all of them before the first runner came."""
    known = languages_known(at)
    if not known:
        return frozenset(language_files())
    return frozenset(name for name, language in known.items() if language.runs)


@dataclass(frozen=True, slots=True)
class Earlier:
    """An hour of the same application that was held before: what its plan had, and nothing of what came of
    it.
    """

    interview: Interview
    panel: tuple[str, ...]
    segments: tuple[str, ...]


def earlier_hours(interview: Interview) -> list[Earlier]:
    """The hours that an accessed interview builds on, the first first. Says nothing of cards."""
    rows = StoredPlan.objects.filter(
        interview__application=interview.application, interview__state=State.ENDED.value
    ).exclude(interview=interview)
    found = list(
        rows.select_related("interview", "interview__round").order_by("interview__round__ordinal", "pk")
    )
    panels = panels_of([row.interview for row in found])
    return [
        Earlier(
            row.interview,
            tuple(seat.user.name for seat in panels[row.interview_id]),
            tuple(
                segment.title
                for segment in from_rows(row.interview.minutes, row.segments).segments
                if segment.kind not in FIXED
            ),
        )
        for row in found
    ]
