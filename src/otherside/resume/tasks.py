"""What the worker does for résumés: read the waiting documents, draw the pages that were asked for."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

import msgspec
from django.db import transaction
from django.db.models import F, Q

from otherside.kernel.clock import utc_now
from otherside.kernel.errors import DomainError, Unavailable
from otherside.kernel.ids import new_id
from otherside.resume import limits
from otherside.resume.access import content_of, uploads
from otherside.resume.document import Document
from otherside.resume.edge import shelf
from otherside.resume.edge.limited import picture_of, read_resume
from otherside.resume.models import Picture, Probe, Resume
from otherside.resume.months import Month
from otherside.resume.profile import Profile
from otherside.resume.state import PICTURES_RING, RING, State

__all__ = ["PICTURES_RING", "RING", "draw_waiting", "read_waiting"]

T = TypeVar("T", Resume, Picture)

CLAIM_FOR = timedelta(seconds=4 * int(limits.WALL_SECONDS_MAX))
BATCH_MAX = 20


def read_waiting() -> int:
    """Reads what waits, at most BATCH_MAX documents; returns how many were read or refused."""
    return _each_waiting(Resume, _read)


def draw_waiting() -> int:
    """Draws the pages that wait, and forgets those drawn long ago; returns how many were drawn or refused."""
    _forget_pictures(utc_now())
    return _each_waiting(Picture, _draw)


def _each_waiting(kind: type[T], work: Callable[[T], None]) -> int:
    done = 0
    while done < BATCH_MAX:
        row = _claim(kind, utc_now())
        if row is None:
            break
        work(row)
        done += 1
    return done


def _claim(kind: type[T], at: datetime) -> T | None:
    """Takes the oldest row that waits, or that a worker took and never finished.

    Two workers take two.
    """
    stale = Q(state=State.READING, claimed_at__lt=at - CLAIM_FOR)
    for row in kind.objects.filter(Q(state=State.QUEUED) | stale).order_by("id")[:5]:
        taken = kind.objects.filter(pk=row.pk, state=row.state, claimed_at=row.claimed_at).update(
            state=State.READING, claimed_at=at, attempts=F("attempts") + 1
        )
        if taken:
            return kind.objects.get(pk=row.pk)
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


def _draw(row: Picture) -> None:
    resume = row.resume
    asked = Picture.objects.filter(pk=row.pk, state=State.READING, claimed_at=row.claimed_at)
    if row.attempts > int(limits.READ_AGAIN_MAX):
        asked.update(state=State.REFUSED, message="Drawing this page stopped its reader several times.")
        return
    try:
        png = picture_of(content_of(resume), row.page)
    except Unavailable:
        # The disk may be away for a moment; the claim runs out and it is tried again.
        raise
    except DomainError as error:
        asked.update(state=State.REFUSED, message=str(error))
        return
    name = new_id()
    shelf.put(uploads(), name, png)
    if not asked.update(state=State.READ, stored_as=name, sha256=shelf.digest_of(png), message=""):
        shelf.remove(uploads(), name)  # another worker took it over meanwhile


def _forget_pictures(at: datetime) -> None:
    """A picture can be drawn again; only the document itself is kept for good."""
    before = at - timedelta(hours=int(limits.PICTURE_HOURS_MAX))
    for row in Picture.objects.filter(asked_at__lt=before)[:BATCH_MAX]:
        row.delete()
        shelf.remove(uploads(), row.stored_as)


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
