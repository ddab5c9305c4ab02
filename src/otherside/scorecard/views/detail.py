"""One card that is in, for whoever may read it."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from otherside.accounts.access import SignedInRequest
from otherside.rubric.edge import load_rubric
from otherside.scorecard.access import access_card, asked_in, cards_for
from otherside.scorecard.card import read_card
from otherside.scorecard.recommendation import recommended
from otherside.scorecard.views.shown import shown_signals


@require_safe
@login_required
def page(request: SignedInRequest, card_id: int) -> HttpResponse:
    row = access_card(card_id, request.user)
    if row.submitted_at is None:
        return redirect("scorecard:edit", row.interview_id)
    card, asked = read_card(row.fields, load_rubric()), asked_in(row.interview)
    context = {
        "row": row,
        "interview": row.interview,
        "card": card,
        "signals": shown_signals(card, row.fields, row.level, asked, {}, row.interview.log_id),
        "recommended": recommended(card.recommendation),
        "others": [other for other in cards_for(row.interview, request.user) if other.pk != row.pk],
        "is_own": row.author_id == request.user.pk,
    }
    return render(request, "scorecard/detail.html", context)
