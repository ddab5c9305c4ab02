"""Who may see the hour again, and which tracks of it."""

from dataclasses import dataclass
from hashlib import sha256

from django.core.cache import cache

from otherside.accounts.models import User
from otherside.interview.access import access_for, members_of, owes_card
from otherside.interview.models import Interview, PanelMember
from otherside.live.access import cards_in
from otherside.live.grants import READ_AFTER_CARD, READ_BY_PANEL, Seat, Side, grants_for
from otherside.live.history import Hour, fold
from otherside.log.entry import Entry
from otherside.relay import client as relay
from otherside.replay.limits import CHAIN_SECONDS_MAX, FOUND_SECONDS_MAX
from otherside.replay.recording import Chain, Heading, Named, Segment
from otherside.replay.search import Result, search

# A hiring manager who did not sit at this table reads what the panel left, but nobody's private notes.
READ_BY_MANAGER = ("doc:*", "doc:panel-*", *READ_BY_PANEL)


@dataclass(frozen=True, slots=True)
class Recording:
    """An interview whose replay somebody may see, with the tracks that they may read of it."""

    interview: Interview
    tracks: tuple[str, ...]

    def entries(self) -> list[Entry]:
        """What the reader may see, in the order of the log; empty until the lobby was opened."""
        return relay.entries(self.interview.log_id, tracks=self.tracks)

    def remarks(self) -> list[Entry]:
        """The same without the documents, which are nearly all of its bytes."""
        small = [track for track in self.tracks if not track.startswith(("doc:", "notes:", "term:"))]
        return relay.entries(self.interview.log_id, tracks=small)

    def names(self) -> dict[int, str]:
        return {0: "Otherside", **{member.number: member.name for member in members_of(self.interview)}}

    def heading(self) -> Heading:
        """Who, when, which parts, and whether the chain holds."""
        remarks = self.remarks()
        hour = fold(remarks)
        return Heading(
            opened_at=hour.opened_at.isoformat() if hour.opened_at is not None else None,
            ended_at=self.interview.ended_at.isoformat() if self.interview.ended_at is not None else None,
            members=tuple(
                Named(m.number, m.name, Side.CANDIDATE if m.is_candidate else Side.PANEL)
                for m in members_of(self.interview)
            ),
            segments=segments_of(hour),
            chain=self._chain(remarks[-1].seq if remarks else 0),
        )

    def _chain(self, last_seq: int) -> Chain:
        """Computed anew, but not for every page of one recording: it reads the whole log."""
        name = f"replay:chain:{self.interview.log_id}:{last_seq}"
        kept = cache.get(name)
        if isinstance(kept, Chain):
            return kept
        found = relay.verify(self.interview.log_id)
        chain = Chain(found.holds, found.entries, found.link.hex(), found.problem or None)
        cache.set(name, chain, int(CHAIN_SECONDS_MAX))
        return chain

    def places(self, words: str) -> Result:
        """Where `words` occur in what the reader may see. A second look at the same costs nothing."""
        entries = self.entries()
        seen = [len(entries), entries[-1].seq if entries else 0, sum(entry.redacted for entry in entries)]
        asked = sha256(repr((self.interview.log_id, self.tracks, seen, words)).encode()).hexdigest()
        kept = cache.get(f"replay:places:{asked}")
        if isinstance(kept, Result):
            return kept
        result = search(entries, words)
        cache.set(f"replay:places:{asked}", result, int(FOUND_SECONDS_MAX))
        return result


def access_recording(interview_id: int, user: User) -> Recording:
    """The replay, for the panel and the opening's hiring manager. Raises NotFound for everybody else.

    Colleagues' marks and observations are among the tracks once the reader's own card is in; the manager's
    wait for it, too, where they sat on another panel of the application.
    """
    interview = access_for("replay", interview_id, user)
    seated = PanelMember.objects.filter(interview=interview, user=user).first()
    if seated is None:
        owes = owes_card(interview.application, user)
        return Recording(interview, READ_BY_MANAGER if owes else (*READ_BY_MANAGER, *READ_AFTER_CARD))
    number = next(m.number for m in members_of(interview) if m.user_id == user.pk)
    seat = Seat(number=number, side=Side.PANEL, card_in=user.pk in cards_in(interview))
    return Recording(interview, tuple(grant.pattern for grant in grants_for(seat, ended=True)))


def segments_of(hour: Hour) -> tuple[Segment, ...]:
    """The parts as they were begun, titled as the plan had them: the reader is of the panel's side."""
    titles = {planned.id: planned.title for planned in hour.plan}
    return tuple(
        Segment(
            at_ms=begun.at_ms,
            segment=begun.segment,
            ordinal=begun.ordinal,
            title=titles.get(begun.segment, begun.title),
            minutes=begun.minutes,
        )
        for begun in hour.segments
    )
