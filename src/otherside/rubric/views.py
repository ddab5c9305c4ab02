"""One page: what is judged, and how it shows at each level."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from otherside.rubric.edge import load_rubric
from otherside.rubric.levels import LEVEL_IDS, LEVELS


@require_safe
@login_required
def levels(request: HttpRequest) -> HttpResponse:
    rubric = load_rubric()
    chosen = request.GET.get("level", "")
    shown = [level for level in LEVELS if chosen not in LEVEL_IDS or level.id == chosen]
    signals = [
        {
            "signal": signal,
            "at": [(level, signal.at(level.id)) for level in shown],
            "help": [(level, signal.help[level.id]) for level in shown if signal.help],
        }
        for signal in rubric.signals
    ]
    return render(
        request,
        "rubric/levels.html",
        {"rubric": rubric, "signals": signals, "levels": LEVELS, "shown": shown, "chosen": chosen},
    )
