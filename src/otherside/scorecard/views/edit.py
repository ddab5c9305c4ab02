"""The own scorecard: written, saved as one goes, handed in."""

from collections.abc import Mapping, Sequence

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from otherside.accounts.access import SignedInRequest
from otherside.interview.access import access_as_panel
from otherside.interview.card_time import card_due, minutes_left
from otherside.interview.models import Interview
from otherside.interview.state import State
from otherside.kernel.clock import utc_now
from otherside.kernel.errors import Conflict, DomainError, Invalid
from otherside.live.access import members_of
from otherside.question.bank import Package
from otherside.question.problem import Problem
from otherside.resume.access import probes_of
from otherside.rubric.edge import load_rubric
from otherside.scorecard import actions
from otherside.scorecard.access import access_own_card, helped_in, own_log, own_notes, packages_in
from otherside.scorecard.card import Helped, clean, cut, missing, read_card, refuse_overlong
from otherside.scorecard.facts import Fact, facts
from otherside.scorecard.flags import flag_facts
from otherside.scorecard.limits import WORDS
from otherside.scorecard.marks import Placeable, placeable, probed
from otherside.scorecard.measured import hints_by_signal
from otherside.scorecard.merge import Clash
from otherside.scorecard.models import Scorecard
from otherside.scorecard.recommendation import RECOMMENDATIONS
from otherside.scorecard.seen import Seen
from otherside.scorecard.untested import reasons
from otherside.scorecard.views.shown import Beside, shown_flags, shown_signals


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: SignedInRequest, interview_id: int) -> HttpResponse:
    interview, card = access_own_card(interview_id, request.user)
    if card is not None and card.submitted_at is not None:
        return redirect("scorecard:detail", card.pk)
    if interview.state == State.CANCELLED:
        raise Conflict("This interview was cancelled; there is nothing to rate.")
    if request.method == "POST":
        return _post(request, interview)
    fields = card.fields if card is not None else {}
    return _show(request, interview, card, fields)


def _post(request: SignedInRequest, interview: Interview) -> HttpResponse:
    """Saves, then does what was pressed. What was typed is on the page again, whatever is refused."""
    verb, _, noun = request.POST.get("do", "save").partition(":")
    typed = request.POST.dict()
    if verb == "place":
        noun, _, line = noun.partition(":")
        typed[f"moments-{noun}"] = f"{typed.get(f'moments-{noun}', '')}\n{line}".strip()
    if verb == "add":
        lines = (typed.get(f"moments-{noun}", ""), typed.get(f"pick-{noun}", ""))
        typed[f"moments-{noun}"] = "\n".join(line for line in lines if line)
    try:
        saved = actions.save_draft(interview.pk, request.user, typed, version=_version(request), at=utc_now())
        if not saved.clashes:
            refuse_overlong(saved.overlong)
        if verb == "submit" and not saved.clashes:
            card = actions.submit(interview.pk, request.user, version=saved.card.version, at=utc_now())
            messages.success(request, "Handed in. You can now read your colleagues' cards.")
            return redirect("scorecard:detail", card.pk)
    except DomainError as error:
        _, card_now = access_own_card(interview.pk, request.user)
        return _show(request, interview, card_now, typed, error=error)
    if saved.clashes:
        fields = {**saved.card.fields, **{name: clash.mine for name, clash in saved.clashes.items()}}
        fields |= {name: typed[name] for name in saved.overlong}
        return _show(request, interview, saved.card, fields, clashes=saved.clashes)
    if verb == "save":
        messages.success(request, "Draft saved.")
    anchor = f"#{noun}" if verb in {"add", "place"} else ""
    return redirect(f"{request.path}{anchor}")


@login_required
@require_POST
def draft(request: SignedInRequest, interview_id: int) -> JsonResponse:
    """Saves the draft for the page's script: what is saved now, and where two tabs differ."""
    saved = actions.save_draft(
        interview_id, request.user, request.POST.dict(), version=_version(request), at=utc_now()
    )
    rubric, helped = load_rubric(), helped_in(saved.card.interview, saved.card.level)
    return JsonResponse(
        {
            "version": saved.card.version,
            "fields": {n: text for n, text in saved.card.fields.items() if n not in saved.overlong},
            "overlong": "; ".join(saved.overlong.values()),
            "clashes": {name: {"theirs": c.theirs, "mine": c.mine} for name, c in saved.clashes.items()},
            "missing": missing(read_card(saved.card.fields, rubric), rubric, helped),
            "saved_at": saved.card.changed_at.isoformat(),
        }
    )


def _version(request: SignedInRequest) -> int:
    try:
        return int(request.POST.get("version", ""))
    except ValueError as error:
        raise Invalid("The form was not whole. Reload the page; your draft is kept.") from error


def _claims(interview: Interview) -> dict[str, str]:
    return {probe.key: probe.claim for probe in probes_of(interview.application)}


def _flag_facts(interview: Interview, seen: Seen, member: int) -> dict[str, tuple[Fact, ...]]:
    candidate = next((each.number for each in members_of(interview) if each.is_candidate), 0)
    return flag_facts(seen, starts_at=interview.starts_at, candidate=candidate, member=member)


def _beside(
    seen: Seen, member: int, level: str, asked: Sequence[Package], marks: Sequence[Placeable]
) -> Beside:
    problems = [package for package in asked if isinstance(package, Problem)]
    return Beside(
        facts=facts(
            seen.hour,
            seen.runs,
            seen.judged,
            member=member,
            withheld={problem.id: len(problem.facts) for problem in problems},
            steps={problem.id: len(problem.hints) for problem in problems},
        ),
        untested=reasons(seen.hour),
        helped=Helped(level, hints_by_signal(seen.hour)),
        marks=marks,
    )


def _show(
    request: SignedInRequest,
    interview: Interview,
    card: Scorecard | None,
    fields: Mapping[str, str],
    *,
    clashes: Mapping[str, Clash] | None = None,
    error: DomainError | None = None,
) -> HttpResponse:
    rubric = load_rubric()
    level = card.level if card is not None else interview.application.opening.level
    try:
        read = read_card(clean(cut(fields, rubric), rubric), rubric)
    except DomainError as unread:
        # A moment without its time: the fields show it as typed, the rest of the page as far as it goes.
        read, error = read_card({}, rubric), error or unread
    member = access_as_panel(interview.pk, request.user)[1]
    seen = own_log(interview, member)
    hour, marks = seen.hour, placeable(seen.hour, member.number, read)
    asked = packages_in(hour)
    beside = _beside(seen, member.number, level, asked, marks)
    context = {
        "interview": interview,
        "card": card,
        "version": card.version if card is not None else 0,
        "signals": shown_signals(read, fields, level, asked, clashes or {}, interview.log_id, beside),
        "fields": fields,
        "level": level,
        "marks": marks,
        "notes": own_notes(interview, member),
        "probed": probed(hour, _claims(interview) if hour.probes else {}),
        "to_place": [mark for mark in marks if not mark.placed],
        "recommendations": RECOMMENDATIONS,
        "recommendation": fields.get("recommendation", ""),
        "why": fields.get("why", ""),
        "flags": shown_flags(fields, _flag_facts(interview, seen, member.number), clashes or {}),
        "old_flag": {"words": fields.get("flag", ""), "quote": fields.get("flag-quote", "")},
        "missing": missing(read, rubric, beside.helped),
        "words_max": int(WORDS),
        "ended": interview.state == State.ENDED,
        "minutes_left": minutes_left(interview.ended_at, utc_now()) if interview.ended_at else None,
        "due_at": card_due(interview.ended_at) if interview.ended_at else None,
        "clashes": clashes or {},
        "error": error,
    }
    status = 409 if clashes or isinstance(error, Conflict) else (422 if error is not None else 200)
    return render(request, "scorecard/edit.html", context, status=status)
