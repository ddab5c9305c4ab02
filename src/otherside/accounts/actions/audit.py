"""The audit trail is written here and nowhere else."""

from collections.abc import Mapping
from datetime import datetime

from otherside.accounts.models import AuditEntry, User


def record_audit(
    at: datetime,
    actor: User | None,
    action: str,
    noun: str,
    noun_id: object,
    detail: Mapping[str, object] | None = None,
) -> AuditEntry:
    """Adds one line: who (None: the house) did what (`noun.verb`) to which noun, in the caller's transaction.

    `detail` holds ids and values that JSON can carry; never names, code or transcripts, because the line
    outlives whoever it speaks of.
    """
    return AuditEntry.objects.create(
        at=at, actor=actor, action=action, noun=noun, noun_id=str(noun_id), detail=dict(detail or {})
    )
