"""What the schema of a rubric cannot say: every signal is there once, and has words for every level."""

from otherside.kernel.content import BadContent
from otherside.rubric.levels import LEVEL_IDS
from otherside.rubric.signals import SIGNAL_IDS, Rubric

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
        if signal.id not in SIGNAL_IDS:
            raise BadContent(
                f"{name}:{line_of(signal.id)}: no signal is called {signal.id!r}; "
                f"known are {', '.join(SIGNAL_IDS)}."
            )
        if ids.count(signal.id) > 1:
            raise BadContent(f"{name}:{line_of(signal.id)}: the signal {signal.id!r} stands twice; keep one.")
        if set(signal.anchors) != set(LEVEL_IDS):
            raise BadContent(
                f"{name}:{line_of(signal.id)}: {signal.id} has anchors for "
                f"{', '.join(sorted(signal.anchors)) or 'no level'}; "
                f"it needs them for {', '.join(LEVEL_IDS)} and nothing else."
            )
        for level_id, anchors in signal.anchors.items():
            if not anchors.two.strip() or not anchors.four.strip():
                raise BadContent(
                    f"{name}:{line_of(signal.id)}: {signal.id} at {level_id} has an empty anchor; "
                    f"say what one sees."
                )
    missing = [signal_id for signal_id in SIGNAL_IDS if signal_id not in ids]
    if missing:
        raise BadContent(f"{name}:{len(lines)}: no words for {', '.join(missing)}; add them to `signals`.")
    return rubric
