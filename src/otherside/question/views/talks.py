"""Reviews, walkthroughs and fact sheets: as the interviewer knows them, and as the candidate sees them."""

from otherside.question.shown import talk_for_candidate
from otherside.question.talks import FactSheet, Review, Walkthrough
from otherside.question.views.common import anchors, change, lines, safe, signal_titles

REVIEW_TABS = {"interviewer": "For you", "candidate": "The candidate sees", "proof": "Tests and mended code"}
WALKTHROUGH_TABS = {"interviewer": "For you", "candidate": "The candidate sees"}
SHEET_TABS = {"interviewer": "The facts"}


def review(found: Review, tab: str) -> dict[str, object]:
    base = {**change(found.change), "statement": safe(found.statement)}
    if tab == "proof":
        around = {**found.around, **found.harness}
        return {**base, "mended": lines(found.mended), "around": lines(around), "tests": found.tests}
    if tab == "candidate":
        seen = talk_for_candidate(found)
        return {**base, "around": lines(found.around), "tests": seen.tests}
    return {
        **base,
        "guide": safe(found.guide),
        "anchors": anchors(found.anchors),
        "questions": [(level, found.questions[level]) for level in found.levels],
    }


def walkthrough(found: Walkthrough, _tab: str) -> dict[str, object]:
    titles, begins, steps = signal_titles(), 0, []
    for prompt in found.prompts:
        follow_ups = [(level, prompt.follow_ups[level]) for level in found.levels]
        steps.append((prompt, begins, titles.get(prompt.signal, prompt.signal), follow_ups))
        begins += prompt.minutes
    return {
        "statement": safe(talk_for_candidate(found).markdown),
        "guide": safe(found.guide),
        "anchors": anchors(found.anchors),
        "steps": steps,
    }


def fact_sheet(found: FactSheet, _tab: str) -> dict[str, object]:
    return {"facts": found.facts, "text": found.text}
