"""What the candidate works on: the statement as shown, and its starter files in the language they chose."""

from collections.abc import Mapping
from datetime import datetime

from otherside.kernel.errors import Conflict, Invalid
from otherside.live import decide, pad
from otherside.live import entries as kinds
from otherside.live.access import Key, Seated, read_hour, take_panel_seat, take_seat
from otherside.live.actions.writing import Done, document_entry, write
from otherside.live.starter import language_in, paths_in, starter_update
from otherside.plan.access import plan_of
from otherside.question.edge import load_bank
from otherside.question.problem import EASED, Problem
from otherside.question.shown import for_candidate
from otherside.relay import client as relay
from otherside.run.edge import language_files


def reveal_statement(
    key: Key, at: datetime, *, once: str, question: str, revision: int, language: str | None = None,
    said: bool = False, text: str = "",
) -> Done:  # fmt: skip
    """Shows a problem (revision 0), an escalation (n) or its easing (-1) to everybody, or notes with `said`
    that a change was told aloud, perhaps in `text`.

    The document is seeded first and the statement written after it: after a crash in between the document has
    files that nobody was told of, and the next call finds them there and goes on.
    """
    seated = take_panel_seat(key, at)
    problem = load_bank().problem(question)
    shown = for_candidate(problem, revision)
    if said:
        words = text.strip() or _title_of(problem, revision)
        return write(
            seated,
            once,
            lambda now: decide.say_statement(now, seated.seat.number, question, revision, words),
        )
    hour = read_hour(seated.log_id)
    doc = decide.doc_for(hour, question, _planned_doc(seated, question))
    body = kinds.StatementShown(doc, question, shown.title, shown.markdown, revision)
    if decide.show_statement(hour, seated.seat.number, body) is not None and revision == 0:
        _seed(seated.log_id, doc, problem, _first_language(seated.log_id, problem, language))
    return write(seated, once, lambda now: decide.show_statement(now, seated.seat.number, body))


def hand_over(seated: Seated, question: str, title: str) -> tuple[str, str]:
    """The document of the change that a shown problem carries, seeded once, and a title for the moment."""
    change = load_bank().problem(question).review
    if change is None:
        raise Invalid(f"{question} carries no change to review. Disagree with one of their choices instead.")
    if read_hour(seated.log_id).doc_of(question) is None:
        raise Conflict("The change is one of a problem that is not shown yet. Show the problem first.")
    doc = f"doc:review-{question}"
    if not paths_in(_updates(seated.log_id, doc)):
        about = f"# {change.title}\n\nBy {change.by}\n\n{change.story.strip()}\n"
        files = {"review.md": about, "change.diff": change.unified(), **change.after}
        update = starter_update(seated.log_id, doc, change.language, files, name_it=True)
        relay.append(seated.log_id, [document_entry(doc, update)], once=f"starter:{doc}:{change.language}")
    return doc, title.strip() or f"Review: {change.title}"


def choose_language(key: Key, at: datetime, *, doc: str, language: str) -> bool:
    """Adds the starter files of `language` to `doc`; those whose path is there already are left alone.

    True when files were added. Both sides may; the browser says in the document which language is meant.
    """
    seated = take_seat(key, at)
    hour = read_hour(seated.log_id)
    decide.require_open(hour)
    if language not in language_files():
        raise Invalid(f"There is no language {language!r} here; choose one from the list.")
    if doc == kinds.PAD:
        return _add(seated.log_id, doc, language, pad.hello(language, language_files()[language].source))
    question = hour.question_in(doc)
    if question is None:
        raise Conflict(f"{doc} has no problem yet, so there are no starter files for it.")
    problem = load_bank().problem(question)
    problem.check_language(language)
    return _add(seated.log_id, doc, language, problem.starter[language])


def _title_of(problem: Problem, revision: int) -> str:
    if revision == EASED:
        return problem.easing.title
    return problem.escalations[revision - 1].title if revision else problem.title


def _planned_doc(seated: Seated, question: str) -> str | None:
    plan = plan_of(seated.interview)
    segments = plan.segments if plan is not None else ()
    return next((s.doc for s in segments if s.question == question and s.doc), None)


def _first_language(log_id: str, problem: Problem, asked: str | None) -> str:
    """The language asked for, else the pad's where the problem has it, else the problem's first."""
    if asked is not None:
        problem.check_language(asked)
        return asked
    tried = language_in(_updates(log_id, kinds.PAD))
    return tried if tried in problem.languages else problem.languages[0]


def _seed(log_id: str, doc: str, problem: Problem, language: str) -> None:
    """The first starter of a document, which also says what its language is. Once for ever."""
    if paths_in(_updates(log_id, doc)):
        return
    update = starter_update(log_id, doc, language, problem.starter[language], name_it=True)
    relay.append(log_id, [document_entry(doc, update)], once=f"starter:{doc}:{language}")


def _add(log_id: str, doc: str, language: str, files: Mapping[str, str]) -> bool:
    there = paths_in(_updates(log_id, doc))
    missing = {path: text for path, text in files.items() if path not in there}
    if not missing:
        return False
    update = starter_update(log_id, doc, language, missing, first_order=len(there), name_it=False)
    receipt = relay.append(log_id, [document_entry(doc, update)], once=f"starter:{doc}:{language}")
    return not receipt.repeated


def _updates(log_id: str, track: str) -> list[bytes]:
    return [entry.body for entry in relay.entries(log_id, tracks=[track])]
