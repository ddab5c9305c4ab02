"""From the texts of a package to a Problem."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from otherside.question import schema
from otherside.question.change import Change
from otherside.question.problem import (
    Approach,
    Disagreement,
    Easing,
    Escalation,
    Fact,
    Hint,
    Problem,
    Solution,
)
from otherside.question.reading.base import Reader, Tree, anchors, by_level
from otherside.question.reading.change import read_change
from otherside.run.tests import Test

DISAGREE = "interviewer/disagree.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    id: str
    file: schema.EscalationFile
    markdown: str
    tests: tuple[Test, ...]
    harness: Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    case: schema.CaseFile
    statement: str
    guide: str
    tests: tuple[Test, ...]
    steps: tuple[_Step, ...]
    easing: schema.EasingFile
    easing_markdown: str
    hints: schema.HintsFile
    facts: schema.FactsFile
    questions: schema.QuestionsFile
    rubric: schema.RubricFile
    solutions: tuple[Solution, ...]
    starter: Tree
    harness: Tree
    review: Change | None
    disagree: schema.DisagreeFile | None


def read_problem(problem_id: str, digest: str, reader: Reader, proven: Mapping[str, str]) -> Problem | None:
    """None where something was wrong; the reader has the complaints."""
    parts = _ProblemReader(reader.texts, reader.complaints).read()
    return None if parts is None or reader.complaints else _assemble(problem_id, digest, parts, proven)


@dataclass(slots=True)
class _ProblemReader(Reader):
    def read(self) -> _Parts | None:
        names = sorted({p.split("/")[1] for p in self.texts if p.startswith("escalations/")})
        steps = tuple(step for name in names if (step := self._step(name)) is not None)
        case = self.struct(schema.CaseFile, "case.yaml")
        statement, guide = self.markdown("statement/en.md"), self.markdown("interviewer/guide.en.md")
        tests = self.tests("tests/")
        easing = self.struct(schema.EasingFile, "easing/easing.yaml")
        easing_markdown = self.markdown("easing/statement.en.md")
        hints = self.struct(schema.HintsFile, "interviewer/hints.yaml")
        facts = self.struct(schema.FactsFile, "interviewer/facts.yaml")
        questions = self.struct(schema.QuestionsFile, "interviewer/questions.yaml")
        rubric = self.struct(schema.RubricFile, "interviewer/rubric.yaml")
        solutions = self._solutions()
        review = read_change(self) if self.below("review/") else None
        disagree = self.struct(schema.DisagreeFile, DISAGREE) if DISAGREE in self.texts else None
        if not (case and easing and hints and facts and questions and rubric):
            return None
        return _Parts(
            case=case, statement=statement, guide=guide, tests=tests, steps=steps, easing=easing,
            easing_markdown=easing_markdown, hints=hints, facts=facts, questions=questions, rubric=rubric,
            solutions=solutions, starter=self.tree("starter/"), harness=self.tree("harness/"),
            review=review, disagree=disagree,
        )  # fmt: skip

    def _step(self, name: str) -> _Step | None:
        prefix = f"escalations/{name}/"
        file = self.struct(schema.EscalationFile, f"{prefix}escalation.yaml")
        markdown, tests = self.markdown(f"{prefix}statement.en.md"), self.tests(f"{prefix}tests/")
        if file is None:
            return None
        return _Step(
            id=name.split("-", 1)[1],
            file=file,
            markdown=markdown,
            tests=tests,
            harness=self.tree(f"{prefix}harness/"),
        )

    def _solutions(self) -> tuple[Solution, ...]:
        found: list[Solution] = []
        for path in sorted({"/".join(p.split("/")[:3]) for p in self.texts if p.startswith("solutions/")}):
            read: Callable[[str], Solution | None] = (
                self._accepted if "/accepted/" in path else self._rejected
            )
            solution = read(path)
            if solution is not None:
                found.append(solution)
        return tuple(found)

    def _accepted(self, path: str) -> Solution | None:
        file = self.struct(schema.AcceptedFile, f"{path}/solution.yaml")
        if file is None:
            return None
        return Solution(
            name=path.split("/")[2], title=file.title, accepted=True, revision=file.revision,
            outcome="ok", fails=(), note=file.note, approach=file.approach, files=self.tree(f"{path}/"),
        )  # fmt: skip

    def _rejected(self, path: str) -> Solution | None:
        file = self.struct(schema.RejectedFile, f"{path}/solution.yaml")
        if file is None:
            return None
        return Solution(
            name=path.split("/")[2], title=file.title, accepted=False, revision=file.revision,
            outcome=file.outcome, fails=file.fails, note=file.why, approach=None,
            files=self.tree(f"{path}/"),
        )  # fmt: skip


def _assemble(problem_id: str, digest: str, parts: _Parts, proven: Mapping[str, str]) -> Problem:
    case = parts.case
    return Problem(
        id=problem_id, uuid=case.uuid, version=case.version, hash=digest, title=case.title,
        summary=case.summary, kind=case.kind, levels=case.levels, minutes=case.minutes, tags=case.tags,
        licence=case.licence, credits=case.credits, sources=case.sources, statement=parts.statement,
        starter=parts.starter, harness=parts.harness,
        entry={language.id: language.entry for language in case.languages},
        tests=parts.tests,
        escalations=tuple(
            Escalation(
                id=step.id, title=step.file.title, minutes=step.file.minutes, when=step.file.when,
                markdown=step.markdown, tests=step.tests, harness=step.harness,
            )
            for step in parts.steps
        ),
        easing=Easing(
            title=parts.easing.title, when=parts.easing.when, markdown=parts.easing_markdown,
            keeps=parts.easing.keeps,
        ),
        hints=tuple(
            Hint(step=n, title=h.title, text=h.text) for n, h in enumerate(parts.hints.hints, start=1)
        ),
        facts=tuple(Fact(id=f.id, ask=f.ask, answer=f.answer, why=f.why) for f in parts.facts.facts),
        approaches=tuple(_approach(entry) for entry in parts.questions.approaches),
        anchors=anchors(parts.rubric), guide=parts.guide, solutions=parts.solutions, review=parts.review,
        disagree=_disagreement(parts.disagree), proven=proven,
    )  # fmt: skip


def _approach(entry: schema.ApproachEntry) -> Approach:
    return Approach(
        id=entry.id,
        name=entry.name,
        seen=entry.seen,
        choice=entry.choice,
        questions=by_level(entry.questions),
    )


def _disagreement(file: schema.DisagreeFile | None) -> Disagreement | None:
    if file is None:
        return None
    return Disagreement(
        claim=file.claim,
        defensible=file.defensible,
        good_answer=file.good_answer,
        weak_answer=file.weak_answer,
    )
