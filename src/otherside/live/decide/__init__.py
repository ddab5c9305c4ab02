"""What may happen next in the hour: from its state and a wish to entries, to nothing, or to a refusal.

Every function returns what to write, in one append; None or nothing means that it is so already, and asking
again did no harm. A refusal is a Conflict or Invalid that says what to do. Nothing here knows who asks beyond
their member number: permission comes before, in `access`.
"""

from otherside.live.decide.checks import check_late, require_going_on, require_open
from otherside.live.decide.course import (
    begin,
    begin_segment,
    end,
    end_by,
    fitted,
    heard,
    lateness,
    moment,
    note_plan,
    pause,
    resume,
    running,
    taken,
    trouble,
)
from otherside.live.decide.help import (
    asked_solution,
    challenge,
    clarify,
    doc_for,
    hint,
    say_statement,
    show_statement,
)
from otherside.live.decide.remarks import candidate_asks, choice, mark, probe, settle_choice

__all__ = [
    "asked_solution", "begin", "begin_segment", "candidate_asks", "challenge", "check_late", "choice",
    "clarify", "doc_for", "end", "end_by", "fitted", "heard", "hint", "lateness", "mark", "moment",
    "note_plan", "pause", "probe", "require_going_on", "require_open", "resume", "running", "say_statement",
    "settle_choice", "show_statement", "taken", "trouble",
]  # fmt: skip
