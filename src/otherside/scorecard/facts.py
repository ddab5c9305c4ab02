"""What the log says beside the ratings: facts by signal, each with a figure. It rates nothing.

A fact that was not measured is absent, never zero: without running there are no facts of runs, without a hint
nothing follows one, without a package nothing says how much was withheld.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from otherside.kernel.timecode import time_code
from otherside.live.entries import PAD
from otherside.live.history import Hour
from otherside.live.progress import Ran, is_green, worked_ms
from otherside.rubric import signals
from otherside.scorecard import measured
from otherside.scorecard.seen import Judged

DISAGREE = "disagree"
REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that happened, with its figure."""

    what: str
    figure: str


def facts(
    hour: Hour,
    runs: Sequence[Ran],
    judged: Judged | None = None,
    *,
    member: int = 0,
    withheld: Mapping[str, int] | None = None,
    steps: Mapping[str, int] | None = None,
) -> dict[str, tuple[Fact, ...]]:
    """Signal id → facts beside it; nothing for an hour without a log.

    `withheld` and `steps`: question → how many facts its package keeps back and hints its ladder has.
    """
    if hour.begun_ms is None:
        return {}
    # The pad is for trying things out, and the candidate is told that it is never judged.
    ran = () if hour.without_running else tuple((at, run) for at, run in runs if run.doc != PAD)
    found = {
        signals.PROBLEM_SOLVING: (*_hints(hour, steps or {}), *_running(hour, ran)),
        signals.CODE: _code(hour, ran),
        signals.COMMUNICATION: _asked(hour, withheld or {}),
        signals.LEARNING: _learning(hour, ran, judged or {}),
        signals.ADAPTING: _adapting(hour, ran),
        signals.WORKING_TOGETHER: _together(hour),
        signals.ATTITUDE: _attitude(hour),
        signals.DEPTH: _depth(hour, member),
    }
    return {signal: listed for signal, listed in found.items() if listed}


def in_words(ms: int) -> str:
    """`1 min 50 s`; minutes alone from ten on."""
    minutes, seconds = divmod(ms // 1000, 60)
    return f"{minutes} min" if minutes >= 10 and seconds == 0 else f"{minutes} min {seconds} s"


def counted(number: int, one: str, many: str | None = None) -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _hints(hour: Hour, steps: Mapping[str, int]) -> tuple[Fact, ...]:
    shown = sum(given.shown for given in hour.help)
    said = len(hour.help) - shown
    found = [Fact("Hints", f"{shown} shown, {said} said" if hour.help else "none")]
    questions = {s.question for s in hour.statements}
    known = sum(steps.get(question, 0) for question in questions)
    taken = sum(len(hour.steps_given(question)) for question in questions)
    if hour.help and known:
        found.append(Fact("Steps of the ladder", f"{taken} of {known}"))
    if any(-1 in hour.revisions_of(question) for question in questions):
        found.append(Fact("Made easier", "yes"))
    return tuple(found)


def _running(hour: Hour, runs: Sequence[Ran]) -> tuple[Fact, ...]:
    if hour.without_running:
        return ()
    green = next((n for n, (_, run) in enumerate(runs, 1) if is_green(run)), None)
    figure = str(green) if green is not None else "never"
    return (Fact("Runs", str(len(runs))), Fact("Runs to green", figure))


def _code(hour: Hour, runs: Sequence[Ran]) -> tuple[Fact, ...]:
    found = []
    if runs:
        failed = sum(run.outcome != "ok" for _, run in runs)
        found.append(Fact("Stopped with an error", f"{failed} of {len(runs)} runs"))
    tidy = measured.tidied(hour, runs)
    if tidy is not None:
        tests = "tests kept green" if tidy.green else "tests red after it"
        found.append(Fact("Tidied up", f"{tidy.came} lines came, {tidy.went} went; {tests}"))
    return tuple(found)


def _asked(hour: Hour, withheld: Mapping[str, int]) -> tuple[Fact, ...]:
    questions = {s.question for s in hour.statements}
    known = sum(withheld.get(question, 0) for question in questions)
    asked = sum(len(hour.facts_given(question)) for question in questions)
    found = [Fact("Facts asked for", str(len(hour.facts)))] if not known else []
    if known:
        found.append(Fact("Withheld facts asked for", f"{asked} of {known}"))
    explained = [m for m in hour.moments if m.moment == "explain"]
    if explained:
        found.append(_lasted("Explained before coding", hour, explained[0].from_ms, explained[0].to_ms))
    return tuple(found)


def _lasted(what: str, hour: Hour, from_ms: int, to_ms: int | None) -> Fact:
    code = time_code(from_ms - (hour.begun_ms or 0))
    return Fact(what, f"{code}, {in_words(worked_ms(hour, from_ms, to_ms or hour.last_ms))}")


def _learning(hour: Hour, runs: Sequence[Ran], judged: Judged) -> tuple[Fact, ...]:
    found = []
    if hour.help and not hour.without_running:
        green = next((at for at, run in runs if at > hour.help[-1].at_ms and is_green(run)), None)
        figure = (
            in_words(worked_ms(hour, hour.help[-1].at_ms, green)) if green is not None else "none after it"
        )
        took = [
            ms for ms in (measured.progress_ms(hour, runs, given) for given in hour.help) if ms is not None
        ]
        if took:
            each = "; ".join("none after it" if ms < 0 else in_words(ms) for ms in took[:4])
            found.append(Fact("Hint to next progress", each))
        found.append(Fact("Hint to next green run", figure))
    repeated = measured.mistakes_repeated(hour, runs, judged)
    if repeated is not None:
        named = f": {', '.join(repeated[:3])}" if repeated else ""
        found.append(Fact("Same mistake twice", f"{len(repeated)}{named}" if repeated else "none"))
    return tuple(found)


def _adapting(hour: Hour, runs: Sequence[Ran]) -> tuple[Fact, ...]:
    came = measured.changes(hour, runs)
    if not came:
        return ()
    said = sum(change.said for change in came)
    found = [Fact("Harder versions", f"{len(came)}, {said} said" if said else str(len(came)))]
    for change in came:
        name = "Harder version to green" if len(came) == 1 else f"Version {change.revision} to green"
        if change.green_ms is not None:
            found.append(Fact(name, "not green" if change.green_ms < 0 else in_words(change.green_ms)))
        if change.kept is not None:
            kept = "Tests kept green" if len(came) == 1 else f"Version {change.revision} kept green"
            found.append(Fact(kept, f"{change.kept[0]} of {change.kept[1]} in the first run"))
    return tuple(found)


def _together(hour: Hour) -> tuple[Fact, ...]:
    found = []
    for moment in hour.moments:
        what = {DISAGREE: "You disagreed", REVIEW: "A colleague's change"}.get(moment.moment)
        if what is not None:
            found.append(_lasted(what, hour, moment.from_ms, moment.to_ms))
    planned = {s.id for s in hour.plan if s.kind == DISAGREE}
    part = next((begun for begun in hour.segments if begun.segment in planned), None)
    if part is not None and not found:
        found.append(
            Fact("You disagreed", f"{time_code(part.at_ms - (hour.begun_ms or 0))}, a part of the plan")
        )
    return tuple(found)


def _attitude(hour: Hour) -> tuple[Fact, ...]:
    if not hour.solutions_asked:
        return ()
    first = hour.solutions_asked[0]
    shown = next((s.at_ms for s in hour.statements if s.question == first.question), hour.begun_ms or 0)
    return (Fact("Asked for the solution", f"after {in_words(worked_ms(hour, shown, first.at_ms))}"),)


def _depth(hour: Hour, member: int) -> tuple[Fact, ...]:
    found = []
    if hour.choices:
        states = [choice.state for choice in hour.choices]
        parts = [f"{states.count(s)} {s}" for s in ("challenged", "waived", "open") if s in states]
        found.append(Fact("Choices", f"{len(states)}: {', '.join(parts)}"))
    if hour.challenges:
        found.append(Fact("Challenges put", str(len(hour.challenges))))
    answered = sum(mark.kind == "answered" and mark.actor == member for mark in hour.marks)
    if answered:
        found.append(Fact("Marked as answered", str(answered)))
    return tuple(found)
