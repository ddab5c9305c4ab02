"""Opening a track: what a client asks on track 0, and what it gets when its grants allow it."""

from typing import TYPE_CHECKING

import msgspec

from otherside.log.track import is_track
from otherside.relay import frames
from otherside.relay.limits import CONTROL_BYTES_MAX, TRACKS_MAX
from otherside.relay.room import Channel
from otherside.relay.websocket import TOO_LARGE, BadFrame, frame

if TYPE_CHECKING:
    from otherside.relay.session import Session


class ControlIn(msgspec.Struct, frozen=True):
    """What a client may ask. Fields that we do not know are passed over, so that an older relay
    understands.
    """

    type: str
    track: str = ""
    have: int = 0  # so many entries of the track are there already


_decoder = msgspec.json.Decoder(ControlIn)


def read_control(raw: bytes) -> ControlIn:
    """Raises BadFrame."""
    if len(raw) > CONTROL_BYTES_MAX.value:
        raise BadFrame(f"a control message of {len(raw)} bytes", TOO_LARGE)
    try:
        return _decoder.decode(raw)
    except msgspec.MsgspecError as error:
        raise BadFrame(f"a control message that cannot be read: {error}") from error


def open_track(session: "Session", name: str, have: int) -> None:
    """Opens `name` for a session, or says that there is no such track for it: the same words for every reason
    that has to do with rights, because whoever may not read a track learns nothing of it.
    """
    room = session.room
    if not is_track(name) or not session.may(name):
        message = "There is no such track for you."
        session.tell(type="closed", track=name, code="not-found", message=message)
        return
    if name in session.numbers:
        return
    track = room.open(name, session.member) if len(session.channels) < TRACKS_MAX.value else None
    if track is None:
        session.tell(type="closed", track=name, code="limit-reached", message="Too many tracks are open.")
        return
    number, _ = frames.read_varuint(track.prefix, 0)
    channel = Channel(session, track, session.may(name, write=True) and track.document is not None)
    session.channels[number], session.numbers[name] = channel, number
    session.retired.discard(number)
    track.join(channel)
    # More than there are cannot have been sent by us: the client starts anew.
    start = have if 0 <= have <= len(track.entries) else 0
    session.tell(type="opened", track=name, number=number, write=channel.write, have=start)
    if track.entries[start:]:
        session.send(b"".join([frame(track.prefix + message) for message in track.entries[start:]]))
