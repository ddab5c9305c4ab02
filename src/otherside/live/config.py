"""What the room's page is told, one type a side: the candidate's has no field that could carry panel data.

The JSON is the front end's `RoomConfig`; names are camelCase there.
"""

import msgspec

from otherside.live.entries import PAD
from otherside.live.grants import Side


class _Camel(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """Fields in the front end's spelling."""


class You(_Camel, frozen=True):
    member: int
    name: str
    side: Side


class MemberName(_Camel, frozen=True):
    number: int
    name: str
    side: Side


class InterviewFacts(_Camel, frozen=True):
    """`rehearsal`: the candidate is a script, and nothing of the hour is kept."""

    id: int
    candidate: str
    title: str
    round: str
    starts_at: str | None
    minutes: int
    call_url: str
    call_phone: str
    rehearsal: bool = False


class LanguageChoice(_Camel, frozen=True):
    id: str
    name: str
    version: str
    runs: bool
    file_name: str


class Prefs(_Camel, frozen=True):
    """`hide_clock`: no clock and no minutes on the candidate's page. `stretch_percent`: what every threshold
    of time is multiplied by. `adjusted`: what is adjusted in this hour, in words; nobody is told why.
    """

    hide_clock: bool = False
    without_running: bool = False
    stretch_percent: int = 100
    adjusted: tuple[str, ...] = ()


class Step(_Camel, frozen=True):
    title: str
    say: str


class PanelSegment(_Camel, frozen=True):
    id: str
    kind: str
    title: str
    minutes: int
    doc: str | None
    question: str | None
    steps: tuple[Step, ...]


class CandidateSegment(_Camel, frozen=True):
    """A part of the outline. Which question waits in it, and what is watched for, has no place to be."""

    id: str
    kind: str
    title: str
    minutes: int
    doc: str | None = None
    question: None = None
    steps: tuple[()] = ()


class HintCard(_Camel, frozen=True):
    step: int
    title: str
    text: str


class FactCard(_Camel, frozen=True):
    id: str
    ask: str
    answer: str
    why: str


class EscalationCard(_Camel, frozen=True):
    id: str
    title: str
    markdown: str


class EasingCard(_Camel, frozen=True):
    title: str
    markdown: str


class ChallengeCard(_Camel, frozen=True):
    level: str
    ask: str
    listen_for: str


class QuestionCard(_Camel, frozen=True):
    id: str
    title: str
    markdown: str
    minutes: int
    languages: tuple[str, ...]
    hints: tuple[HintCard, ...]
    facts: tuple[FactCard, ...]
    escalations: tuple[EscalationCard, ...]
    easing: EasingCard | None
    questions: tuple[ChallengeCard, ...]
    guide: str


class ProbeCard(_Camel, frozen=True):
    id: str
    claim: str
    ask: str
    passage: str


class PanelPart(_Camel, frozen=True):
    questions: tuple[QuestionCard, ...]
    probes: tuple[ProbeCard, ...]
    digest: str
    facts: str
    card_url: str


class _Room(_Camel, frozen=True, kw_only=True):
    """What both sides are told."""

    you: You
    interview: InterviewFacts
    relay: str
    api: str
    members: tuple[MemberName, ...]
    languages: tuple[LanguageChoice, ...]
    recorded: tuple[str, ...]
    allowed: tuple[str, ...]
    prefs: Prefs
    # The first connection needs no request of its own, and opens what everybody looks at.
    ticket: str | None = None
    document: str = PAD


class PanelConfig(_Room, frozen=True, kw_only=True):
    segments: tuple[PanelSegment, ...]
    panel: PanelPart


class CandidateConfig(_Room, frozen=True, kw_only=True):
    segments: tuple[CandidateSegment, ...]
    observed: str = ""  # where the page tells of pastes and of the window left
    panel: None = None

    def __post_init__(self) -> None:
        if self.you.side is not Side.CANDIDATE:
            raise ValueError(f"a candidate's room was made for {self.you.side}")
