"""An opening's applications of one stage, each with how far it has come."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from django.db.models import Q

from otherside.accounts.models import User
from otherside.desk.progress import Hour, Progress, RoundSeen, progress
from otherside.hiring.models import Application, Round
from otherside.hiring.stages import Stage
from otherside.interview.access import panels_of
from otherside.interview.models import Interview, PanelMember
from otherside.interview.state import State


def progress_of(
    applications: Sequence[Application], user: User, rounds: Mapping[int, list[Round]] | None = None
) -> Mapping[int, Progress]:
    """Application id → progress, for accessed applications; three queries for all of them.

    `rounds` are those that the reader is told of; all of them by default.
    """
    rounds = rounds if rounds is not None else rounds_by(applications)
    hours: dict[int, dict[int, Interview]] = defaultdict(dict)
    rows = list(
        Interview.objects.filter(application__in=[a.pk for a in applications]).exclude(
            state=State.CANCELLED.value
        )
    )
    for row in rows:
        hours[row.application_id][row.round_id] = row
    panels = panels_of(rows)
    return {
        each.pk: progress(
            Stage(each.stage),
            [
                RoundSeen(
                    id=one.pk,
                    ordinal=one.ordinal,
                    name=one.name,
                    hour=_hour(hours[each.pk].get(one.pk), panels, user),
                )
                for one in rounds[each.pk]
            ],
        )
        for each in applications
    }


def rounds_by(applications: Sequence[Application]) -> Mapping[int, list[Round]]:
    """Application id → the rounds of its opening, then its own; one query for all."""
    found = Round.objects.filter(
        Q(opening__in={a.opening_id for a in applications}, application__isnull=True)
        | Q(application__in=[a.pk for a in applications])
    ).order_by("ordinal")
    common: dict[int, list[Round]] = defaultdict(list)
    own: dict[int, list[Round]] = defaultdict(list)
    for row in found:
        if row.application_id is None:
            common[row.opening_id].append(row)
        else:
            own[row.application_id].append(row)
    return {each.pk: [*common[each.opening_id], *own[each.pk]] for each in applications}


def _hour(row: Interview | None, panels: Mapping[int, list[PanelMember]], user: User) -> Hour | None:
    if row is None:
        return None
    missing = [seat for seat in panels[row.pk] if seat.card_in_at is None]
    if any(seat.user_id == user.pk for seat in missing):
        missing = [seat for seat in missing if seat.user_id == user.pk]
    return Hour(
        id=row.pk,
        state=State(row.state),
        starts_at=row.starts_at,
        cards_missing=tuple(seat.user.name for seat in missing),
    )
