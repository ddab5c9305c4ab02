"""Which problems fit a segment: by level, time, framing, and what an earlier round has used up."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a plan needs to know of a problem in the bank."""

    id: str
    title: str
    kind: str
    levels: tuple[str, ...]
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Framing:
    """What the résumé proposes: kinds of first questions, most fitting first, and why. It never decides."""

    kinds: tuple[str, ...] = ()
    difficulty: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A problem for a segment. `fits` is False where something speaks against it; `why` says what.

    `only_too_long`: nothing but its minutes does.
    """

    question: Question
    fits: bool
    why: str
    only_too_long: bool = False


def propose(
    questions: Sequence[Question],
    *,
    level: str,
    minutes: int,
    framing: Framing | None = None,
    used: Collection[str] = (),
    taken: Collection[str] = (),
) -> tuple[Proposal, ...]:
    """Every problem, the best first. The order depends on nothing but the arguments, so that two candidates
    of one opening and round with the same framing get the same core."""
    kinds = framing.kinds if framing is not None else ()

    def against(question: Question) -> list[str]:
        reasons = []
        if question.id in used:
            reasons.append("an earlier round has used it")
        if question.id in taken:
            reasons.append("it stands elsewhere in this plan")
        if level not in question.levels:
            reasons.append(f"it is written for {', '.join(question.levels) or 'no level'}")
        if question.minutes > minutes:
            reasons.append(f"it takes {question.minutes} min, the segment has {minutes}")
        return reasons

    def rank(question: Question) -> tuple[int, int, int, int, str]:
        reasons = against(question)
        hard = question.id in used or question.id in taken
        kind = kinds.index(question.kind) if question.kind in kinds else len(kinds)
        return (int(hard), int(level not in question.levels), len(reasons), kind, question.id)

    found = []
    for question in sorted(questions, key=rank):
        reasons = against(question)
        good = f"for this level, {question.minutes} min"
        if question.kind in kinds:
            good += f"; the résumé proposes {question.kind}"
        found.append(
            Proposal(
                question=question,
                fits=not reasons,
                why="; ".join(reasons) or good,
                only_too_long=len(reasons) == 1 and question.minutes > minutes,
            )
        )
    return tuple(found)


def first_fitting(proposals: Sequence[Proposal]) -> Question | None:
    """The best that is not used up; one for another level or a little long rather than none."""
    usable = [p for p in proposals if p.fits] or [
        p for p in proposals if "used" not in p.why and "stands elsewhere" not in p.why
    ]
    return usable[0].question if usable else None
