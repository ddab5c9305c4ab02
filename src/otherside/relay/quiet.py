"""Whose line went silent, and who is heard again: what the log is told before a dead line is given up."""

from collections.abc import Callable, Iterator

from otherside.log.entry import NewEntry
from otherside.relay.entries import PRESENCE, PRESENCE_HEARD, PRESENCE_QUIET, Heard, Quiet
from otherside.relay.limits import LISTEN_MS, QUIET_AFTER
from otherside.relay.room import Room


def changes(room: Room, member: int, utc_ms: Callable[[], int]) -> Iterator[NewEntry]:
    """One entry where `member`'s last line went silent or one of them is heard again; mostly nothing."""
    silent = [peer.silent for peer in room.peers if peer.member == member]
    is_quiet = bool(silent) and min(silent) >= QUIET_AFTER
    if is_quiet == (member in room.quiet):
        return
    room.quiet ^= {member}
    if not is_quiet:
        if silent:  # who left is told to have left, and nothing more
            yield PRESENCE_HEARD.new(Heard(member), track=PRESENCE, actor=member)
        return
    since = room.now_ms(utc_ms()) - min(silent) * LISTEN_MS
    yield PRESENCE_QUIET.new(Quiet(member, max(0, since)), track=PRESENCE, actor=member)
