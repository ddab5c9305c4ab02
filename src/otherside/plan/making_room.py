"""A segment and its problem agree about the time: one that fits, or the minutes that it takes."""

from collections.abc import Sequence

from otherside.plan.proposal import Proposal, Question, first_fitting


def chosen(
    proposals: Sequence[Proposal],
    minutes: Sequence[int],
    least: Sequence[int],
    place: int,
    *,
    may_stay_open: bool = False,
) -> tuple[Question | None, list[int]]:
    """The problem for segment `place` and every segment's minutes, whose sum stays what it was.

    Where no problem fits, the others give the one that lacks least what they have above their `least`, the
    one with most first. What can be had even so is too little: then a segment that `may_stay_open` has no
    problem, and any other the best there is, which says that it is too long.
    """
    given = list(minutes)
    question = first_fitting(proposals)
    if question is None or question.minutes <= given[place]:
        return question, given
    spare = [has - low for has, low in zip(given, least, strict=True)]
    spare[place] = 0
    lacking = [p.question for p in proposals if p.only_too_long]
    short = min(lacking, key=lambda each: each.minutes, default=None)
    if short is None or short.minutes - given[place] > sum(spare):
        return (None if may_stay_open else question), given
    while given[place] < short.minutes:
        giver = max(range(len(spare)), key=lambda n: (spare[n], -n))
        given[giver], spare[giver], given[place] = given[giver] - 1, spare[giver] - 1, given[place] + 1
    return short, given
