"""Builds the golden hours of contracts/hours from scripts that read like a protocol, and reads them again.

    hour.at(11).runs(6, of=6)
    hour.moment("solved after six minutes", "early")

Minutes count from the beginning of the hour; the lobby was opened five before. Every entry is decided by the rules of
the room itself, so that no golden hour says what could not have happened.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from otherside.live import decide
from otherside.live import entries as kinds
from otherside.live.history import Hour, fold
from otherside.live.offer import to_json
from otherside.live.outline import Part
from otherside.live.progress import at_hand, is_due, observe, refitted, runs_in, standing
from otherside.log.entry import Entry, NewEntry
from otherside.plan.advice import advise
from otherside.plan.proposal import Question
from otherside.plan.second_half import propose
from otherside.relay.entries import PRESENCE, PRESENCE_JOINED, PRESENCE_LEFT, Joined, Left
from otherside.run.entries import RUN_FINISHED, RUN_STARTED, RUN_TRACK, RunFinished, RunStarted
from otherside.run.tests import TestResult
from otherside.scorecard.facts import facts

FOLDER = Path(__file__).parents[2] / "contracts" / "hours"
ROOM = json.loads((FOLDER / "room.json").read_text())
ALICE, DANA = 1, 2
LOBBY_MIN = 5
MINUTE_MS = 60_000
QUESTION = "limiter"
TITLES = {"welcome": "Welcome", "candidate-asks": "Your questions", "second-half": "Second half"}
BANK = tuple(
    Question(id=q["id"], title=q["title"], kind=q["kind"], levels=tuple(q["levels"]), minutes=q["minutes"])
    for q in ROOM["bank"]
)


@dataclass
class Script:
    """One golden hour while it is written."""

    name: str
    about: str
    minutes: int = 60
    stretch: int = 100  # per cent
    entries: list[Entry] = field(default_factory=list)
    moments: list[dict[str, object]] = field(default_factory=list)
    now_ms: int = 0
    runs_made: int = 0

    @property
    def hour(self) -> Hour:
        return fold(self.entries)

    @property
    def parts(self) -> list[dict[str, object]]:
        """The segments of room.json, in this hour's minutes."""
        if self.minutes == 60:
            return list(ROOM["segments"])
        stretched = {"s1": 6, "s2": 28, "s3": 8, "s4": 28, "s5": 5}
        return [{**s, "minutes": stretched[s["id"]]} for s in ROOM["segments"]]

    def at(self, minute: float) -> "Script":
        """Goes on to this minute of the hour."""
        then = round((LOBBY_MIN + minute) * MINUTE_MS)
        assert then >= self.now_ms, f"{self.name}: minute {minute} is over"
        self.now_ms = then
        return self

    def add(self, decided: NewEntry | Sequence[NewEntry] | None) -> "Script":
        entries = [decided] if isinstance(decided, NewEntry) else list(decided or ())
        assert entries, f"{self.name}: nothing happened at {self.now_ms} ms"
        for new in entries:
            number = len(self.entries)
            self.entries.append(
                Entry(number, self.now_ms, new.actor, new.track, new.kind, new.version, new.body)
            )
        return self

    # What people do.

    def opens(self) -> "Script":
        opened = kinds.HourOpened("2026-06-10T14:00:00+00:00", self.minutes)
        self.add(kinds.HOUR_OPENED.new(opened, track=kinds.OUTLINE, actor=ALICE))
        return self.joins(ALICE)

    def joins(self, member: int) -> "Script":
        return self.add(PRESENCE_JOINED.new(Joined(member), track=PRESENCE))

    def leaves(self, member: int) -> "Script":
        return self.add(PRESENCE_LEFT.new(Left(member), track=PRESENCE))

    def begins(self) -> "Script":
        self.add(decide.begin(self.hour, ALICE))
        self.add(decide.note_plan(self.hour, ALICE, "The hour began with this plan.", self.planned()))
        return self.fits() if self.hour.ends_ms is not None else self

    def planned(self, **changed: str) -> list[kinds.PlannedSegment]:
        """The plan; `changed` names another title for a segment."""
        return [
            kinds.PlannedSegment(s["id"], s["kind"], changed.get(s["id"], s["title"]), s["minutes"])
            for s in self.parts
        ]

    def fits(self) -> "Script":
        minutes = refitted(self.hour, self.now_ms)
        return self.add(decide.fitted(self.hour, ALICE, minutes or ()))

    def part(self, segment: str) -> "Script":
        ordinal, found = next((n, s) for n, s in enumerate(self.parts, 1) if s["id"] == segment)
        title = TITLES.get(str(found["kind"]), "A problem")
        part = Part(segment, "part", title, int(str(found["minutes"])), None)
        return self.add(decide.begin_segment(self.hour, ALICE, part, ordinal))

    def shows(self, question: str = QUESTION, revision: int = 0) -> "Script":
        doc = {"limiter": "doc:q1", "calendar": "doc:q2"}[question]
        title = next(q["title"] for q in ROOM["questions"] if q["id"] == question)
        body = kinds.StatementShown(doc, question, title, f"{title}, revision {revision}.", revision)
        return self.add(decide.show_statement(self.hour, ALICE, body))

    def says_change(self, revision: int, text: str) -> "Script":
        return self.add(decide.say_statement(self.hour, ALICE, QUESTION, revision, text))

    def hint(self, step: int, *, said: bool = False) -> "Script":
        text = next(
            h["text"]
            for q in ROOM["questions"]
            if q["id"] == QUESTION
            for h in q["hints"]
            if h["step"] == step
        )
        return self.add(decide.hint(self.hour, ALICE, QUESTION, step, text, said=said))

    def clarifies(self, fact: str, *, said: bool = True) -> "Script":
        text = next(f["answer"] for f in ROOM["questions"][0]["facts"] if f["id"] == fact)
        return self.add(decide.clarify(self.hour, ALICE, QUESTION, fact, text, said=said))

    def pauses(self, cause: str, reason: str = "") -> "Script":
        return self.add(decide.pause(self.hour, ALICE, reason, cause))

    def resumes(self) -> "Script":
        self.add(decide.resume(self.hour, ALICE))
        return self.fits() if self.hour.ends_ms is not None else self

    def has_to_go(self, minute: float) -> "Script":
        ends_ms = round((LOBBY_MIN + minute) * MINUTE_MS)
        self.add(decide.end_by(self.hour, ALICE, ends_ms, now_ms=self.now_ms))
        return self.fits() if self.hour.begun_ms is not None else self

    def types(self) -> "Script":
        """Dana touches the document; what she types is not told here."""
        doc = self.hour.statements[-1].doc if self.hour.statements else kinds.PAD
        return self.add(NewEntry(DANA, doc, "y.update", 1, b""))

    def runs(self, passed: int, *, of: int, doc: str | None = None) -> "Script":
        """A run of the visible tests; the pad has none."""
        doc = doc or (self.hour.statements[-1].doc if self.hour.statements else kinds.PAD)
        self.runs_made += 1
        name, mode = f"run-{self.runs_made}", "visible" if of else "input"
        tests = tuple(
            TestResult(name=f"test {n}", passed=n <= passed, expected="", actual="", outcome="ok")
            for n in range(1, of + 1)
        )
        started = RunStarted(name, doc, "python", mode)
        self.add(RUN_STARTED.new(started, track=RUN_TRACK, actor=DANA))
        body = RunFinished(
            run=name, doc=doc, language="python", mode=mode, files={}, stdin="", outcome="ok", exit_code=0,
            signal=None, stdout="", stderr="", wall_ms=40, cpu_ms=30, memory_bytes=9_000_000, promise="",
            tests=tests,
        )  # fmt: skip
        return self.add(RUN_FINISHED.new(body, track=RUN_TRACK, actor=DANA))

    def takes(self, option: str) -> "Script":
        """The proposal, where it is offered; a changed second half stands in the plan under the option's name."""
        offered = options_of(self)
        chosen = next(o for o in offered if o.id == option)
        others = [o.id for o in offered if o.id != option]
        body = kinds.ProposalTaken(option, chosen.question, chosen.minutes, list(chosen.reasons), others)
        self.add(decide.taken(self.hour, ALICE, body))
        if option not in {"escalate", "depth"}:
            planned = self.planned(s4=f"Second half: {chosen.title}")
            again = decide.note_plan(self.hour, ALICE, "The second half was chosen.", planned)
            if again is not None:
                self.add(again)
        return self

    def ends(self) -> "Script":
        return self.add(decide.end(self.hour, ALICE))

    def moment(self, name: str, card: str, *, said: Sequence[str] = ()) -> "Script":
        """What the card says now. `said` are the steps that were said or put off, by segment and index."""
        told = {"name": name, "entries": len(self.entries), **seen_at(self, said), "card": {"state": card}}
        self.moments.append(told)
        return self


def question_by_segment() -> dict[str, str]:
    return {s["id"]: s["question"] for s in ROOM["segments"] if s["question"]}


def options_of(script: Script) -> tuple[object, ...]:
    """The proposal of this moment, by the same rules as the server's."""
    seen = observe(script.hour, runs_in(script.entries), script.now_ms, probes=ROOM["probes"], member=ALICE)
    if seen is None:
        return ()
    package = next(q for q in ROOM["questions"] if q["id"] == seen.question)
    materials = at_hand(
        script.hour,
        seen,
        level=ROOM["level"],
        escalations=[(e["title"], e["minutes"]) for e in package["escalations"]],
        easing=package["easing"]["title"],
        review=package["review"],
        questions=question_by_segment(),
        bank=BANK,
    )
    return propose(seen, materials)


def seen_at(script: Script, said: Sequence[str] = ()) -> dict[str, object]:
    """Everything but the card, as the product's rules have it at this moment."""
    hour, now_ms = script.hour, script.now_ms
    seen = observe(hour, runs_in(script.entries), now_ms, probes=ROOM["probes"], member=ALICE)
    stands = standing(hour, now_ms)
    drift = stands.drift if stands is not None else None
    advice = advise(seen, drift, level=ROOM["level"]) if seen is not None and drift is not None else None
    options = options_of(script)
    first = options[0] if options else None
    return {
        "atMs": now_ms,
        "said": list(said),
        "drift": to_json(drift),
        "advice": to_json(advice) if advice is not None else None,
        "proposal": {
            "due": is_due(hour, seen),
            "early": seen is not None and seen.is_early,
            "first": None
            if first is None
            else {
                "id": first.id,
                "question": first.question,
                "revision": first.revision,
                "reasons": list(first.reasons),
            },
            "others": [option.id for option in options[1:]],
        },
        "observed": to_json(seen),
    }


def log_lines(script: Script) -> str:
    """The log, an entry a line; a document's update has no body here, only its time."""
    lines = []
    for entry in script.entries:
        body = json.loads(entry.body) if entry.body else None
        values = {
            "seq": entry.seq, "atMs": entry.at_ms, "actor": entry.actor, "track": entry.track, "kind": entry.kind,
            "version": entry.version, "body": body,
        }  # fmt: skip
        lines.append(json.dumps(values, ensure_ascii=False))
    return "\n".join(lines) + "\n"


def entries_in(text: str) -> list[Entry]:
    """A stored log again."""
    found = []
    for line in text.splitlines():
        value = json.loads(line)
        body = json.dumps(value["body"], ensure_ascii=False).encode() if value["body"] is not None else b""
        found.append(
            Entry(
                value["seq"],
                value["atMs"],
                value["actor"],
                value["track"],
                value["kind"],
                value["version"],
                body,
            )
        )
    return found


def facts_of(script: Script) -> dict[str, dict[str, str]]:
    """Signal to what stands beside its rating after the hour."""
    found = facts(script.hour, runs_in(script.entries))
    return {signal: {fact.what: fact.figure for fact in listed} for signal, listed in found.items()}


def expected(script: Script) -> dict[str, object]:
    return {
        "hour": script.name,
        "about": script.about,
        "stretchPercent": script.stretch,
        "minutes": script.minutes,
        "segmentMinutes": {str(s["id"]): s["minutes"] for s in script.parts},
        "moments": script.moments,
        "facts": facts_of(script),
    }
