"""What the candidate's page tells: a paste, the window left and come back to.

The candidate is told beforehand. A page that was tampered with reports nothing, so what is
missing here proves nothing either.
"""

from datetime import datetime

from otherside.integrity import entries as kinds
from otherside.integrity.entries import OBSERVED
from otherside.integrity.limits import OBSERVATIONS_MAX, PASTE_CHARS_MAX
from otherside.integrity.observed import AWAY_MS_MIN
from otherside.integrity.origin import origin_of
from otherside.kernel.errors import Invalid
from otherside.live.access import Key, Seated, read_hour, take_candidate_seat
from otherside.live.actions.remarks import elapsed_ms
from otherside.live.actions.writing import once_of
from otherside.live.entries import PAD
from otherside.live.history import Hour
from otherside.live.starter import texts_in
from otherside.log.entry import NewEntry
from otherside.log.track import is_track
from otherside.question.edge import load_bank
from otherside.relay import client as relay

AWAY_MS_MAX = 4 * 60 * 60 * 1000
CHARS_MAX = 2**31 - 1
# The paste itself reaches the log by the room's own line, mostly before the page has told of it here.
TOLD_WITHIN_MS = 10_000


def observe_paste(
    key: Key, at: datetime, *, once: str, doc: str, text: str, chars: int, copied_here: bool
) -> bool:
    """Writes size and origin, never the text, which may be cut at the limit (`chars` is its whole length).

    True when it was written: outside of the hour, or above the limit, nothing is. Raises Invalid.
    """
    seated = take_candidate_seat(key, at)
    PASTE_CHARS_MAX.check(len(text), "What was pasted")
    if not is_track(doc) or not doc.startswith("doc:") or not len(text) <= chars <= CHARS_MAX:
        raise Invalid("A paste names its document, and its whole length.")
    hour = read_hour(seated.log_id)
    if not hour.is_going_on or not _room_left(seated):
        return False
    whole = chars == len(text.encode("utf-16-le")) // 2  # as browsers count
    room = _room_texts(seated, hour, until_ms=elapsed_ms(hour, at) - TOLD_WITHIN_MS)
    origin = origin_of(text, given=_given(hour), room=room, copied_here=copied_here) if whole else "outside"
    lines = text.count("\n") + 1
    body = kinds.Pasted(doc, chars, lines, origin)
    return _write(seated, once, kinds.PASTED.new(body, track=OBSERVED, actor=seated.seat.number))


def observe_focus(key: Key, at: datetime, *, once: str, away_ms: int | None) -> bool:
    """The window was left (`away_ms` None) or come back to. A glance is not written down."""
    seated = take_candidate_seat(key, at)
    if away_ms is not None and not 0 <= away_ms <= AWAY_MS_MAX:
        raise Invalid(f"Nobody is away for {away_ms} ms within an hour.")
    if away_ms is not None and away_ms < AWAY_MS_MIN:
        return False
    if not read_hour(seated.log_id).is_going_on or not _room_left(seated):
        return False
    number = seated.seat.number
    if away_ms is None:
        entry = kinds.FOCUS_LOST.new(kinds.FocusLost(), track=OBSERVED, actor=number)
    else:
        entry = kinds.FOCUS_REGAINED.new(kinds.FocusRegained(away_ms), track=OBSERVED, actor=number)
    return _write(seated, once, entry)


def _write(seated: Seated, once: str, entry: NewEntry) -> bool:
    return not relay.append(seated.log_id, [entry], once=once_of(seated, once)).repeated


def _room_left(seated: Seated) -> bool:
    return len(relay.entries(seated.log_id, tracks=[OBSERVED])) < int(OBSERVATIONS_MAX)


def _given(hour: Hour) -> list[str]:
    """Statements as shown, and the starter files of their problems in every language."""
    found = [shown.markdown for shown in hour.statements]
    bank = load_bank().problems
    for question in {shown.question for shown in hour.statements} & set(bank):
        for files in bank[question].starter.values():
            found += files.values()
    return found


def _room_texts(seated: Seated, hour: Hour, *, until_ms: int) -> list[str]:
    """The files of every document as they stood then: as they are now they hold what was pasted."""
    found: list[str] = []
    for doc in sorted({shown.doc for shown in hour.statements} | {PAD}):
        updates = relay.entries(seated.log_id, tracks=[doc])
        found += texts_in(entry.body for entry in updates if entry.at_ms <= until_ms).values()
    return found
