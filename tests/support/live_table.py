"""The one set-up that successes and refusals of the hour share: who holds which key to the same interview."""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from otherside.interview import links
from otherside.interview.models import Interview
from otherside.live import actions
from otherside.live.access import CandidateKey, PanelKey, read_hour
from otherside.live.history import Hour
from otherside.log.entry import Entry
from otherside.relay import client as relay
from otherside.resume.models import Probe
from tests.support.cast import User

NOW = datetime(2026, 6, 10, 15, 0, tzinfo=UTC)
QUESTION = "rate-limiter"
PROBE = "p1"


@dataclass
class Table:
    """Alice leads, Bob is on the panel, Charlie is a stranger, Dana holds the candidate's link."""

    interview: Interview
    alice: PanelKey
    bob: PanelKey
    charlie: PanelKey
    dana: CandidateKey
    at: datetime = NOW
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    fold: Callable[[], object] = lambda: None  # a test of long hours sets what folds its log

    @property
    def log_id(self) -> str:
        return self.interview.log_id

    @property
    def hour(self) -> Hour:
        return read_hour(self.log_id)

    @property
    def doc(self) -> str:
        """Where the problem is worked on; its place in the plan decides, and with it the bank."""
        doc = self.hour.doc_of(QUESTION)
        assert doc is not None
        return doc

    def once(self) -> str:
        """A new name for a request."""
        return f"request-{next(self.numbers)}"

    def later(self, **span: float) -> datetime:
        self.at += timedelta(**span)
        return self.at

    def entries(self, *tracks: str) -> list[Entry]:
        return relay.entries(self.log_id, tracks=tracks or None)

    def open(self) -> "Table":
        actions.open_lobby(self.alice, self.at)
        return self

    def begin(self) -> "Table":
        self.open()
        actions.begin(self.alice, self.at, once=self.once())
        return self

    def reveal(self) -> "Table":
        self.begin()
        actions.reveal_statement(self.alice, self.at, once=self.once(), question=QUESTION, revision=0)
        return self

    def end(self) -> "Table":
        self.begin()
        actions.end(self.alice, self.at, once=self.once())
        return self


def table_for(interview: Interview, alice: User, bob: User, charlie: User) -> Table:
    """Everybody's keys to `interview`, whose candidate's résumé makes one claim worth a question."""
    interview.refresh_from_db()
    Probe.objects.create(
        application=interview.application, key=PROBE, claim="Halved the latency", ask="How did you measure it?",
        passage="halved p99 latency", changed_at=NOW,
    )  # fmt: skip
    link = links.token(links.ROOM, interview)
    return Table(
        interview=interview,
        alice=PanelKey(interview.pk, alice),
        bob=PanelKey(interview.pk, bob),
        charlie=PanelKey(interview.pk, charlie),
        dana=CandidateKey(link),
    )
