"""The page one prepares with: plan, résumé, problem, and what the rounds before left open."""

from collections.abc import Mapping, Sequence

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from otherside.accounts.access import SignedInRequest
from otherside.accounts.models import User
from otherside.interview.access import standings
from otherside.interview.matrix import may_write
from otherside.interview.state import State
from otherside.kernel.clock import utc_now
from otherside.kernel.errors import NotFound
from otherside.plan.access import PlanAt, access_plan, bank_questions, earlier_hours, languages_wanted
from otherside.question.edge import load_bank
from otherside.question.problem import Problem
from otherside.resume.access import Whole, earlier_marks, whole_of
from otherside.resume.models import Probe
from otherside.resume.settled import SETTLED_IN
from otherside.rubric.edge import load_rubric
from otherside.run.access import languages_known
from otherside.run.wire import LanguageHere


@require_safe
@login_required
def page(request: SignedInRequest, interview_id: int) -> HttpResponse:
    found = access_plan(interview_id, request.user)
    held, _ = standings(found.interview, request.user)
    rubric = load_rubric()
    known = languages_known(utc_now())
    resume = whole_of(found.interview.application, may_upload=False)
    context = {
        "found": found,
        "interview": found.interview,
        "plan": found.plan,
        "earlier": earlier_hours(found.interview),
        "resume": resume,
        "probes": _probes(resume, request.user),
        "application": found.interview.application,
        "problems": [(problem, missing_of(problem, known)) for problem in _problems(found)],
        "focus": [(rubric.title(focus.signal), focus.ask) for focus in found.brief.focus],
        "used": _titles(found.brief.used_questions),
        "covered": [rubric.title(signal) for signal in found.brief.covered],
        "facts": found.interview.application.opening.facts.splitlines(),
        "may_prepare": may_write("plan", held),
        "may_rehearse": may_write("room", held)
        and State(found.interview.state) in {State.PLANNED, State.SCHEDULED},
        "wanted": languages_wanted(found.interview, utc_now()),
        "adjusted": found.interview.adjusted.lines,
        "level": found.interview.application.opening.level,
    }
    return render(request, "plan/prepare.html", context)


def missing_of(problem: Problem, known: Mapping[str, LanguageHere]) -> list[str]:
    """The names of those of its languages that no runner has; none before the first runner came."""
    return [known[name].name for name in problem.languages if name in known and not known[name].runs]


def _probes(resume: Whole, user: User) -> list[tuple[Probe, str]]:
    """The claims to test, each with how far it came in earlier hours; those that are settled last."""
    marks = earlier_marks(resume.application, user) if resume.probes else {}
    pairs = [(probe, marks.get(probe.pk, "")) for probe in resume.probes]
    return sorted(pairs, key=lambda pair: pair[1].startswith(SETTLED_IN))


def _titles(questions: Sequence[str]) -> list[str]:
    """What people call these problems; the id of one that has left the bank."""
    listed = {question.id: question.title for question in bank_questions()}
    return [listed.get(question, question) for question in questions]


def _problems(found: PlanAt) -> list[Problem]:
    """The problems of the plan that the bank still has; a package that cannot be read is left out."""
    bank = load_bank()
    problems = []
    for question in found.plan.questions if found.plan is not None else ():
        try:
            problems.append(bank.problem(question))
        except NotFound:
            continue
    return problems
