"""What the log holds for the author of a card: the hour, its runs with their hidden tests, who came when."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from otherside.live.history import Hour, fold
from otherside.live.progress import Ran, runs_in
from otherside.log.entry import Entry
from otherside.relay.entries import PRESENCE_JOINED
from otherside.run.entries import RUN_JUDGED
from otherside.run.tests import TestResult

Judged = Mapping[str, tuple[TestResult, ...]]  # run → its hidden tests


@dataclass(frozen=True, slots=True)
class Seen:
    """Times are milliseconds since the lobby was opened. `joined`: member → when they first came."""

    hour: Hour = field(default_factory=Hour)
    runs: tuple[Ran, ...] = ()
    judged: Judged = field(default_factory=dict)
    joined: Mapping[int, int] = field(default_factory=dict)


def seen_in(entries: Sequence[Entry]) -> Seen:
    """All of it from the entries that the reader may see, in the order of the log."""
    joined: dict[int, int] = {}
    for entry in entries:
        if entry.kind == PRESENCE_JOINED.name and not entry.redacted:
            joined.setdefault(PRESENCE_JOINED.read(entry).member, entry.at_ms)
    return Seen(fold(entries), runs_in(entries), judged_of(entries), joined)


def judged_of(entries: Iterable[Entry]) -> dict[str, tuple[TestResult, ...]]:
    """The hidden tests of each run, where it had any."""
    read = (
        RUN_JUDGED.read(entry) for entry in entries if entry.kind == RUN_JUDGED.name and not entry.redacted
    )
    return {body.run: body.tests for body in read}
