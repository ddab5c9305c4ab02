"""An hour held alone: a room of its own, marked as a rehearsal, whose candidate is a script.

It writes no card, mails nobody, stands in no list, and is deleted as it ends.
"""

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from pycrdt import Map, Text

from otherside.interview import links
from otherside.interview.actions import delete_rehearsal, make_rehearsal
from otherside.interview.models import Interview, Member
from otherside.interview.state import State
from otherside.kernel.errors import Conflict, DomainError, NotFound
from otherside.live import rehearsal as script
from otherside.live.access import CandidateKey, Key, PanelKey, take_panel_seat
from otherside.live.actions.hour import open_lobby
from otherside.live.actions.running import request_run
from otherside.live.actions.settling import settle
from otherside.live.history import Hour
from otherside.live.limits import REHEARSAL_MINUTES_MAX, REHEARSALS_MAX
from otherside.live.models import LateNotice, LinkSeen, Rehearsal, RunAsked
from otherside.live.requests import RunWish
from otherside.live.starter import LANGUAGE, Document
from otherside.log.entry import NewEntry
from otherside.plan.actions import copy_plan, forget_plan
from otherside.question.edge import load_bank
from otherside.relay import client as relay
from otherside.relay.entries import PRESENCE, PRESENCE_JOINED, Joined
from otherside.run.actions import forget_runs

GRACE = timedelta(seconds=60)  # the browser shows the end before the room goes
STROKES_PER_LOOK = 6


def rehearse(key: Key, at: datetime) -> Interview:
    """A new room with the same plan, its lobby open. One that `key` had for this interview before is deleted.

    Raises NotFound for whoever is not on the panel, Conflict once the hour itself is held, LimitReached.
    """
    seated = take_panel_seat(key, at)
    assert isinstance(key, PanelKey), "take_panel_seat refuses others"
    real = seated.interview
    if real.is_rehearsal or State(real.state) not in {State.PLANNED, State.SCHEDULED}:
        raise Conflict("An hour can be rehearsed until its lobby is opened.")
    mine = Rehearsal.objects.filter(started_by=key.user).select_related("interview")
    for earlier in mine.filter(of=real):
        forget(earlier)
    REHEARSALS_MAX.check(mine.count() + 1, "You")
    try:
        with transaction.atomic():
            row = make_rehearsal(real, key.user, script.CANDIDATE, at=at)
            copy_plan(real, row, key.user, at=at)
            Rehearsal.objects.create(interview=row, of=real, started_by=key.user, started_at=at, ready_at=at)
    except IntegrityError as error:
        raise Conflict("Your rehearsal is being started in another tab already. Look there.") from error
    open_lobby(PanelKey(row.pk, key.user), at)
    candidate = Member.objects.get(interview=row, is_candidate=True).number
    joined = PRESENCE_JOINED.new(Joined(candidate), track=PRESENCE)
    relay.append(row.log_id, [joined], once="rehearsal:joined")
    return row


def forget(rehearsal: Rehearsal) -> None:
    """Deletes the room with its log, runs and rows. Again: no harm."""
    row = rehearsal.interview
    with suppress(NotFound):  # the lobby was never opened, or an earlier try came this far
        relay.erase(row.log_id, why="rehearsal")
    forget_runs(row.log_id)
    with transaction.atomic():
        for rows in (RunAsked, LateNotice, LinkSeen):
            rows.objects.filter(interview=row).delete()
        Rehearsal.objects.filter(pk=rehearsal.pk).delete()
        forget_plan(row)
        delete_rehearsal(row)


def play(rehearsal: Rehearsal, at: datetime) -> int:
    """What the scripted candidate does by `at`; returns how many deeds. Deletes the room once it is over."""
    hour = settle(rehearsal.interview)
    if _is_over(rehearsal, hour, at):
        forget(rehearsal)
        return 0
    if not hour.is_going_on or hour.is_paused:
        return 0
    candidate = _Candidate(rehearsal.interview)
    docs = [shown.doc for shown in hour.statements if shown.revision == 0]
    todo = script.deeds(hour, load_bank().problems, candidate.languages(docs))
    done = 0
    while rehearsal.deeds_done < len(todo) and done < STROKES_PER_LOOK:
        if not _do(rehearsal, candidate, todo[rehearsal.deeds_done], hour, at):
            break
        rehearsal.deeds_done += 1
        done += 1
    fields = {"deeds_done": rehearsal.deeds_done, "ready_at": rehearsal.ready_at}
    Rehearsal.objects.filter(pk=rehearsal.pk).update(**fields)
    return done


class _Candidate:
    """The scripted candidate at their documents, for one look: each is read once."""

    def __init__(self, row: Interview) -> None:
        self.row = row
        self.number = Member.objects.get(interview=row, is_candidate=True).number
        self._docs: dict[str, Document] = {}

    def doc(self, track: str) -> Document:
        """As it is now, with the client id that this candidate types under."""
        if track not in self._docs:
            digest = hashlib.sha256(f"rehearsal\0{self.row.log_id}\0{track}".encode()).digest()
            found = Document(client_id=int.from_bytes(digest[:4]) or 1)
            for entry in relay.entries(self.row.log_id, tracks=[track]):
                found.apply_update(entry.body)
            self._docs[track] = found
        return self._docs[track]

    def languages(self, tracks: Sequence[str]) -> dict[str, str]:
        found = {track: self.doc(track).get("meta", type=Map).get(LANGUAGE) for track in tracks}
        return {track: language for track, language in found.items() if isinstance(language, str)}

    def type(self, stroke: script.Stroke) -> None:
        """One update, made on the document as it is; a file that is not there yet is listed first."""
        doc = self.doc(stroke.doc)
        text: Text = doc.get(f"file:{stroke.path}", type=Text)
        listed: Map[Map[float]] = doc.get("files", type=Map)
        before, now = doc.get_state(), str(text)
        place, letters = script.apply(now, stroke)
        # pycrdt counts in UTF-8 bytes.
        index, gone = len(now[:place].encode()), len(now[place : place + letters].encode())
        with doc.transaction():
            if stroke.path not in listed:
                listed[stroke.path] = Map({"order": float(len(listed))})
            if gone:
                del text[index : index + gone]
            if stroke.insert:
                text.insert(index, stroke.insert)
        update = bytes(doc.get_update(before))
        relay.append(self.row.log_id, [NewEntry(self.number, stroke.doc, "y.update", 1, update)])

    def run(self, deed: script.Run, once: str, at: datetime) -> None:
        doc = self.doc(deed.doc)
        listed: Map[object] = doc.get("files", type=Map)
        files = {path: str(doc.get(f"file:{path}", type=Text)) for path in sorted(listed.keys())}
        wish = RunWish(doc=deed.doc, language=deed.language, files=files, mode=deed.mode)
        with suppress(DomainError):  # as when a candidate presses Run and is refused: they go on
            request_run(CandidateKey(links.token(links.ROOM, self.row)), at, once=once, wish=wish)


def _is_over(rehearsal: Rehearsal, hour: Hour, at: datetime) -> bool:
    if at > rehearsal.started_at + timedelta(minutes=int(REHEARSAL_MINUTES_MAX)):
        return True
    if hour.ended_ms is None or hour.opened_at is None:
        return False
    return at > hour.opened_at + timedelta(milliseconds=hour.ended_ms) + GRACE


def _do(rehearsal: Rehearsal, candidate: _Candidate, deed: script.Deed, hour: Hour, at: datetime) -> bool:
    """Whether the deed is done by `at`. `ready_at` is when the one before was."""
    match deed:
        case script.Wait(seconds):
            due = rehearsal.ready_at + timedelta(seconds=seconds)
            rehearsal.ready_at = due if at >= due else rehearsal.ready_at
            return at >= due
        case script.Stuck(seconds):
            assert hour.opened_at is not None
            since_ms = (rehearsal.ready_at - hour.opened_at) // timedelta(milliseconds=1)
            due = rehearsal.ready_at + timedelta(seconds=seconds)
            if at < due and not script.is_helped(hour, since_ms):
                return False
            rehearsal.ready_at = at
            return True
        case script.Run():
            candidate.run(deed, f"deed-{rehearsal.deeds_done}", at)
            rehearsal.ready_at = at
            return True
        case script.Stroke():
            if at < rehearsal.ready_at:
                return False
            candidate.type(deed)
            # Never far behind: what a sleeping worker missed is not typed in one go.
            late = at - timedelta(seconds=2)
            rehearsal.ready_at = max(rehearsal.ready_at, late) + timedelta(milliseconds=deed.ms)
            return True
    raise AssertionError(f"no deed is like {deed!r}")
