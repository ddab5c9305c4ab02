"""What happened, as a list that can be read: over the fifteen golden hours."""

from otherside.replay.chapters import chapters
from tests.support.hour_scripts import HOURS, script

SILENT = {  # what nobody looks for by itself
    "plan.changed", "outline.fitted", "end.set", "moment.ended", "warmup.heard", "clarification.shown",
    "challenge.shown", "presence.joined", "presence.left", "run.started", "y.update",
}  # fmt: skip


def test_every_act_of_the_hour_has_its_line() -> None:
    written = {entry.kind for name in HOURS for entry in script(name).entries}
    told = {chapter.kind for name in HOURS for chapter in chapters(script(name).entries)}
    assert written - told <= SILENT
    assert told >= {"challenge.put", "choice.noted", "solution.asked", "proposal.taken", "trouble.told"}


def test_the_lines_say_what_was_done() -> None:
    lines = [f"{c.title} | {c.detail}" for c in chapters(script("insightful-questions").entries)]
    assert "Asked for: keys, shown | A hundred thousand, most of them idle." in lines
    assert "Challenge to c1 | What does a busy key cost?" in lines
    assert "Choice c2: waived | " in lines
    late = [f"{c.title} | {c.detail}" for c in chapters(script("ten-late").entries)]
    assert "Late by the candidate, with an apology | The train stood." in late
