"""What helps or tests the candidate: shown or said aloud, prepared or improvised, and logged alike.

*Said* is one entry on `help`, which the panel reads. *Shown* is that entry and, in the same append, one that
everybody reads with the words alone.
"""

from collections.abc import Sequence

from otherside.kernel.errors import Conflict, Invalid
from otherside.live import entries as kinds
from otherside.live.decide.checks import check_remarks, check_text, require_going_on, written
from otherside.live.history import Hour
from otherside.live.limits import DOCUMENTS_MAX
from otherside.log.entry import NewEntry
from otherside.rubric.levels import LEVEL_IDS


def show_statement(hour: Hour, actor: int, body: kinds.StatementShown) -> NewEntry | None:
    """The problem first, then the easing or the escalations one after the other: their tests add up. Each
    once."""
    require_going_on(hour)
    shown = hour.revisions_of(body.question)
    if any(s.question == body.question and s.revision == body.revision for s in hour.statements):
        return None
    if body.revision != 0 and 0 not in shown:
        raise Conflict(f"“{body.title}” changes a problem that is not shown yet. Show the problem first.")
    if body.revision > 1 and body.revision - 1 not in shown:
        raise Conflict(f"“{body.title}” builds on the escalation before it. Show that one first.")
    if body.revision == 0:
        DOCUMENTS_MAX.check(len({s.doc for s in hour.statements} | {body.doc}), "This interview")
    return kinds.STATEMENT_SHOWN.new(body, track=kinds.OUTLINE, actor=actor)


def say_statement(hour: Hour, actor: int, question: str, revision: int, text: str) -> NewEntry | None:
    """An escalation or the easing told aloud: from now on runs are tested by it, as if it were shown."""
    require_going_on(hour)
    check_text(text, "What you said")
    check_remarks(hour)
    given = hour.revisions_of(question)
    if revision == 0:
        raise Invalid("A problem is shown: it needs its document. Only its changes can be said aloud.")
    if revision in given:
        return None
    if 0 not in given:
        raise Conflict("That changes a problem that is not shown yet. Show the problem first.")
    if revision > 1 and revision - 1 not in given:
        raise Conflict("That builds on the escalation before it. Show or say that one first.")
    body = kinds.StatementSaid(question, revision, text.strip())
    return kinds.STATEMENT_SAID.new(body, track=kinds.HELP, actor=actor)


def doc_for(hour: Hour, question: str, planned: str | None) -> str:
    """The document `question` is worked on in: where it was shown, else as planned, else the next free
    one."""
    known = hour.doc_of(question)
    if known is not None:
        return known
    taken = {shown.doc for shown in hour.statements}
    if planned is not None and planned not in taken:
        return planned
    number = 1
    while f"doc:q{number}" in taken:
        number += 1
    return f"doc:q{number}"


def hint(
    hour: Hour, actor: int, question: str, step: int | None, text: str, *, said: bool
) -> NewEntry | None:
    """Shown on `hint`, which the candidate reads; said aloud on `help`, which they do not. Logged alike."""
    require_going_on(hour)
    check_text(text, "The hint")
    if not text.strip():
        raise Invalid("The hint is empty. Write the line that you said or want to show.")
    check_remarks(hour)
    given = [h for h in hour.help if h.question == question and step is not None and h.step == step]
    if any(said or h.shown for h in given):
        return None
    if said:
        return kinds.HELP_SAID.new(
            kinds.HelpSaid(question, step, text.strip()), track=kinds.HELP, actor=actor
        )
    return kinds.HINT_SHOWN.new(kinds.HintShown(question, step, text.strip()), track=kinds.HINT, actor=actor)


def clarify(
    hour: Hour, actor: int, question: str, fact_id: str, text: str, *, said: bool
) -> Sequence[NewEntry]:
    """An answer to what was withheld, or with `fact_id` empty to anything else."""
    require_going_on(hour)
    text = written(text, "The clarification")
    check_remarks(hour)
    given = [f for f in hour.facts if fact_id and f.question == question and f.fact == fact_id]
    if any(said or fact.shown for fact in given):
        return ()
    body = kinds.FactGiven(question, fact_id, text, not said)
    entry = kinds.FACT_GIVEN.new(body, track=kinds.HELP, actor=actor)
    if said:
        return (entry,)
    line = kinds.CLARIFICATION_SHOWN.new(kinds.LineShown(question, text), track=kinds.HINT, actor=actor)
    return (entry, line)


def challenge(
    hour: Hour, actor: int, question: str, choice: str, level: str, text: str, *, said: bool
) -> Sequence[NewEntry]:
    """A question that tests a choice. With `choice` the ledger has it as challenged from now on."""
    require_going_on(hour)
    text = written(text, "The challenge")
    check_remarks(hour)
    if choice and hour.choice(choice) is None:
        raise Invalid(f"The ledger has no choice {choice[:40]!r}; note it first, or challenge without one.")
    if level and level not in LEVEL_IDS:
        raise Invalid(f"A level is one of {', '.join(LEVEL_IDS)}; got {level[:40]!r}.")
    same = [c for c in hour.challenges if (c.question, c.choice, c.text) == (question, choice, text)]
    if any(said or put.shown for put in same):
        return ()
    body = kinds.ChallengePut(question, choice, level, text, not said)
    entry = kinds.CHALLENGE_PUT.new(body, track=kinds.HELP, actor=actor)
    if said:
        return (entry,)
    line = kinds.CHALLENGE_SHOWN.new(kinds.LineShown(question, text), track=kinds.HINT, actor=actor)
    return (entry, line)


def asked_solution(hour: Hour, actor: int, question: str) -> NewEntry:
    """The candidate asked for the solution. It is told once, however; what follows is the interviewer's."""
    require_going_on(hour)
    check_remarks(hour)
    return kinds.SOLUTION_ASKED.new(kinds.SolutionAsked(question), track=kinds.HELP, actor=actor)
