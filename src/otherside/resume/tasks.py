"""What the worker does for résumés: read the waiting documents, one after the other."""

from datetime import datetime, timedelta

import msgspec
from django.db import transaction
from django.db.models import F, Q

from otherside.kernel.clock import utc_now
from otherside.kernel.errors import DomainError, Unavailable
from otherside.resume import limits
from otherside.resume.access import content_of
from otherside.resume.document import Document
from otherside.resume.edge.limited import read_resume
from otherside.resume.models import Probe, Resume
from otherside.resume.months import Month
from otherside.resume.profile import Profile
from otherside.resume.state import RING, State

__all__ = ["RING", "read_waiting"]

CLAIM_FOR = timedelta(seconds=4 * int(limits.WALL_SECONDS_MAX))
BATCH_MAX = 20


def read_waiting() -> int:
    """Reads what waits, at most BATCH_MAX documents; returns how many were read or refused."""
    done = 0
    while done < BATCH_MAX:
        row = _claim(utc_now())
        if row is None:
            break
        _read(row)
        done += 1
    return done


def _claim(at: datetime) -> Resume | None:
    """Takes the oldest document that waits, or that a worker took and never finished.

    Two workers take two.
    """
    stale = Q(state=State.READING, claimed_at__lt=at - CLAIM_FOR)
    for row in Resume.objects.filter(Q(state=State.QUEUED) | stale).order_by("id")[:5]:
        taken = Resume.objects.filter(pk=row.pk, state=row.state, claimed_at=row.claimed_at).update(
            state=State.READING, claimed_at=at, attempts=F("attempts") + 1
        )
        if taken:
            return Resume.objects.get(pk=row.pk)
    return None


def _read(row: Resume) -> None:
    if row.attempts > int(limits.READ_AGAIN_MAX):
        _refuse(
            row,
            "resume-unreadable",
            "Reading this file stopped its reader several times. Send another format.",
        )
        return
    at = utc_now()
    try:
        # "Present" in a document is the month in which it was handed in.
        as_of = Month(row.uploaded_at.year, row.uploaded_at.month)
        document, profile = read_resume(content_of(row), as_of)
    except Unavailable:
        # The disk may be away for a moment; the claim runs out and it is tried again.
        raise
    except DomainError as error:
        _refuse(row, error.code, str(error))
        return
    _keep(row, document, profile, at)


def _refuse(row: Resume, code: str, message: str) -> None:
    Resume.objects.filter(pk=row.pk, state=State.READING).update(
        state=State.REFUSED, code=code, message=message, read_at=utc_now()
    )


def _keep(row: Resume, document: Document, profile: Profile, at: datetime) -> None:
    lines = [[line.page, line.number, line.text] for line in document.lines]
    with transaction.atomic():
        kept = Resume.objects.filter(pk=row.pk, state=State.READING).update(
            state=State.READ, profile=msgspec.to_builtins(profile), lines=lines, read_at=at,
            format=document.format, pages=document.pages, code="", message="",
        )  # fmt: skip
        newer = Resume.objects.filter(
            application_id=row.application_id, pk__gt=row.pk, state=State.READ
        ).exists()
        if kept and not newer:
            _propose(row.application_id, profile, at)


def _propose(application_id: int, profile: Profile, at: datetime) -> None:
    """The document's probes; those that a person wrote, changed or dropped stay as they are."""
    Probe.objects.filter(application_id=application_id, changed_by__isnull=True).exclude(
        key__in=[probe.id for probe in profile.probes]
    ).update(is_dropped=True)
    for probe in profile.probes:
        row, made = Probe.objects.get_or_create(
            application_id=application_id,
            key=probe.id,
            defaults={
                "claim": probe.claim[:240], "ask": probe.ask, "passage": probe.passage.text,
                "page": probe.passage.page, "line": probe.passage.line, "changed_at": at,
            },
        )  # fmt: skip
        if not made and row.changed_by_id is None and row.is_dropped:
            Probe.objects.filter(pk=row.pk).update(is_dropped=False)
