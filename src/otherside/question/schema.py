"""The shape of every YAML file of a package, as strict msgspec structs.

Unknown keys are refused. `docs/reference/package.md` explains each field; a test holds the two together.
"""

from typing import Annotated, Literal

from msgspec import Meta, Struct

FORMAT = "otherside-case/1"

Slug = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Line = Annotated[str, Meta(pattern=r"^\S[^\n]*$", max_length=240)]
Text = Annotated[str, Meta(pattern=r"\S", max_length=20_000)]
Minutes = Annotated[int, Meta(ge=1, le=120)]
LevelId = Literal["junior", "mid-senior", "senior"]
SignalId = Literal[
    "problem-solving", "code", "communication", "learning", "adapting", "working-together", "attitude",
    "design", "depth",
]  # fmt: skip
KindId = Literal["coding", "change", "query"]
OutcomeId = Literal[
    "ok", "compile-error", "memory-limit", "wall-limit", "cpu-limit", "output-limit", "file-limit",
    "process-limit", "signal", "nonzero",
]  # fmt: skip


class _Strict(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    pass


class LanguageEntry(_Strict, frozen=True):
    id: Slug
    entry: Line


class EnvelopeFile(_Strict, frozen=True):
    """case.yaml"""

    format: Literal["otherside-case/1"]
    uuid: Annotated[str, Meta(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$")]
    version: Annotated[str, Meta(pattern=r"^[0-9]+\.[0-9]+\.[0-9]+$")]
    title: Line
    summary: Line
    tags: tuple[Slug, ...]
    licence: Line
    credits: Annotated[tuple[Line, ...], Meta(min_length=1)]
    sources: tuple[Line, ...]


class _AskedFile(EnvelopeFile, frozen=True):
    levels: Annotated[tuple[LevelId, ...], Meta(min_length=1)]
    minutes: Minutes


class CaseFile(_AskedFile, frozen=True):
    """case.yaml"""

    kind: KindId
    languages: Annotated[tuple[LanguageEntry, ...], Meta(min_length=1)]


class ReviewCaseFile(_AskedFile, frozen=True):
    """case.yaml"""

    kind: Literal["review"]
    languages: Annotated[tuple[LanguageEntry, ...], Meta(min_length=1, max_length=1)]


class WalkthroughCaseFile(_AskedFile, frozen=True):
    """case.yaml"""

    kind: Literal["walkthrough"]


class FactSheetCaseFile(EnvelopeFile, frozen=True):
    """case.yaml"""

    kind: Literal["fact-sheet"]


class TestEntry(_Strict, frozen=True):
    name: Line
    input: str
    expected: str
    compare: Literal["exact", "tokens"] = "exact"


class TestsFile(_Strict, frozen=True):
    """tests/*.yaml and escalations/*/tests/*.yaml"""

    hidden: bool
    tests: Annotated[tuple[TestEntry, ...], Meta(min_length=1)]


class EscalationFile(_Strict, frozen=True):
    """escalations/*/escalation.yaml"""

    title: Line
    minutes: Minutes
    when: Text


class EasingFile(_Strict, frozen=True):
    """easing/easing.yaml"""

    title: Line
    when: Text
    keeps: Annotated[tuple[Line, ...], Meta(min_length=1)]


class HintEntry(_Strict, frozen=True):
    title: Line
    text: Text


class HintsFile(_Strict, frozen=True):
    """interviewer/hints.yaml"""

    hints: Annotated[tuple[HintEntry, ...], Meta(min_length=4, max_length=4)]


class FactEntry(_Strict, frozen=True):
    id: Slug
    ask: Line
    answer: Text
    why: Text


class FactsFile(_Strict, frozen=True):
    """interviewer/facts.yaml"""

    facts: Annotated[tuple[FactEntry, ...], Meta(min_length=1)]


class QuestionEntry(_Strict, frozen=True):
    ask: Line
    listen_for: Text


class QuestionsByLevel(_Strict, frozen=True, rename={"mid_senior": "mid-senior"}):
    junior: Annotated[tuple[QuestionEntry, ...], Meta(min_length=1)]
    mid_senior: Annotated[tuple[QuestionEntry, ...], Meta(min_length=1)]
    senior: Annotated[tuple[QuestionEntry, ...], Meta(min_length=1)]


class ApproachEntry(_Strict, frozen=True):
    id: Slug
    name: Line
    seen: Text
    questions: QuestionsByLevel
    choice: Line = ""  # optional, so that packages made before it are still read


class QuestionsFile(_Strict, frozen=True):
    """interviewer/questions.yaml"""

    approaches: Annotated[tuple[ApproachEntry, ...], Meta(min_length=1)]


class ReviewQuestionsFile(_Strict, frozen=True):
    """interviewer/questions.yaml"""

    questions: QuestionsByLevel


class DisagreeFile(_Strict, frozen=True):
    """interviewer/disagree.yaml"""

    claim: Text
    defensible: Text
    good_answer: Text
    weak_answer: Text


class AnchorEntry(_Strict, frozen=True):
    signal: SignalId
    at_2: Text
    at_4: Text


class RubricFile(_Strict, frozen=True):
    """interviewer/rubric.yaml"""

    anchors: Annotated[tuple[AnchorEntry, ...], Meta(min_length=1)]


class AcceptedFile(_Strict, frozen=True):
    """solutions/accepted/*/solution.yaml"""

    title: Line
    approach: Slug
    note: Text
    revision: Annotated[int, Meta(ge=0)] | None = None


class RejectedFile(_Strict, frozen=True):
    """solutions/rejected/*/solution.yaml"""

    title: Line
    why: Text
    outcome: OutcomeId = "ok"
    fails: tuple[Line, ...] = ()
    revision: Annotated[int, Meta(ge=0)] = 0


class FindingEntry(_Strict, frozen=True):
    id: Slug
    file: Line
    line: Annotated[int, Meta(ge=1)]
    what: Text
    why: Text
    weight: Literal["blocks", "should", "nice"]
    shows: tuple[Line, ...] = ()


class ListenForEntry(_Strict, frozen=True):
    at_2: Text
    at_4: Text


class ReviewFile(_Strict, frozen=True):
    """review/review.yaml"""

    title: Line
    by: Annotated[str, Meta(pattern=r"^\S+$", max_length=40)]
    story: Text
    language: Slug
    findings: Annotated[tuple[FindingEntry, ...], Meta(min_length=2, max_length=12)]
    good: Annotated[tuple[Line, ...], Meta(min_length=1)]
    listen_for: ListenForEntry
    revision: Annotated[int, Meta(ge=0)] = 0


class PromptEntry(_Strict, frozen=True):
    id: Slug
    minutes: Minutes
    ask: Text
    listen_for: Text
    follow_ups: QuestionsByLevel
    signal: SignalId


class WalkthroughFile(_Strict, frozen=True):
    """walkthrough.yaml"""

    board: bool
    prompts: Annotated[tuple[PromptEntry, ...], Meta(min_length=3, max_length=12)]


class SheetFactEntry(_Strict, frozen=True):
    topic: Slug
    ask: Line
    answer: Text


class SheetFile(_Strict, frozen=True):
    """sheet.yaml"""

    facts: Annotated[tuple[SheetFactEntry, ...], Meta(min_length=1, max_length=40)]


FILES: tuple[type[Struct], ...] = (
    CaseFile, ReviewCaseFile, WalkthroughCaseFile, FactSheetCaseFile, TestsFile, EscalationFile, EasingFile,
    HintsFile, FactsFile, QuestionsFile, ReviewQuestionsFile, DisagreeFile, RubricFile, AcceptedFile,
    RejectedFile, ReviewFile, WalkthroughFile, SheetFile,
)  # fmt: skip
