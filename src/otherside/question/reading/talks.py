"""From the texts of a package to a Review, a Walkthrough or a FactSheet."""

from collections.abc import Iterator, Mapping
from typing import Any

from otherside.kernel.content import read_yaml
from otherside.question import schema
from otherside.question.limits import TESTS
from otherside.question.problem import Hint
from otherside.question.reading.base import Reader, anchors, by_level
from otherside.question.reading.change import REVIEW, complaints_about_change, read_change
from otherside.question.talks import FactSheet, Prompt, Review, SheetFact, Walkthrough

TOPICS = ("team", "product", "stack", "on-call", "next-steps", "growth", "hours", "pay")


def _envelope(package_id: str, digest: str, case: schema.EnvelopeFile, kind: str) -> dict[str, Any]:
    # any: unpacked into the constructors below, which know their own types
    return {
        "id": package_id, "uuid": case.uuid, "version": case.version, "hash": digest, "title": case.title,
        "summary": case.summary, "kind": kind, "tags": case.tags, "licence": case.licence,
        "credits": case.credits, "sources": case.sources,
    }  # fmt: skip


def read_review(package_id: str, digest: str, reader: Reader, proven: Mapping[str, str]) -> Review | None:
    """None where something was wrong; the reader has the complaints."""
    case = reader.struct(schema.ReviewCaseFile, "case.yaml")
    statement, guide = reader.markdown("statement/en.md"), reader.markdown("interviewer/guide.en.md")
    change, tests = read_change(reader), reader.tests("tests/")
    hints = reader.struct(schema.HintsFile, "interviewer/hints.yaml")
    questions = reader.struct(schema.ReviewQuestionsFile, "interviewer/questions.yaml")
    rubric = reader.struct(schema.RubricFile, "interviewer/rubric.yaml")
    if case is None or change is None or hints is None or questions is None or rubric is None:
        return None
    language = case.languages[0].id
    review = Review(
        **_envelope(package_id, digest, case, case.kind), levels=case.levels, minutes=case.minutes,
        statement=statement, change=change, mended=reader.below("review/mended/"),
        entry={language: case.languages[0].entry},
        around=reader.below(f"starter/{language}/"), harness=reader.below(f"harness/{language}/"),
        tests=tests,
        hints=tuple(Hint(step=n, title=h.title, text=h.text) for n, h in enumerate(hints.hints, start=1)),
        questions=by_level(questions.questions), anchors=anchors(rubric), guide=guide, proven=proven,
    )  # fmt: skip
    reader.complaints += _about_review(review, reader)
    return review


def _about_review(review: Review, reader: Reader) -> Iterator[str]:
    names = [test.name for test in review.tests]
    yield from complaints_about_change(review.change, reader.texts[REVIEW], review.languages, names)
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f"tests:1: two tests are called {name!r}; rename one."
    if len(names) > int(TESTS):
        yield f"tests:1: {len(names)} tests, more than {int(TESTS)}; each is a process of its own."
    if not review.mended:
        yield "review/mended:1: has no files; add the change as it should have been."
    yield from _about_code(review, reader)


def _about_code(review: Review, reader: Reader) -> Iterator[str]:
    for path in sorted(review.mended):
        if path not in review.change.after:
            yield f"review/mended/{path}:1: is not a file of review/after; mend what the colleague changed."
    have = {**review.around, **review.harness, **review.change.after}
    for language, entry in review.entry.items():
        if entry not in have:
            yield f"case.yaml:1: starts with {entry!r}, which is not in harness/{language}/; add it."
    for place in ("starter", "harness"):
        for language in reader.tree(f"{place}/"):
            if language not in review.entry:
                yield f"{place}/{language}:1: case.yaml does not declare this language; remove it."


def read_walkthrough(package_id: str, digest: str, reader: Reader) -> Walkthrough | None:
    """None where something was wrong; the reader has the complaints."""
    case = reader.struct(schema.WalkthroughCaseFile, "case.yaml")
    statement, guide = reader.markdown("statement/en.md"), reader.markdown("interviewer/guide.en.md")
    file = reader.struct(schema.WalkthroughFile, "walkthrough.yaml")
    rubric = reader.struct(schema.RubricFile, "interviewer/rubric.yaml")
    if case is None or file is None or rubric is None:
        return None
    walkthrough = Walkthrough(
        **_envelope(package_id, digest, case, case.kind), levels=case.levels, minutes=case.minutes,
        statement=statement, board=file.board,
        prompts=tuple(
            Prompt(
                id=p.id, minutes=p.minutes, ask=p.ask, listen_for=p.listen_for,
                follow_ups=by_level(p.follow_ups), signal=p.signal,
            )
            for p in file.prompts
        ),
        anchors=anchors(rubric), guide=guide,
    )  # fmt: skip
    reader.complaints += _about_walkthrough(walkthrough, reader)
    return walkthrough


def _about_walkthrough(walkthrough: Walkthrough, reader: Reader) -> Iterator[str]:
    located = read_yaml(reader.texts["walkthrough.yaml"], "walkthrough.yaml")
    total = sum(prompt.minutes for prompt in walkthrough.prompts)
    if total != walkthrough.minutes:
        yield (
            f"walkthrough.yaml:1: the prompts take {total} min, but case.yaml says {walkthrough.minutes}; "
            "make them agree."
        )
    ids = [prompt.id for prompt in walkthrough.prompts]
    for n, prompt in enumerate(walkthrough.prompts):
        if ids.index(prompt.id) != n:
            line = located.line(("prompts", n, "id"))
            yield f"walkthrough.yaml:{line}: {prompt.id!r} is there twice; rename one."
        if prompt.signal not in walkthrough.anchors:
            line = located.line(("prompts", n, "signal"))
            yield (
                f"walkthrough.yaml:{line}: the signal {prompt.signal} has no anchors; add them to "
                "interviewer/rubric.yaml."
            )


def read_fact_sheet(package_id: str, digest: str, reader: Reader) -> FactSheet | None:
    """None where something was wrong; the reader has the complaints."""
    case = reader.struct(schema.FactSheetCaseFile, "case.yaml")
    file = reader.struct(schema.SheetFile, "sheet.yaml")
    if case is None or file is None:
        return None
    sheet = FactSheet(
        **_envelope(package_id, digest, case, case.kind),
        facts=tuple(SheetFact(topic=f.topic, ask=f.ask, answer=f.answer) for f in file.facts),
    )
    have = {fact.topic for fact in sheet.facts}
    missing = [topic for topic in TOPICS if topic not in have]
    if missing:
        reader.complaints.append(
            f"sheet.yaml:1: says nothing of {', '.join(missing)}; every candidate asks, add a fact for each."
        )
    return sheet
