"""One function for each thing that somebody in the hour can do.

**Log and rows.** What happens in the hour is in the log alone; the row of the interview only follows it
(`state`, `opened_at`, `began_at`, `ended_at`), so that lists need not read logs. Every action therefore
writes the log *first* and the row after it, each in its own commit, for no transaction spans both. A crash
between the two leaves a row that lags; `settle` compares the two and moves the row on. It runs in every
action that opens, begins or ends, and whenever the room's page or a ticket is asked for, so the next call
heals it. The other order would not heal: a row that says *ended* beside a log that does not would refuse
the very call that could mend it.

**Once.** `once` comes from the caller (the `Once` header) and reaches the log prefixed by the member's
number, so that a retry gets the first receipt and nobody can take another's name. **Races.** What was
decided on a state of the log is written with `after=` that state; where somebody was quicker the decision
is made again on what is true now, and refuses with what it finds.
"""

from otherside.live.actions.helping import challenge, clarify, give_fact, give_hint, note_solution_asked
from otherside.live.actions.hour import (
    begin,
    begin_segment,
    end,
    end_by,
    heard,
    moment,
    note_lateness,
    open_lobby,
    pause,
    resume,
    set_running,
    tell_trouble,
)
from otherside.live.actions.members import (
    Admission,
    admit,
    admit_seated,
    join,
    regrant,
    running_late,
    send_away,
    want_languages,
)
from otherside.live.actions.proposing import Proposal, proposal, take_option
from otherside.live.actions.rehearsing import forget, play, rehearse
from otherside.live.actions.remarks import note_asked, note_choice, set_mark, set_probe, settle_choice
from otherside.live.actions.running import request_run, stop_run
from otherside.live.actions.settling import settle
from otherside.live.actions.statement import choose_language, reveal_statement

__all__ = [
    "Admission", "Proposal", "admit", "admit_seated", "begin", "begin_segment", "challenge",
    "choose_language", "clarify", "end", "end_by", "forget", "give_fact", "give_hint", "heard", "join",
    "moment", "note_asked", "note_choice", "note_lateness", "note_solution_asked", "open_lobby",
    "pause", "play", "proposal", "regrant", "rehearse", "request_run", "resume", "reveal_statement",
    "running_late", "send_away", "set_mark", "set_probe", "set_running", "settle", "settle_choice",
    "stop_run", "take_option", "tell_trouble", "want_languages",
]  # fmt: skip
