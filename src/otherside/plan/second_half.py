"""What follows the first problem, from how it went. Options in order, each with its reasons; people take one.

Each option collects points for and against; a reason with points against is told as well, so that whoever
reads it sees why something else stands above. Nothing is ever offered that would need the last five minutes.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from otherside.plan.observed import MINUTE_MS, Observed
from otherside.plan.proposal import Question
from otherside.plan.proposal import propose as questions_for
from otherside.rubric.signals import ADAPTING, ATTITUDE, DEPTH, DESIGN, WORKING_TOGETHER

ESCALATE = "escalate"
SECOND_PROBLEM = "second-problem"
CONTINUE = "continue"
EASE = "ease"
DEPTH_TALK = "depth"
PROJECT_TALK = "project"
REVIEW = "review"
ASKS = "asks"

LEAST_MINUTES = 4  # less is no second half
SHORT_MINUTES = 12  # too short for another problem in code
OPTIONS_MAX = 4

Weighed = Iterator[tuple[int, str]]  # points and the reason for them


@dataclass(frozen=True, slots=True, kw_only=True)
class Harder:
    """The next change that makes the problem harder. `revision` counts from 1."""

    revision: int
    title: str
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Materials:
    """What is at hand for a second half."""

    level: str
    harder: Harder | None = None
    easing: str = ""  # its title
    review: bool = False  # the problem carries a colleague's change
    planned: str | None = None  # the problem that the plan has for the second half
    bank: Sequence[Question] = ()
    used: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """`say` is a sentence for it; `question` and `revision` are what it would show."""

    id: str
    title: str
    say: str
    minutes: int
    reasons: tuple[str, ...]
    points: int
    question: str = ""
    revision: int | None = None


def propose(seen: Observed, at_hand: Materials) -> tuple[Option, ...]:
    """The options, the best first; at least one. The order depends on nothing but the arguments."""
    minutes = seen.left_ms // MINUTE_MS
    if minutes < LEAST_MINUTES:
        left = f"{minutes} min are left before the candidate's own" if minutes > 0 else "The time is used up"
        return (
            Option(
                id=ASKS, title="To the candidate's questions", minutes=0, points=0, reasons=(left,),
                say="Let us leave it here. What would you like to know from me?",
            ),
        )  # fmt: skip
    makers: tuple[Callable[[Observed, Materials, int], Option | None], ...] = (
        _escalate, _second_problem, _continue, _ease, _review, _depth, _project,
    )  # fmt: skip
    found = [option for make in makers if (option := make(seen, at_hand, minutes)) is not None]
    found.sort(key=lambda option: -option.points)  # stable: the order above decides among equals
    good = [option for option in found if option.points > 0][:OPTIONS_MAX]
    return tuple(good or found[:1])


def _option(weighed: Weighed, **fields: object) -> Option:
    listed = sorted(weighed, key=lambda each: -each[0])
    values = {
        "points": sum(points for points, _ in listed),
        "reasons": tuple(why for _, why in listed),
        **fields,
    }
    return Option(**values)  # type: ignore[arg-type]  # the fields are named where this is called


def _escalate(seen: Observed, at_hand: Materials, minutes: int) -> Option | None:
    harder = at_hand.harder
    if harder is None or seen.eased or minutes < min(harder.minutes, 6):
        return None

    def weigh() -> Weighed:
        if seen.is_early:
            yield (
                3,
                f"All visible tests were green after {_min(seen.green_ms)} of {_min(seen.planned_ms)} min",
            )
        elif seen.green:
            yield 1, "All visible tests are green"
        elif seen.green is None:
            yield 0, "Nothing is run, so whether it is solved is for you to say"
        else:
            yield -2, "The problem as it stands is not solved yet"
        if ADAPTING in seen.untested(at_hand.level):
            yield 1, "Adapting has had no moment yet"
        if seen.much_help:
            yield -2, _help_in_words(seen)
        if seen.escalations:
            yield -seen.escalations, f"It was made harder {_times(seen.escalations)} already"

    return _option(
        weigh(), id=ESCALATE, title=f"Make it harder: {harder.title}", minutes=min(minutes, harder.minutes),
        question=seen.question, revision=harder.revision,
        say="That works. Now the need has changed; let us see what still holds.",
    )  # fmt: skip


def _second_problem(seen: Observed, at_hand: Materials, minutes: int) -> Option | None:
    question = _next_question(seen, at_hand, minutes)
    if question is None:
        return None

    def weigh() -> Weighed:
        yield _how_the_first_went(seen)
        if seen.escalations >= 2:
            yield 2, f"The first was stretched {_times(seen.escalations)} already"
        if seen.much_help and not seen.green:
            yield -1, _help_in_words(seen)
        if minutes < SHORT_MINUTES:
            yield -3, f"{minutes} min are short for another problem"
        if question.minutes > minutes:
            yield -1, f"{question.title} takes {question.minutes} min, {minutes} are left"
        if question.id == at_hand.planned:
            yield 1, "It stands in the plan"

    return _option(
        weigh(), id=SECOND_PROBLEM, title=question.title, minutes=minutes, question=question.id, revision=0,
        say="Good. For the second half I have something of another kind.",
    )  # fmt: skip


def _how_the_first_went(seen: Observed) -> tuple[int, str]:
    if seen.green:
        return 2, "The first problem is solved"
    if seen.green is None:
        return 1, "A fresh start, with another kind of problem"
    if seen.solution_asked:
        return 1, "They asked for the solution: a fresh start shows whether they go on"
    if seen.is_over:
        return 1, "The first problem has had its time"
    return -1, "The first problem is not done"


def _next_question(seen: Observed, at_hand: Materials, minutes: int) -> Question | None:
    if at_hand.planned is not None and at_hand.planned != seen.question:
        planned = next((q for q in at_hand.bank if q.id == at_hand.planned), None)
        if planned is not None and planned.minutes <= minutes:
            return planned
    found = questions_for(
        at_hand.bank, level=at_hand.level, minutes=minutes, used=at_hand.used, taken=(seen.question,)
    )
    return next((proposal.question for proposal in found if proposal.fits), None)


def _continue(seen: Observed, _at_hand: Materials, minutes: int) -> Option | None:
    if seen.green:
        return None

    def weigh() -> Weighed:
        if seen.green is None:
            yield 1, "What was begun can be finished"
        elif seen.passed and seen.tests and 2 * seen.passed >= seen.tests:
            yield 3, f"{seen.passed} of {seen.tests} visible tests pass: it is close"
        elif seen.passed and seen.tests:
            yield 1, f"{seen.passed} of {seen.tests} visible tests pass"
        if seen.much_help:
            yield -1, _help_in_words(seen)
        else:
            yield 1, "Little help was given so far"
        if seen.solution_asked:
            yield -2, "They asked for the solution"
        if seen.spent_ms > 1.3 * seen.planned_ms:
            yield -2, f"It has had {_min(seen.spent_ms)} of {_min(seen.planned_ms)} min already"

    return _option(
        weigh(), id=CONTINUE, title="Go on with this problem", minutes=minutes, question=seen.question,
        say="You are close, and I would like to see the end of it. Let us take ten more minutes.",
    )  # fmt: skip


def _ease(seen: Observed, at_hand: Materials, minutes: int) -> Option | None:
    if seen.green or seen.eased or seen.escalations or not at_hand.easing:
        return None

    def weigh() -> Weighed:
        if seen.green is False or seen.runs == 0:
            yield 1, "No run was green yet"
        if seen.solution_asked:
            yield 2, "They asked for the solution; a smaller task may bring them on"
        if seen.much_help:
            yield 2, _help_in_words(seen)
        if seen.spent_ms >= seen.planned_ms:
            yield 1, f"The {_min(seen.planned_ms)} min for it are over"

    return _option(
        weigh(), id=EASE, title=f"Make it easier: {at_hand.easing}", minutes=minutes, question=seen.question,
        revision=-1, say="Let us make the task smaller, and see that part through.",
    )  # fmt: skip


def _review(seen: Observed, at_hand: Materials, minutes: int) -> Option | None:
    if WORKING_TOGETHER not in seen.untested(at_hand.level):
        return None

    def weigh() -> Weighed:
        yield 3, "Working together has had no moment yet, and its rating is mandatory"
        if not at_hand.review:
            yield -1, "The problem carries no change to review; disagree with a choice instead"

    return _option(
        weigh(), id=REVIEW, title="Hand over a colleague's change", minutes=min(minutes, 10),
        question=seen.question, say="A colleague proposes this change. What do you answer them?",
    )  # fmt: skip


def _depth(seen: Observed, at_hand: Materials, minutes: int) -> Option | None:
    def weigh() -> Weighed:
        if DEPTH in seen.untested(at_hand.level):
            yield 1, "Depth under challenge has had no moment yet"
        if seen.choices_open:
            yield (
                1,
                f"{_number(seen.choices_open, 'choice')} of theirs {_stand(seen.choices_open)} unchallenged",
            )
        if seen.is_early:
            yield 1, "Questions need no code, and there is time"
        if seen.green is None and seen.runs is None:
            yield 1, "It can be seen without running anything"
        if minutes < SHORT_MINUTES:
            yield 2, f"{minutes} min suffice for it, and for no other problem"

    return _option(
        weigh(), id=DEPTH_TALK, title="Questions of depth, without code", minutes=min(minutes, 15),
        question=seen.question, say="Let us leave the keys. Why did you choose it that way?",
    )  # fmt: skip


def _project(seen: Observed, at_hand: Materials, minutes: int) -> Option | None:
    def weigh() -> Weighed:
        if seen.probes_open:
            count = len(seen.probes_open)
            yield 1, f"{_number(count, 'claim')} of the résumé {_stand(count)} open"
        if not seen.green and seen.green is not None and (seen.much_help or seen.solution_asked):
            yield 2, "A change of subject may show what this problem does not"
        if DESIGN in seen.untested(at_hand.level) and ATTITUDE not in seen.tested:
            yield 1, "Design has had no moment yet"

    return _option(
        weigh(), id=PROJECT_TALK, title="A project of theirs", minutes=min(minutes, 20),
        say="Take a project that you know well. What was it for, and which part was yours?",
    )  # fmt: skip


def _help_in_words(seen: Observed) -> str:
    given = _number(seen.help_given, "hint")
    return (
        f"{given} and an easing were needed"
        if seen.eased
        else f"{given} {'was' if seen.help_given == 1 else 'were'} needed"
    )


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _stand(count: int) -> str:
    return "stands" if count == 1 else "stand"


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _min(ms: int | None) -> int:
    return (ms or 0) // MINUTE_MS
