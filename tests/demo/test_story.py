from pathlib import Path
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from otherside.demo.beats import Replace, Write
from otherside.demo.story import HOUR, LIMITER, PAD
from otherside.live.typing import edits

STARTER = Path("content/problems/rate-limiter/starter/python/limiter.py")


def typed(deed: Write | Replace, text: str, seed: int) -> tuple[str, int]:
    spent_ms = 0
    for edit in edits(deed, text, Random(seed)):
        text = text[: edit.index] + edit.insert + text[edit.index + edit.remove :]
        spent_ms += edit.wait_ms
    return text, spent_ms


@given(old=st.text(max_size=40), new=st.text(max_size=40), rest=st.text(max_size=20), seed=st.integers(0, 99))
def test_typing_a_replacement_replaces(old: str, new: str, rest: str, seed: int) -> None:
    text = f"{old}{rest}"
    assert typed(Replace("f", old, new), text, seed)[0] == text.replace(old, new, 1)


def test_the_story_fits_the_starter_and_nobody_types_while_still_typing() -> None:
    """Every beat finds its text in the file, and is done before the same person's next beat."""
    files = {LIMITER: STARTER.read_text(), PAD: ""}
    free_at_s: dict[str, float] = {}
    for beat in HOUR:
        assert beat.at_s >= free_at_s.get(beat.who, 0), beat
        if isinstance(beat.deed, Write | Replace):
            files[beat.deed.file], spent_ms = typed(beat.deed, files[beat.deed.file], 1)
            free_at_s[beat.who] = beat.at_s + spent_ms / 1000
    compile(files[LIMITER], LIMITER, "exec")
    assert "_recent" in files[LIMITER]


def test_the_story_is_told_in_order_and_ends_within_the_hour() -> None:
    times = [beat.at_s for beat in HOUR]
    assert times == sorted(times)
    assert times[-1] < 3600
