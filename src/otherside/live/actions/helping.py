"""Help and challenges, shown or said aloud."""

from datetime import datetime

from otherside.kernel.errors import Invalid
from otherside.live import decide
from otherside.live.access import Key, take_panel_seat
from otherside.live.actions.writing import Done, write
from otherside.question.edge import load_bank


def give_hint(
    key: Key, at: datetime, *, once: str, question: str, step: int | None, said: bool, text: str = ""
) -> Done:
    """A step of the problem's ladder, or with `step` None a line of one's own; shown to the candidate or
    said."""
    seated = take_panel_seat(key, at)
    if step is not None:
        ladder = {hint.step: hint.text for hint in load_bank().problem(question).hints}
        if step not in ladder:
            raise Invalid(
                f"{question} has no hint {step}; its ladder has {', '.join(map(str, sorted(ladder)))}."
            )
        text = ladder[step]
    return write(
        seated, once, lambda hour: decide.hint(hour, seated.seat.number, question, step, text, said=said)
    )


def clarify(
    key: Key, at: datetime, *, once: str, question: str, fact: str, text: str = "", said: bool
) -> Done:
    """An answer to what the candidate asked: a withheld fact in the package's words or in `text`, or, with
    `fact` empty, a line of one's own.
    """
    seated = take_panel_seat(key, at)
    if fact:
        facts = {known.id: known.answer for known in load_bank().problem(question).facts}
        if fact not in facts:
            raise Invalid(f"{question} withholds no fact {fact!r}; it has {', '.join(facts) or 'none'}.")
        text = text.strip() or facts[fact]
    return write(
        seated,
        once,
        lambda hour: decide.clarify(hour, seated.seat.number, question, fact, text, said=said),
    )


def give_fact(key: Key, at: datetime, *, once: str, question: str, fact: str) -> Done:
    """A withheld fact, said aloud in the package's words."""
    if not fact:
        raise Invalid("Name the fact that was given.")
    return clarify(key, at, once=once, question=question, fact=fact, said=True)


def challenge(
    key: Key, at: datetime, *, once: str, question: str, choice: str, level: str, text: str, said: bool
) -> Done:
    """A question that tests a choice, or the work as a whole. `level` is empty where it was improvised."""
    seated = take_panel_seat(key, at)
    return write(
        seated,
        once,
        lambda hour: decide.challenge(hour, seated.seat.number, question, choice, level, text, said=said),
    )


def note_solution_asked(key: Key, at: datetime, *, once: str, question: str) -> Done:
    """The candidate asked for the solution. Going on afterwards is what counts, so the moment is kept."""
    seated = take_panel_seat(key, at)
    return write(seated, once, lambda hour: decide.asked_solution(hour, seated.seat.number, question))
