"""The hour from level, kind of round, minutes, brief and framing: five minutes, the work, five minutes."""

from collections.abc import Sequence
from dataclasses import dataclass

from otherside.hiring.rounds import round_kind
from otherside.kernel.errors import Invalid
from otherside.plan.brief import Brief
from otherside.plan.limits import MINUTES
from otherside.plan.making_room import chosen
from otherside.plan.proposal import Framing, Question, propose
from otherside.plan.segments import (
    BREAK,
    CANDIDATE_ASKS,
    DISAGREE,
    FOCUS,
    LAST_MINUTES,
    PROBLEM,
    PROJECT,
    SECOND_HALF,
    WELCOME,
    WELCOME_MINUTES,
    Plan,
    Segment,
)
from otherside.plan.wording import steps_for
from otherside.rubric.levels import level_of

MINUTES_MIN = 20
CODED = frozenset({"problem-solving", "code", "learning", "adapting"})  # signals that need a problem to show


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the work: its share of fifty minutes, and the least that makes sense."""

    kind: str
    share: int
    least: int
    focus: str | None = None
    ask: str = ""


PROBLEM_LEAST, SECOND_LEAST, PROJECT_LEAST, DISAGREE_LEAST, FOCUS_LEAST = 10, 10, 8, 4, 8
LEAST = {
    PROBLEM: PROBLEM_LEAST, SECOND_HALF: SECOND_LEAST, PROJECT: PROJECT_LEAST, DISAGREE: DISAGREE_LEAST,
    FOCUS: FOCUS_LEAST,
}  # fmt: skip
FOCUS_SHARE = 14

# Minutes of fifty: (problem, disagree, second half) and (project, disagree, problem).
CODING: dict[str, tuple[int, int, int]] = {
    "junior": (24, 5, 21),
    "mid-senior": (22, 6, 22),
    "senior": (22, 6, 22),
}
PROJECTS: dict[str, tuple[int, int, int]] = {
    "junior": (20, 6, 24),
    "mid-senior": (18, 7, 25),
    "senior": (16, 8, 26),
}


def make(
    level: str,
    round_kind_id: str,
    minutes: int,
    brief: Brief | None = None,
    framing: Framing | None = None,
    questions: Sequence[Question] = (),
    breaks: Sequence[int] = (),
) -> Plan:
    """Segments that sum to `minutes`, with the candidate's five at the end and a problem where one fits.

    `breaks` are the minutes of breaks that lie between the parts, as evenly as they come.

    The brief's focus areas become segments of their own in place of the second half; those for which the hour
    is too short are named in `unfitted`. Raises Invalid for a round that cannot
    be held or minutes that make no hour.
    """
    level_of(level)
    round_kind(round_kind_id)
    _check_minutes(minutes, sum(breaks))
    brief = brief or Brief()
    work = minutes - WELCOME_MINUTES - LAST_MINUTES - sum(breaks)
    parts, unfitted = _fitting(_parts(level, round_kind_id, brief), work)
    welcome = Segment(
        id=WELCOME,
        kind=WELCOME,
        title="Welcome",
        minutes=WELCOME_MINUTES,
        doc="doc:pad",
        steps=steps_for(WELCOME, level),
    )
    last = Segment(
        id=CANDIDATE_ASKS,
        kind=CANDIDATE_ASKS,
        title="The candidate asks",
        minutes=LAST_MINUTES,
        steps=steps_for(CANDIDATE_ASKS, level),
    )
    middle = [_segment(part, given, level) for part, given in zip(parts, shared(parts, work), strict=True)]
    return Plan(
        minutes=minutes,
        segments=(
            welcome,
            *_with_breaks(_with_questions(middle, level, brief, framing, questions), breaks, level),
            last,
        ),
        unfitted=unfitted,
    )


def _check_minutes(minutes: int, breaks: int) -> None:
    if minutes - breaks < MINUTES_MIN:
        raise Invalid(
            f"{minutes - breaks} minutes are too short to plan: {WELCOME_MINUTES} to begin, "
            f"{LAST_MINUTES} for the candidate and ten of work make {MINUTES_MIN}."
        )
    MINUTES.check(minutes, "The interview")


def _with_breaks(segments: Sequence[Segment], breaks: Sequence[int], level: str) -> list[Segment]:
    """Break n of m after that share of the segments; where there are fewer gaps, two follow one segment."""
    found = list(segments)
    for number, minutes in reversed(list(enumerate(breaks, start=1))):
        place = max(1, round(number * len(segments) / (len(breaks) + 1)))
        name = BREAK if number == 1 else f"{BREAK}-{number}"
        steps = steps_for(BREAK, level)
        found.insert(place, Segment(id=name, kind=BREAK, title="Break", minutes=minutes, steps=steps))
    return found


def _parts(level: str, kind: str, brief: Brief) -> list[Part]:
    focus = [
        Part(FOCUS, FOCUS_SHARE, FOCUS_LEAST, focus=entry.signal, ask=entry.ask) for entry in brief.focus
    ]
    together = any(part.focus == "working-together" for part in focus)
    if kind == "project":
        project, disagree, problem = PROJECTS[level]
        parts = [Part(PROJECT, project, PROJECT_LEAST)]
        parts += [] if together else [Part(DISAGREE, disagree, DISAGREE_LEAST)]
        return parts + (focus or [Part(PROBLEM, problem, PROBLEM_LEAST)])
    problem, disagree, second = CODING[level]
    parts = [Part(PROBLEM, problem, PROBLEM_LEAST)]
    parts += [] if together else [Part(DISAGREE, disagree, DISAGREE_LEAST)]
    return parts + (focus or [Part(SECOND_HALF, second, SECOND_LEAST)])


def _fitting(parts: list[Part], work: int) -> tuple[list[Part], tuple[str, ...]]:
    """The parts for which `work` minutes suffice. First the second half goes, then, for a round with a focus,
    what is not the focus; then the last focus areas, which are named."""
    kept, unfitted = list(parts), []
    focused = any(part.kind == FOCUS for part in kept)
    order = [SECOND_HALF, PROBLEM, PROJECT, DISAGREE] if focused else [SECOND_HALF, DISAGREE, PROBLEM]
    while sum(part.least for part in kept) > work and len(kept) > 1:
        for kind in order:
            going = next((part for part in kept if part.kind == kind), None)
            if going is not None:
                break
        else:
            going = kept[-1]
            unfitted.append(going.focus or "")
        kept.remove(going)
    return kept, tuple(reversed(unfitted))


def shared(parts: Sequence[Part], work: int) -> list[int]:
    """`work` minutes among the parts by their shares, none below its least; sums to `work` exactly.

    What is above the leasts is dealt out by largest remainder, so that a minute more of work never takes one
    from a part. Needs sum of leasts <= work.
    """
    least = [part.least for part in parts]
    spare = work - sum(least)
    assert spare >= 0, f"{work} minutes cannot hold {least}"
    weights = [max(0, part.share - part.least) for part in parts]
    whole = sum(weights)
    if whole == 0:
        weights, whole = [1] * len(parts), len(parts)
    exact = [spare * weight / whole for weight in weights]
    given = [int(share) for share in exact]
    by_remainder = sorted(range(len(parts)), key=lambda n: (given[n] - exact[n], n))
    for n in by_remainder[: spare - sum(given)]:
        given[n] += 1
    return [low + more for low, more in zip(least, given, strict=True)]


def _segment(part: Part, minutes: int, level: str) -> Segment:
    titles = {
        PROBLEM: "Problem",
        SECOND_HALF: "Second half, from how the first goes",
        PROJECT: "A project of theirs",
        DISAGREE: "Disagree",
    }
    coded = part.kind in {PROBLEM, SECOND_HALF} or part.focus in CODED
    focus_title = f"Focus: {(part.focus or '').replace('-', ' ')}"
    return Segment(
        id=f"focus-{part.focus}" if part.kind == FOCUS else part.kind,
        kind=part.kind,
        title=focus_title if part.kind == FOCUS else titles[part.kind],
        minutes=minutes,
        doc="doc:q" if coded else ("doc:pad" if part.kind in {FOCUS, PROJECT} else None),
        steps=steps_for(part.kind, level, focus=part.focus, ask=part.ask),
        focus=part.focus,
    )


def _with_questions(
    segments: Sequence[Segment],
    level: str,
    brief: Brief,
    framing: Framing | None,
    questions: Sequence[Question],
) -> list[Segment]:
    """The segments with a problem each where code is written, and their documents doc:q1, doc:q2, ...

    A problem that takes longer than its share gets its minutes from the others as far as they have any.
    """
    found: list[Segment] = []
    taken: list[str] = []
    number = 0
    minutes = [segment.minutes for segment in segments]
    least = [LEAST.get(segment.kind, segment.minutes) for segment in segments]
    for place, segment in enumerate(segments):
        if segment.doc != "doc:q":
            doc = f"doc:q{number}" if segment.kind == DISAGREE and number else segment.doc
            found.append(changed(segment, doc=doc))
            continue
        number += 1
        proposals = propose(
            questions,
            level=level,
            minutes=minutes[place],
            framing=framing,
            used=brief.used_questions,
            taken=taken,
        )
        question, minutes = chosen(
            proposals, minutes, least, place, may_stay_open=segment.kind == SECOND_HALF
        )
        title = segment.title
        if question is not None:
            taken.append(question.id)
            least[place] = max(least[place], min(question.minutes, minutes[place]))
            title = titled(segment.kind, question.title, segment.focus)
        found.append(
            changed(segment, doc=f"doc:q{number}", question=question.id if question else None, title=title)
        )
    return [changed(segment, minutes=given) for segment, given in zip(found, minutes, strict=True)]


def titled(kind: str, question_title: str, focus: str | None = None) -> str:
    """A segment's title when it has a problem."""
    if kind == SECOND_HALF:
        return f"Second half: {question_title}"
    if kind == FOCUS:
        return f"Focus, {(focus or '').replace('-', ' ')}: {question_title}"
    return question_title


def changed(segment: Segment, **fields: object) -> Segment:
    values = {name: getattr(segment, name) for name in segment.__struct_fields__}
    return Segment(**{**values, **fields})
