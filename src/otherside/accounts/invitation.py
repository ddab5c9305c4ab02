"""The token of an invitation: random, used once, kept as a hash only."""

import hashlib
from datetime import datetime
from enum import StrEnum


class InvitationState(StrEnum):
    OPEN = "open"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


def hash_of(token: str) -> str:
    """What is kept of a token. It has 128 random bits, so a plain digest cannot be searched."""
    return hashlib.sha256(b"otherside.invitation:" + token.encode()).hexdigest()


def state_of(
    *, accepted_at: datetime | None, withdrawn_at: datetime | None, expires_at: datetime, at: datetime
) -> InvitationState:
    """What can be done with an invitation at `at`; an hour that equals `expires_at` is too late."""
    if accepted_at is not None:
        return InvitationState.ACCEPTED
    if withdrawn_at is not None:
        return InvitationState.WITHDRAWN
    return InvitationState.OPEN if at < expires_at else InvitationState.EXPIRED
