"""Pages of the bank: the list, and one problem as interviewer and as candidate see it."""

from collections.abc import Mapping

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

from otherside.accounts.models import User
from otherside.kernel.errors import NotFound
from otherside.question.access import access_problem, bank_for
from otherside.question.markdown import render as as_html
from otherside.question.problem import EASED, Problem
from otherside.question.shelf import Wish, choices, narrowed
from otherside.question.shown import for_candidate
from otherside.rubric.edge import load_rubric
from otherside.rubric.levels import LEVELS
from otherside.run.edge import language_files

TABS = {"interviewer": "For you", "candidate": "The candidate sees", "proof": "Tests and solutions"}
KINDS = {"coding": "Coding", "change": "Change to existing code", "query": "Query"}


def _reader(request: HttpRequest) -> User:
    assert isinstance(request.user, User)  # login_required came before
    return request.user


def _safe(markdown: str) -> str:
    return mark_safe(as_html(markdown))  # noqa: S308 - rendered without raw HTML, see question.markdown


def _language_names() -> dict[str, str]:
    return {name: file.name for name, file in language_files().items()}


@login_required
def bank(request: HttpRequest) -> HttpResponse:
    shelf = bank_for(_reader(request))
    wish = Wish(**{name: request.GET.get(name, "")[:60] for name in ("level", "kind", "language", "tag")})
    everything = tuple(shelf.bank.problems.values())
    context = {
        "shelf": shelf,
        "problems": narrowed(everything, wish if shelf.opens else Wish()),
        "choices": choices(everything),
        "wish": wish,
        "total": len(everything),
        "kinds": KINDS,
        "languages": _language_names(),
        "levels": {level.id: level.title for level in LEVELS},
    }
    return render(request, "question/bank.html", context)


@login_required
def problem(request: HttpRequest, problem_id: str) -> HttpResponse:
    found = access_problem(problem_id, _reader(request))
    tab = request.GET.get("tab", "interviewer")
    if tab not in TABS:
        raise NotFound(f"A problem has the views {', '.join(TABS)}, not {tab[:40]!r}.")
    context = {
        "problem": found,
        "tab": tab,
        "tabs": TABS,
        "kind": KINDS[found.kind],
        "levels": {level.id: level.title for level in LEVELS},
        "languages": _language_names(),
        "template": f"question/{tab}.html",
        **{"interviewer": _interviewer, "candidate": _candidate, "proof": _proof}[tab](found, request.GET),
    }
    return render(request, "question/problem.html", context)


def _interviewer(found: Problem, _asked: Mapping[str, str]) -> dict[str, object]:
    signals = {signal.id: signal.title for signal in load_rubric().signals}
    return {
        "guide": _safe(found.guide),
        "escalations": [(step, _safe(step.markdown)) for step in found.escalations],
        "easing": _safe(found.easing.markdown),
        "anchors": [
            (signals.get(signal, signal), words[2], words[4]) for signal, words in found.anchors.items()
        ],
        "approaches": [
            (approach, [(level, approach.questions[level]) for level in found.levels])
            for approach in found.approaches
        ],
    }


def _candidate(found: Problem, asked: Mapping[str, str]) -> dict[str, object]:
    revisions = _revisions(found)
    revision = next((r for r, _ in revisions if str(r) == asked.get("revision", "0")), 0)
    language = asked.get("language", "")
    if language not in found.languages:
        language = found.languages[0]
    seen = for_candidate(found, revision)
    return {
        "shown": seen,
        "statement": _safe(seen.markdown),
        "revisions": revisions,
        "revision": revision,
        "language": language,
        "starter": _lines(seen.starter[language]),
    }


def _revisions(found: Problem) -> list[tuple[int, str]]:
    steps = [(n, f"+ {step.title}") for n, step in enumerate(found.escalations, start=1)]
    return [(0, "As it begins"), *steps, (EASED, f"Easier: {found.easing.title}")]


def _proof(found: Problem, _asked: Mapping[str, str]) -> dict[str, object]:
    tests = [("The problem", found.tests), *((step.title, step.tests) for step in found.escalations)]
    return {
        "tests": tests,
        "solutions": [
            (solution, [(name, _lines(files)) for name, files in solution.files.items()])
            for solution in found.solutions
        ],
    }


def _lines(files: Mapping[str, str]) -> list[tuple[str, list[str]]]:
    # Browsers count tab stops from the line number that stands before each line.
    return [(path, text.expandtabs(4).splitlines()) for path, text in sorted(files.items())]
