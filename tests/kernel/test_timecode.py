"""One way to write a moment of the hour, on the server and in `frontend/live/words.ts`."""

from otherside.kernel.timecode import time_code


def test_a_moment_is_written_by_the_hours_clock() -> None:
    assert [time_code(ms) for ms in (724_000, 3_724_000, -130_000, 0, -900)] == [
        "12:04", "1:02:04", "-02:10", "00:00", "00:00",
    ]  # fmt: skip
