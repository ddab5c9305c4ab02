"""Frames between runner and gateway, from honest ends and from strangers."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from otherside.run import wire
from otherside.run.job import Job, Outcome
from otherside.run.tests import Test, TestResult

words = st.text(max_size=30)
results = st.builds(TestResult, name=words, passed=st.booleans(), expected=words, actual=words)
outcomes = st.builds(
    Outcome, outcome=words, stdout=words, tests=st.tuples(results), exit_code=st.none() | st.integers(0, 255)
)
hellos = st.builds(
    wire.Hello, protocol=st.integers(0, 9), token=words, runner=words, slots=st.integers(1, 9), promise=words,
    languages=st.just((wire.LanguageHere(id="go", name="Go", version="1", runs=True),)),
)  # fmt: skip
from_runner = st.one_of(
    hellos,
    st.builds(wire.Beat, holding=st.lists(words).map(tuple)),
    st.builds(wire.Output, run=words, stream=st.sampled_from(["stdout", "stderr"]), text=words),
    st.builds(wire.Visible, run=words, outcome=outcomes),
    st.builds(wire.Finished, run=words, outcome=outcomes),
)
JOB = Job(
    language="python", files={"main.py": "é"}, entry="main.py",
    tests=(Test(name="t", input="i", expected="e", hidden=True, compare="tokens"),),
)  # fmt: skip


@given(from_runner)
def test_what_a_runner_says_arrives(message: wire.FromRunner) -> None:
    frame = wire.encode(message)
    assert wire.body_length(frame[:4]) == len(frame) - 4
    assert wire.from_runner(frame[4:]) == message


@pytest.mark.parametrize(
    "message",
    [
        wire.Welcome(2.0), wire.Refused("why"), wire.Taken("r"), wire.Still(("r",)), wire.Stop("r"), wire.Lease("r", JOB),
    ],
)  # fmt: skip
def test_what_the_gateway_says_arrives(message: wire.FromGateway) -> None:
    assert wire.from_gateway(wire.encode(message)[4:]) == message


@given(st.binary(max_size=300))
def test_noise_is_a_bad_frame(noise: bytes) -> None:
    for read in (wire.from_runner, wire.from_gateway):
        with pytest.raises(wire.BadFrame):
            read(noise)


@given(from_runner, st.data())
def test_a_damaged_frame_is_bad_or_another_message(message: wire.FromRunner, data: st.DataObject) -> None:
    """Never another exception, which would end more than this connection."""
    body = bytearray(wire.encode(message)[4:])
    for _ in range(data.draw(st.integers(1, 3))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    try:
        read = wire.from_runner(bytes(body))
    except wire.BadFrame:
        return
    assert isinstance(read, wire.Hello | wire.Beat | wire.Output | wire.Visible | wire.Finished)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=8,
)


@given(
    st.dictionaries(
        st.sampled_from(["type", "run", "outcome", "token", "job", "holding"]) | words, json_values
    )
)
def test_other_json_is_a_bad_frame(value: dict[str, object]) -> None:
    with pytest.raises(wire.BadFrame):
        wire.from_runner(msgspec.json.encode(value))


def test_depth_without_end_is_a_bad_frame() -> None:
    with pytest.raises(wire.BadFrame):
        wire.from_runner(b'{"type":"beat","holding":' + b"[" * 100_000)


def test_a_job_that_leads_elsewhere_is_a_bad_frame() -> None:
    frame = wire.encode(wire.Lease("r", JOB))[4:].replace(b"main.py", b"../../x")
    with pytest.raises(wire.BadFrame):
        wire.from_gateway(frame)


@pytest.mark.parametrize("header", [b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"", b"\0\0\0"])
def test_a_length_is_refused_before_anything_is_read(header: bytes) -> None:
    with pytest.raises(wire.BadFrame):
        wire.body_length(header)


def test_a_stranger_is_held_to_little() -> None:
    with pytest.raises(wire.BadFrame):
        wire.body_length((wire.HELLO_BYTES_MAX + 1).to_bytes(4, "big"), wire.HELLO_BYTES_MAX)
