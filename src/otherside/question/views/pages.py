"""The bank's pages: the list, and one package of any kind."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from otherside.accounts.models import User
from otherside.kernel.errors import NotFound
from otherside.question.access import access_package, bank_for
from otherside.question.bank import Package
from otherside.question.problem import Problem
from otherside.question.shelf import Wish, choices, narrowed
from otherside.question.talks import Review, Walkthrough
from otherside.question.views import problems, talks
from otherside.question.views.common import language_names
from otherside.rubric.levels import LEVELS

KINDS = {
    "coding": "Coding", "change": "Change to existing code", "query": "Query", "review": "Review",
    "walkthrough": "Walkthrough", "fact-sheet": "Fact sheet",
}  # fmt: skip


def _reader(request: HttpRequest) -> User:
    assert isinstance(request.user, User)  # login_required came before
    return request.user


@login_required
def bank(request: HttpRequest) -> HttpResponse:
    shelf = bank_for(_reader(request))
    wish = Wish(**{name: request.GET.get(name, "")[:60] for name in ("level", "kind", "language", "tag")})
    everything = tuple(shelf.bank.packages.values())
    context = {
        "shelf": shelf,
        "packages": narrowed(everything, wish if shelf.opens else Wish()),
        "choices": choices(everything),
        "wish": wish,
        "total": len(everything),
        "kinds": KINDS,
        "languages": language_names(),
        "levels": {level.id: level.title for level in LEVELS},
    }
    return render(request, "question/bank.html", context)


@login_required
def problem(request: HttpRequest, problem_id: str) -> HttpResponse:
    """One package; most are problems, and the address keeps their name."""
    found = access_package(problem_id, _reader(request))
    folder, tabs = _tabs(found)
    tab = request.GET.get("tab", "interviewer")
    if tab not in tabs:
        raise NotFound(f"A {found.kind} has the views {', '.join(tabs)}, not {tab[:40]!r}.")
    context = {
        "problem": found,
        "tab": tab,
        "tabs": tabs,
        "kind": KINDS[found.kind],
        "levels": {level.id: level.title for level in LEVELS},
        "languages": language_names(),
        "template": f"question/{folder}{tab}.html",
        **_context(found, tab, request),
    }
    return render(request, "question/problem.html", context)


def _tabs(found: Package) -> tuple[str, dict[str, str]]:
    """The folder of its templates, and its views."""
    if isinstance(found, Problem):
        return "", problems.tabs(found)
    if isinstance(found, Review):
        return "review/", talks.REVIEW_TABS
    if isinstance(found, Walkthrough):
        return "walkthrough/", talks.WALKTHROUGH_TABS
    return "sheet/", talks.SHEET_TABS


def _context(found: Package, tab: str, request: HttpRequest) -> dict[str, object]:
    if isinstance(found, Problem):
        return problems.context(found, tab, request.GET)
    if isinstance(found, Review):
        return talks.review(found, tab)
    if isinstance(found, Walkthrough):
        return talks.walkthrough(found, tab)
    return talks.fact_sheet(found, tab)
