"""The recording as a list that can be read: what happened, when, by whom. The text twin of the tracks."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from otherside.live import entries as live
from otherside.log.entry import Entry
from otherside.run import entries as run

SIGNS = {"question": "?", "good": "+", "concern": "!", "answered": "✓", "flag": "⚑"}


@dataclass(frozen=True, slots=True)
class Chapter:
    """One line of the list. `kind` is the entry's kind; `at_ms` is what it is about, which a mark may
    backdate."""

    at_ms: int
    kind: str
    title: str
    detail: str = ""
    actor: int = 0


def chapters(entries: Iterable[Entry]) -> tuple[Chapter, ...]:
    """Every entry that a reader would look for, in the order of what they are about."""
    found = []
    for entry in entries:
        tell = TELLING.get(entry.kind)
        if tell is not None and not entry.redacted:
            found.append(tell(entry))
    return tuple(sorted(found, key=lambda chapter: chapter.at_ms))


def _opened(entry: Entry) -> Chapter:
    return Chapter(entry.at_ms, entry.kind, "The lobby was opened", actor=entry.actor)


def _begun(entry: Entry) -> Chapter:
    return Chapter(entry.at_ms, entry.kind, "The hour began", actor=entry.actor)


def _ended(entry: Entry) -> Chapter:
    return Chapter(entry.at_ms, entry.kind, "The hour ended", actor=entry.actor)


def _segment(entry: Entry) -> Chapter:
    body = live.SEGMENT_BEGUN.read(entry)
    return Chapter(
        entry.at_ms, entry.kind, body.title, f"Part {body.ordinal}, {body.minutes} min", entry.actor
    )


def _statement(entry: Entry) -> Chapter:
    body = live.STATEMENT_SHOWN.read(entry)
    if body.revision == 0:
        return Chapter(entry.at_ms, entry.kind, body.title, "Problem shown", entry.actor)
    word = "Harder" if body.revision > 0 else "Easier"
    headings = [line[3:].strip() for line in body.markdown.splitlines() if line.startswith("## ")]
    last = headings[-1] if headings else f"revision {body.revision}"
    return Chapter(entry.at_ms, entry.kind, f"{word}: {last}", body.title, entry.actor)


def _paused(entry: Entry) -> Chapter:
    reason = live.CLOCK_PAUSED.read(entry).reason
    return Chapter(entry.at_ms, entry.kind, "Clock paused", reason, entry.actor)


def _resumed(entry: Entry) -> Chapter:
    return Chapter(entry.at_ms, entry.kind, "Clock goes on", actor=entry.actor)


def _hint(entry: Entry) -> Chapter:
    body = live.HINT_SHOWN.read(entry)
    title = f"Hint {body.step}, shown" if body.step is not None else "Own hint, shown"
    return Chapter(entry.at_ms, entry.kind, title, body.text, entry.actor)


def _said(entry: Entry) -> Chapter:
    body = live.HELP_SAID.read(entry)
    title = f"Hint {body.step}, said aloud" if body.step is not None else "Own hint, said aloud"
    return Chapter(entry.at_ms, entry.kind, title, body.text, entry.actor)


def _fact(entry: Entry) -> Chapter:
    body = live.FACT_GIVEN.read(entry)
    title = f"Asked for: {body.fact}" if body.fact else "Asked, and answered"
    return Chapter(entry.at_ms, entry.kind, _how(title, shown=body.shown), body.text, entry.actor)


def _how(title: str, *, shown: bool) -> str:
    return f"{title}, shown" if shown else title


def _challenge(entry: Entry) -> Chapter:
    body = live.CHALLENGE_PUT.read(entry)
    title = f"Challenge to {body.choice}" if body.choice else "Challenge"
    return Chapter(entry.at_ms, entry.kind, _how(title, shown=body.shown), body.text, entry.actor)


def _statement_said(entry: Entry) -> Chapter:
    body = live.STATEMENT_SAID.read(entry)
    word = "Harder" if body.revision > 0 else "Easier"
    return Chapter(entry.at_ms, entry.kind, f"{word}, said aloud", body.text, entry.actor)


def _choice(entry: Entry) -> Chapter:
    body = live.CHOICE_NOTED.read(entry)
    return Chapter(entry.at_ms, entry.kind, f"Choice {body.choice}, {body.how}", body.text, entry.actor)


def _settled(entry: Entry) -> Chapter:
    body = live.CHOICE_SETTLED.read(entry)
    return Chapter(entry.at_ms, entry.kind, f"Choice {body.choice}: {body.state}", actor=entry.actor)


def _solution(entry: Entry) -> Chapter:
    return Chapter(entry.at_ms, entry.kind, "Asked for the solution", actor=entry.actor)


def _asked(entry: Entry) -> Chapter:
    body = live.ASKED_NOTED.read(entry)
    title = "The candidate asks" if body.answered else "The candidate asks, not answered yet"
    return Chapter(entry.at_ms, entry.kind, title, body.text, entry.actor)


def _moment(entry: Entry) -> Chapter:
    body = live.MOMENT_BEGUN.read(entry)
    length = f"{body.seconds} s" if body.seconds else ""
    return Chapter(entry.at_ms, entry.kind, body.title, length, entry.actor)


def _trouble(entry: Entry) -> Chapter:
    body = live.TROUBLE_TOLD.read(entry)
    return Chapter(entry.at_ms, entry.kind, "Technical trouble", body.text, entry.actor)


def _lateness(entry: Entry) -> Chapter:
    body = live.LATENESS_NOTED.read(entry)
    apology = "with an apology" if body.apology else "without an apology"
    title = f"Late by the {body.cause}" if body.cause != "technical" else "Late for technical trouble"
    return Chapter(entry.at_ms, entry.kind, f"{title}, {apology}", body.reason, entry.actor)


def _taken(entry: Entry) -> Chapter:
    body = live.PROPOSAL_TAKEN.read(entry)
    return Chapter(
        entry.at_ms, entry.kind, f"Second half: {body.option}", "; ".join(body.reasons), entry.actor
    )


def _running(entry: Entry) -> Chapter:
    on = live.RUNNING_SET.read(entry).on
    return Chapter(
        entry.at_ms,
        entry.kind,
        "Written with running" if on else "Written without running",
        actor=entry.actor,
    )


def _mark(entry: Entry) -> Chapter:
    body = live.MARK_SET.read(entry)
    title = f"{SIGNS[body.kind]} {body.text or body.kind.capitalize()}"
    return Chapter(body.of_ms, entry.kind, title, "", entry.actor)


def _probe(entry: Entry) -> Chapter:
    body = live.PROBE_SET.read(entry)
    return Chapter(entry.at_ms, entry.kind, f"Probe {body.probe}: {body.state}", body.note, entry.actor)


def _late(entry: Entry) -> Chapter:
    body = live.RUNNING_LATE.read(entry)
    detail = body.reason or "No reason given"
    return Chapter(entry.at_ms, entry.kind, f"Running {body.minutes} min late", detail, entry.actor)


def _run(entry: Entry) -> Chapter:
    body = run.RUN_FINISHED.read(entry)
    title = f"Run: {body.outcome}"
    if body.tests:
        passed = sum(test.passed for test in body.tests)
        title = f"Run: {passed} of {len(body.tests)} tests pass"
    return Chapter(
        entry.at_ms, entry.kind, title, f"{body.language}, {body.wall_ms / 1000:.2f} s", entry.actor
    )


TELLING: Mapping[str, Callable[[Entry], Chapter]] = {
    "hour.opened": _opened,
    "hour.begun": _begun,
    "hour.ended": _ended,
    "segment.begun": _segment,
    "statement.shown": _statement,
    "clock.paused": _paused,
    "clock.resumed": _resumed,
    "hint.shown": _hint,
    "help.said": _said,
    "fact.given": _fact,
    "challenge.put": _challenge,
    "statement.said": _statement_said,
    "choice.noted": _choice,
    "choice.settled": _settled,
    "solution.asked": _solution,
    "asked.noted": _asked,
    "moment.begun": _moment,
    "trouble.told": _trouble,
    "lateness.noted": _lateness,
    "proposal.taken": _taken,
    "running.set": _running,
    "mark.set": _mark,
    "probe.set": _probe,
    "presence.late": _late,
    "run.finished": _run,
}
