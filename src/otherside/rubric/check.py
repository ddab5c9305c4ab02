"""What the schema of a rubric cannot say: every signal is there once, and has words for every level."""

from collections.abc import Iterator

from otherside.kernel.content import BadContent
from otherside.rubric.levels import LEVEL_IDS
from otherside.rubric.signals import SIGNAL_IDS, Rubric, Signal

FORMAT = 1


def check_rubric(rubric: Rubric, name: str, text: str) -> Rubric:
    """The same rubric, when it is whole. Raises BadContent with the line of the signal that is not."""
    lines = text.splitlines()

    def line_of(signal_id: str) -> int:
        return next((n for n, line in enumerate(lines, 1) if line.strip() == f"- id: {signal_id}"), 1)

    if rubric.format != FORMAT:
        raise BadContent(
            f"{name}:1: format {rubric.format} is not known here; this version reads format {FORMAT}."
        )
    ids = [signal.id for signal in rubric.signals]
    for signal in rubric.signals:
        if ids.count(signal.id) > 1:
            raise BadContent(f"{name}:{line_of(signal.id)}: the signal {signal.id!r} stands twice; keep one.")
        for complaint in _complaints(signal):
            raise BadContent(f"{name}:{line_of(signal.id)}: {complaint}")
    missing = [signal_id for signal_id in SIGNAL_IDS if signal_id not in ids]
    if missing:
        raise BadContent(f"{name}:{len(lines)}: no words for {', '.join(missing)}; add them to `signals`.")
    return rubric


def _complaints(signal: Signal) -> Iterator[str]:
    if signal.id not in SIGNAL_IDS:
        yield f"no signal is called {signal.id!r}; known are {', '.join(SIGNAL_IDS)}."
    levels = ", ".join(LEVEL_IDS)
    if set(signal.anchors) != set(LEVEL_IDS):
        has = ", ".join(sorted(signal.anchors)) or "no level"
        yield f"{signal.id} has anchors for {has}; it needs them for {levels} and nothing else."
    for level_id, anchors in signal.anchors.items():
        if not anchors.two.strip() or not anchors.four.strip():
            yield f"{signal.id} at {level_id} has an empty anchor; say what one sees."
    if signal.help and set(signal.help) != set(LEVEL_IDS):
        yield (
            f"{signal.id} says what help it allows for {', '.join(sorted(signal.help))}; "
            f"say it for {levels}, or for none."
        )
    for level_id, allowed in signal.help.items():
        if not 0 <= allowed.five <= allowed.four:
            yield (
                f"{signal.id} at {level_id} allows {allowed.four} hints for a 4 and {allowed.five} for a 5; "
                f"a 5 allows no more than a 4, and neither less than none."
            )
