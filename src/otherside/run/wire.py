"""What a runner and the worker's gateway say to each other: frames of four bytes of length, then JSON.

The runner dials and says Hello with its token; the gateway answers Welcome, or Refused and hangs up. A
Lease comes for every free slot, and Output, Visible and Finished go back; Finished is said until it is Taken.
Beat keeps the leases up, and Still answers it. Stop ends a run early. Bytes in, messages out; no socket here.
"""

import msgspec
from msgspec import Struct

from otherside.kernel.errors import DomainError
from otherside.run.job import Job, Outcome
from otherside.sandbox.environment import Stream

PROTOCOL = 2
HEADER_BYTES = 4
FRAME_BYTES_MAX = (
    32 << 20
)  # the largest job or outcome with all its tests; a stranger is held to HELLO_BYTES_MAX
HELLO_BYTES_MAX = 64 << 10


class BadFrame(Exception):
    """What came is no frame of ours; the connection is closed."""


class _Message(Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    pass


class LanguageHere(Struct, frozen=True, kw_only=True):
    """A language as a runner has it."""

    id: str
    name: str
    version: str
    runs: bool
    why: str = ""
    note: str = ""


class Hello(_Message, frozen=True, tag="hello"):
    """`holding` are the runs that the runner still has from before the line was lost."""

    protocol: int
    token: str
    runner: str
    slots: int
    promise: str
    languages: tuple[LanguageHere, ...]
    holding: tuple[str, ...] = ()


class Welcome(_Message, frozen=True, tag="welcome"):
    beat_s: float


class Refused(_Message, frozen=True, tag="refused"):
    reason: str


class Lease(_Message, frozen=True, tag="lease"):
    run: str
    job: Job


class Beat(_Message, frozen=True, tag="beat"):
    holding: tuple[str, ...]


class Output(_Message, frozen=True, tag="output"):
    run: str
    stream: Stream
    text: str


class Visible(_Message, frozen=True, tag="visible"):
    """Everything but the hidden tests is done."""

    run: str
    outcome: Outcome


class Finished(_Message, frozen=True, tag="finished"):
    run: str
    outcome: Outcome


class Stop(_Message, frozen=True, tag="stop"):
    """Nobody wants this run any more. It is Finished all the same, and said again until it is."""

    run: str


class Still(_Message, frozen=True, tag="still"):
    """An answer to Beat: the gateway is there, and these runs are the runner's."""

    holding: tuple[str, ...]


class Taken(_Message, frozen=True, tag="taken"):
    """The gateway has this outcome; the runner may forget the run."""

    run: str


FromRunner = Hello | Beat | Output | Visible | Finished
FromGateway = Welcome | Refused | Lease | Stop | Still | Taken
_from_runner: msgspec.json.Decoder[FromRunner] = msgspec.json.Decoder(FromRunner)
_from_gateway: msgspec.json.Decoder[FromGateway] = msgspec.json.Decoder(FromGateway)


def encode(message: FromRunner | FromGateway) -> bytes:
    body = msgspec.json.encode(message)
    assert len(body) <= FRAME_BYTES_MAX, f"a {type(message).__name__} of {len(body)} bytes"
    return len(body).to_bytes(HEADER_BYTES, "big") + body


def body_length(header: bytes, length_max: int = FRAME_BYTES_MAX) -> int:
    """Length of the body that follows. Raises BadFrame above `length_max`, before anything is read."""
    length = int.from_bytes(header, "big")
    if len(header) != HEADER_BYTES or length > length_max:
        raise BadFrame(f"a frame of {length} bytes, more than {length_max}")
    return length


def from_runner(body: bytes) -> FromRunner:
    """Raises BadFrame."""
    try:
        return _from_runner.decode(body)
    except (msgspec.MsgspecError, DomainError, ValueError, RecursionError) as error:
        raise BadFrame(str(error)) from error


def from_gateway(body: bytes) -> FromGateway:
    """Raises BadFrame."""
    try:
        return _from_gateway.decode(body)
    except (msgspec.MsgspecError, DomainError, ValueError, RecursionError) as error:
        raise BadFrame(str(error)) from error
