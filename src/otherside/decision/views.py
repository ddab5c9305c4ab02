"""The debrief: cards side by side, a view before the policy's, vouches, discussion, decision."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from otherside.accounts.access import SignedInRequest
from otherside.decision import actions
from otherside.decision.access import LEVEL_KINDS, Debrief, access_debrief
from otherside.decision.actions import ROUND_MINUTES, Wish
from otherside.decision.debrief import coverage, differences, untested
from otherside.decision.edge import load_policy
from otherside.decision.policy import meaning_of
from otherside.hiring.rounds import KINDS
from otherside.kernel.clock import utc_now
from otherside.kernel.errors import Conflict, DomainError, Invalid, LimitReached, NotFound
from otherside.rubric.edge import load_rubric
from otherside.rubric.levels import level_of
from otherside.scorecard.recommendation import DECIDABLE, Recommended, recommended


@require_safe
@login_required
def debrief(request: SignedInRequest, application_id: int) -> HttpResponse:
    return _show(request, access_debrief(application_id, request.user))


@require_POST
@login_required
def view(request: SignedInRequest, application_id: int) -> HttpResponse:
    return _done(
        request, application_id,
        lambda: actions.note_view(application_id, request.user, request.POST.get("text", ""), at=utc_now()),
        "Your view is noted. Now the policy speaks.",
    )  # fmt: skip


@require_POST
@login_required
def vouch(request: SignedInRequest, application_id: int) -> HttpResponse:
    traits = request.POST.get("traits", "").replace("\n", ",").split(",")
    words = request.POST.get("words", "")
    return _done(
        request, application_id,
        lambda: actions.vouch(application_id, request.user, traits, words, at=utc_now()),
        "You vouch for the candidate.",
    )  # fmt: skip


@require_POST
@login_required
def comment(request: SignedInRequest, application_id: int) -> HttpResponse:
    return _done(
        request, application_id,
        lambda: actions.comment(application_id, request.user, request.POST.get("text", ""), at=utc_now()),
        "",
    )  # fmt: skip


@require_POST
@login_required
def decide(request: SignedInRequest, application_id: int) -> HttpResponse:
    def act() -> object:
        return actions.decide(application_id, request.user, _wish(request), at=utc_now())

    return _done(request, application_id, act, "Decided.")


def _history(found: Debrief) -> list[dict[str, object]]:
    """The decisions, each with the view that came before it and what the policy had proposed."""
    views = {row.before: row for row in found.views}
    return [
        {
            "row": row,
            "kind": recommended(row.kind),
            "proposed": recommended(row.recommended),
            "view": views.get(row.ordinal),
            "rests_on": [load_rubric().title(signal) for signal in row.focus if row.kind == "no"],
        }
        for row in found.decisions
    ]


def _wish(request: SignedInRequest) -> Wish:
    post = request.POST
    try:
        seen, minutes = int(post.get("seen", "")), int(post.get("minutes", "60"))
    except ValueError as error:
        raise Invalid("The form was not whole. Reload the page and try again.") from error
    return Wish(
        kind=post.get("kind", ""),
        reason=post.get("reason", ""),
        seen=seen,
        focus=tuple(post.getlist("focus")),
        note=post.get("note", ""),
        round_kind=post.get("round-kind", "coding"),
        minutes=minutes,
        opening=int(post["opening"]) if post.get("opening", "").isdecimal() else None,
        agreed=post.get("agreed", ""),
        untested=post.get("untested", ""),
    )


def _offered(found: Debrief) -> list[Recommended]:
    """What can be decided here: a level up or down only where an opening of that level is open."""
    return [entry for entry in DECIDABLE if entry.id not in LEVEL_KINDS or entry.id in found.neighbours]


def _done(
    request: SignedInRequest, application_id: int, act: Callable[[], object], said: str
) -> HttpResponse:
    """Runs the action; what was typed stands in the page again where it is refused."""
    try:
        act()
    except NotFound:
        raise
    except DomainError as error:
        return _show(request, access_debrief(application_id, request.user), error=error)
    if said:
        messages.success(request, said)
    return redirect("decision:debrief", application_id)


def _show(request: SignedInRequest, found: Debrief, *, error: DomainError | None = None) -> HttpResponse:
    status = 200
    if error is not None:
        status = 409 if isinstance(error, Conflict) else 413 if isinstance(error, LimitReached) else 422
    if not found.is_open:
        return render(request, "decision/closed.html", {"found": found, "error": error}, status=status)
    level = level_of(found.application.opening.level)
    rubric = load_rubric()
    proposed = found.recommendation
    typed = request.POST if request.method == "POST" else {}
    offered, (rounds, covered) = _offered(found), coverage(found.table)
    # Nothing is chosen beforehand: the policy has spoken beside the form, the hand is the manager's own.
    kind = typed.get("kind", "")
    chosen = request.POST.getlist("focus") if typed else list(proposed.focus if proposed is not None else ())
    context = {
        "found": found,
        "application": found.application,
        "level": level,
        "error": error,
        "typed": typed,
        "differences": differences(found.table),
        "untested": untested(found.table),
        "columns": [(column, recommended(column.card.recommendation)) for column in found.cards],
        "proposed": recommended(proposed.kind) if proposed is not None else None,
        "recommendations": offered,
        "kind": kind if kind in {entry.id for entry in offered} else "",
        "opens": kind or (proposed.kind if proposed is not None else ""),
        "neighbours": [(recommended(kind), rows) for kind, rows in found.neighbours.items()],
        "rounds": rounds,
        "covered": covered,
        "signals": [(signal, signal.id in chosen) for signal in rubric.signals],
        "round_kinds": [kind for kind in KINDS if kind.offered],
        "not_offered": [kind for kind in KINDS if not kind.offered],
        "minutes": ROUND_MINUTES,
        "decisions": _history(found),
        "flags": [column for column in found.cards if column.card.flags],
    }
    return render(request, "decision/debrief.html", context, status=status)


@require_safe
@login_required
def policy(request: SignedInRequest) -> HttpResponse:
    """The policy in force, as anybody of the company may read it."""
    rubric, current = load_rubric(), load_policy()
    levels = [
        {
            "level": level_of(needs.level),
            "needs": [(rubric.title(signal), signal in needs.key) for signal in needs.required],
            "bound": [rubric.title(signal) for signal in needs.level_bound],
            "above": [rubric.title(signal) for signal in needs.check_above],
        }
        for needs in current.levels
    ]
    rules = [
        (rule, meaning_of(rule.when, current.numbers), recommended(rule.recommend)) for rule in current.rules
    ]
    return render(request, "decision/policy.html", {"policy": current, "levels": levels, "rules": rules})
