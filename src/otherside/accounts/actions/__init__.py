"""What people do with accounts: one function each."""

from otherside.accounts.actions.audit import record_audit
from otherside.accounts.actions.first import (
    make_first_administrator,
    needs_first_administrator,
    set_up,
    setup_token,
)
from otherside.accounts.actions.inviting import accept_invitation, invite, withdraw_invitation
from otherside.accounts.actions.people import (
    add_person,
    change_me,
    change_roles,
    deactivate,
    end_other_sessions,
    end_session,
    note_signed_out,
    reactivate,
)

__all__ = [
    "accept_invitation",
    "add_person",
    "change_me",
    "change_roles",
    "deactivate",
    "end_other_sessions",
    "end_session",
    "invite",
    "make_first_administrator",
    "needs_first_administrator",
    "note_signed_out",
    "reactivate",
    "record_audit",
    "set_up",
    "setup_token",
    "withdraw_invitation",
]
