"""One function for each thing that a person does with facts, cases and bans."""

from otherside.integrity.actions.bans import appeal, confirm_ban, decide_appeal, propose_ban, withdraw_ban
from otherside.integrity.actions.cases import close_case, comment, open_case
from otherside.integrity.actions.observing import observe_focus, observe_paste
from otherside.integrity.actions.screening import say_likeness, screen_applications

__all__ = [
    "appeal", "close_case", "comment", "confirm_ban", "decide_appeal", "observe_focus", "observe_paste",
    "open_case", "propose_ban", "say_likeness", "screen_applications", "withdraw_ban",
]  # fmt: skip
