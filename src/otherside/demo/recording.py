"""A story becomes the log of an interview: entries with their times, written in one commit.

Every keystroke is a genuine Yjs update and every run's outcome is what the sandbox said of those files.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from random import Random

import msgspec
from pycrdt import Text

from otherside.demo.beats import (
    CANDIDATE,
    Beat,
    Fact,
    Hint,
    Mark,
    Pause,
    Replace,
    Resume,
    Reveal,
    Run,
    Segment,
    Write,
)
from otherside.kernel.ids import new_id
from otherside.live import entries as kinds
from otherside.live.outline import Part
from otherside.live.pad import hello
from otherside.live.starter import Document, starter_update
from otherside.live.typing import edits
from otherside.log.entry import NewEntry
from otherside.log.sequencer import Append, Item, Sequencer
from otherside.log.store import Store
from otherside.plan.segments import Plan
from otherside.question.jobs import request
from otherside.question.problem import Problem
from otherside.question.shown import for_candidate
from otherside.relay.entries import (
    CLIENT_BOUND,
    PRESENCE,
    PRESENCE_JOINED,
    PRESENCE_LEFT,
    ClientBound,
    Joined,
    Left,
)
from otherside.run.entries import (
    JUDGE_TRACK,
    RUN_FINISHED,
    RUN_JUDGED,
    RUN_STARTED,
    RUN_TRACK,
    RunJudged,
    RunStarted,
    finished,
)
from otherside.run.job import Job, Outcome
from otherside.run.tests import Test

LOBBY_MS = 6 * 60_000
DOCUMENT = "y.update"
PYTHON = "python"
PAD_FILE = "main.py"

Execute = Callable[[Job], Outcome]
Timed = tuple[int, NewEntry]  # milliseconds since the lobby was opened


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What a story is played on: the numbers of the lead and the candidate, the plan and the problem."""

    log_id: str
    lead: int
    candidate: int
    others: tuple[int, ...]
    plan: Plan
    parts: tuple[Part, ...]  # the plan as the outline shows it, names and titles that tell nothing
    problem: Problem
    opened_at: datetime


class _Typist:
    """A document as its writers see it, and the updates that each of their keys makes."""

    def __init__(self, start: bytes, client_id: int) -> None:
        self.doc = Document(client_id=client_id)
        self.doc.apply_update(start)

    def text(self, file: str) -> Text:
        found: Text = self.doc.get(f"file:{file}", type=Text)
        return found

    def files(self, names: Iterable[str]) -> dict[str, str]:
        return {name: str(self.text(name)) for name in names}

    def edit(self, file: str, index: int, remove: int, insert: str) -> bytes:
        before = self.doc.get_state()
        text = self.text(file)
        with self.doc.transaction():
            if remove:
                del text[index : index + remove]
            if insert:
                text.insert(index, insert)
        return bytes(self.doc.get_update(before))


class Recorder:
    """Plays beats and keeps what the log would have. `execute` runs a job for real."""

    def __init__(self, scene: Scene, execute: Execute, seed: int) -> None:
        self.scene = scene
        self.execute = execute
        self.random = Random(seed)
        self.entries: list[Timed] = []
        self.segment = 0
        self.runs = 0
        self.typists: dict[str, _Typist] = {}
        self.names: dict[str, tuple[str, ...]] = {}
        self.doc = kinds.PAD

    def record(self, beats: Iterable[Beat]) -> list[Timed]:
        """Every entry of the hour in the order of time."""
        self._open()
        for beat in beats:
            self._play(beat, LOBBY_MS + beat.at_s * 1000)
        self._close()
        return sorted(self.entries, key=lambda timed: timed[0])

    def _add(self, at_ms: int, entry: NewEntry) -> None:
        self.entries.append((at_ms, entry))

    def _open(self) -> None:
        scene = self.scene
        opened = kinds.HourOpened(scene.opened_at.isoformat(), scene.plan.minutes)
        self._add(0, kinds.HOUR_OPENED.new(opened, track=kinds.OUTLINE, actor=scene.lead))
        self._seed(0, kinds.PAD, hello(PYTHON, PAD_FILE))
        for wait_ms, member in [
            (900, scene.lead),
            *((40_000 + 1_000 * n, n) for n in scene.others),
            (250_000, scene.candidate),
        ]:
            self._add(wait_ms, PRESENCE_JOINED.new(Joined(member), track=PRESENCE))
        self._add(LOBBY_MS, kinds.HOUR_BEGUN.new(kinds.HourBegun(), track=kinds.OUTLINE, actor=scene.lead))
        planned = [
            kinds.PlannedSegment(part.id, segment.kind, segment.title, segment.minutes)
            for part, segment in zip(scene.parts, scene.plan.segments, strict=True)
        ]
        changed = kinds.PlanChanged("The hour began with this plan.", planned)
        self._add(LOBBY_MS, kinds.PLAN_CHANGED.new(changed, track=kinds.PLAN, actor=scene.lead))
        self._begin_segment(LOBBY_MS)

    def _close(self) -> None:
        end_ms = LOBBY_MS + self.scene.plan.minutes * 60_000
        self._add(end_ms, kinds.HOUR_ENDED.new(kinds.HourEnded(), track=kinds.OUTLINE, actor=self.scene.lead))
        for member in (self.scene.candidate, *self.scene.others, self.scene.lead):
            self._add(end_ms + 2_000 + member, PRESENCE_LEFT.new(Left(member), track=PRESENCE))

    def _seed(self, at_ms: int, doc: str, files: Mapping[str, str]) -> None:
        start = starter_update(self.scene.log_id, doc, PYTHON, files, name_it=True)
        self._add(at_ms, NewEntry(0, doc, DOCUMENT, 1, start))
        client_id = self.random.getrandbits(32)
        self.typists[doc] = _Typist(start, client_id)
        self.names[doc] = tuple(files)
        bound = ClientBound(self.scene.candidate, client_id, doc)
        self._add(at_ms + 1, CLIENT_BOUND.new(bound, track=PRESENCE))

    def _begin_segment(self, at_ms: int) -> None:
        part = self.scene.parts[self.segment]
        self.segment += 1
        begun = kinds.SegmentBegun(part.id, self.segment, part.title, part.minutes)
        self._add(at_ms, kinds.SEGMENT_BEGUN.new(begun, track=kinds.OUTLINE, actor=self.scene.lead))

    def _play(self, beat: Beat, at_ms: int) -> None:
        actor = self.scene.candidate if beat.who == CANDIDATE else self.scene.lead
        match beat.deed:
            case Write() | Replace() as deed:
                self._type(deed, at_ms, actor)
            case Run() as deed:
                self._run(deed, at_ms, actor)
            case Segment():
                self._begin_segment(at_ms)
            case Reveal(revision):
                self._reveal(revision, at_ms, actor)
            case Pause(reason):
                self._add(
                    at_ms, kinds.CLOCK_PAUSED.new(kinds.ClockPaused(reason), track=kinds.OUTLINE, actor=actor)
                )
            case Resume():
                self._add(
                    at_ms, kinds.CLOCK_RESUMED.new(kinds.ClockResumed(), track=kinds.OUTLINE, actor=actor)
                )
            case Mark(kind, text):
                body = msgspec.convert({"kind": kind, "text": text, "of_ms": at_ms - 4_000}, kinds.MarkSet)
                self._add(at_ms, kinds.MARK_SET.new(body, track=kinds.mark_track(actor), actor=actor))
            case Hint() | Fact() as deed:
                self._help(deed, at_ms, actor)

    def _help(self, deed: Hint | Fact, at_ms: int, actor: int) -> None:
        problem = self.scene.problem
        if isinstance(deed, Fact):
            fact = next(fact for fact in problem.facts if fact.id == deed.fact)
            given = kinds.FactGiven(problem.id, fact.id, fact.answer)
            self._add(at_ms, kinds.FACT_GIVEN.new(given, track=kinds.HELP, actor=actor))
            return
        text = problem.hints[deed.step - 1].text
        if deed.said:
            said = kinds.HelpSaid(problem.id, deed.step, text)
            self._add(at_ms, kinds.HELP_SAID.new(said, track=kinds.HELP, actor=actor))
        else:
            shown = kinds.HintShown(problem.id, deed.step, text)
            self._add(at_ms, kinds.HINT_SHOWN.new(shown, track=kinds.HINT, actor=actor))

    def _reveal(self, revision: int, at_ms: int, actor: int) -> None:
        problem = self.scene.problem
        part = next(part for part in self.scene.plan.segments if part.question == problem.id)
        assert part.doc is not None, "a segment with a question has a document"
        text = for_candidate(problem, revision).markdown
        shown = kinds.StatementShown(part.doc, problem.id, problem.title, text, revision)
        self._add(at_ms, kinds.STATEMENT_SHOWN.new(shown, track=kinds.OUTLINE, actor=actor))
        if part.doc not in self.typists:
            self._seed(at_ms + 5, part.doc, problem.starter[PYTHON])
        self.doc = part.doc

    def _type(self, deed: Write | Replace, at_ms: int, actor: int) -> None:
        typist = self.typists[self.doc]
        for edit in edits(deed, str(typist.text(deed.file)), self.random):
            at_ms += edit.wait_ms
            update = typist.edit(deed.file, edit.index, edit.remove, edit.insert)
            self._add(at_ms, NewEntry(actor, self.doc, DOCUMENT, 1, update))

    def _run(self, deed: Run, at_ms: int, actor: int) -> None:
        mode = "visible" if deed.stdin is None else "input"
        files = self.typists[self.doc].files(self.names[self.doc])
        extra: dict[str, str] = {}
        entry = PAD_FILE
        visible: tuple[Test, ...] = ()
        hidden: tuple[Test, ...] = ()
        if self.doc != kinds.PAD:
            extra, entry, visible, hidden = request(self.scene.problem, PYTHON, files, mode, 0)
        job = Job(
            language=PYTHON,
            files={**files, **extra},
            entry=entry,
            stdin=deed.stdin or "",
            tests=(*visible, *hidden),
        )
        outcome = self.execute(job)
        started = RunStarted(new_id(), self.doc, PYTHON, mode)
        self._add(at_ms, RUN_STARTED.new(started, track=RUN_TRACK, actor=actor))
        at_ms += max(40, outcome.wall_ms)
        body = finished(started, files, job.stdin, outcome)
        self._add(at_ms, RUN_FINISHED.new(body, track=RUN_TRACK, actor=actor))
        if outcome.hidden:
            judged = RunJudged(started.run, outcome.hidden)
            self._add(at_ms + 1, RUN_JUDGED.new(judged, track=JUDGE_TRACK, actor=actor))


def write_log(store: Store, scene: Scene, entries: Iterable[Timed]) -> None:
    """Writes the entries to the log in one commit, each at its own time."""
    opened_ms = int(scene.opened_at.timestamp() * 1000)
    owner = store.register(f"demo:{scene.log_id}")
    sequencer = Sequencer(store, owner, lambda: opened_ms)
    head = sequencer.claim([scene.log_id])[scene.log_id]
    if isinstance(head, Exception):
        raise head
    items = [Item(head, opened_ms + at_ms, Append((entry,))) for at_ms, entry in entries]
    packed = sequencer.pack(items)
    assert packed is not None, "a story has entries"
    sequencer.commit(packed)
    store.retire(owner)
