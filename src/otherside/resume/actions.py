"""What people do with a résumé: hand it in, correct what was read, change the probes."""

import re
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from otherside.accounts.actions import record_audit
from otherside.accounts.models import User
from otherside.bus import wake as bus
from otherside.hiring.models import Application
from otherside.interview.models import Interview
from otherside.kernel.errors import Conflict, Invalid, NotFound
from otherside.kernel.ids import new_id
from otherside.resume import corrections, limits
from otherside.resume.access import access_page, access_probes, access_resume, latest_of, profile_in, uploads
from otherside.resume.edge import shelf
from otherside.resume.edge.reading import format_of
from otherside.resume.failures import UnknownFormat
from otherside.resume.models import Asked, Correction, Picture, Probe, Resume
from otherside.resume.state import PICTURES_RING, RING, State


def upload(application_id: int, user: User, file_name: str, content: bytes, at: datetime) -> Resume:
    """Keeps the document and queues it for the worker. Only its size and first bytes are looked at here.

    Raises NotFound, TooLarge, UnknownFormat, LimitReached.
    """
    application, _ = access_resume(application_id, user, to_write=True)
    limits.BYTES_MAX.check(len(content), "The file")
    if not content.strip():
        raise UnknownFormat("The file is empty. Send the résumé as PDF, DOCX, text or JSON Resume.")
    kind = format_of(content)
    limits.QUEUE_MAX.check(Resume.objects.filter(state=State.QUEUED).count() + 1, "The queue")
    limits.DOCUMENTS_MAX.check(Resume.objects.filter(application=application).count() + 1, "The application")
    name = new_id()
    shelf.put(uploads(), name, content)
    try:
        with transaction.atomic():
            row = Resume.objects.create(
                application=application, file_name=_plain_name(file_name, kind), stored_as=name,
                sha256=shelf.digest_of(content), size_bytes=len(content), format=kind,
                uploaded_by=user, uploaded_at=at,
            )  # fmt: skip
            record_audit(at, user, "resume.uploaded", "resume", row.pk, {"application": application.pk})
            transaction.on_commit(lambda: bus.wake(RING))
    except BaseException:
        shelf.remove(uploads(), name)  # no row names the file: it would lie there for ever
        raise
    return row


def ask_picture(application_id: int, user: User, number: int, at: datetime) -> Picture:
    """The picture of a page of the latest document, drawn or waiting for the worker; asks for it if need be.

    Raises NotFound for strangers and pages that are not; LimitReached where too many wait.
    """
    resume = access_page(application_id, user, number)
    row = Picture.objects.filter(resume=resume, page=number).first()
    if row is not None:
        return row
    waiting = Picture.objects.filter(state=State.QUEUED).count()
    limits.PICTURES_WAITING_MAX.check(waiting + 1, "The queue")
    with transaction.atomic():
        row, _ = Picture.objects.get_or_create(resume=resume, page=number, defaults={"asked_at": at})
        transaction.on_commit(lambda: bus.wake(PICTURES_RING))
    return row


def _plain_name(name: str, kind: str) -> str:
    """The sender's name for the file without path, quotes and control characters."""
    bare = re.sub(r"[^\w .()+,-]", "_", re.split(r"[\\/]", name)[-1]).strip(" .")
    return bare[-int(limits.FILE_NAME_LENGTH_MAX) :] or f"resume.{kind}"


def correct(application_id: int, user: User, resume_id: int, field: str, value: str, at: datetime) -> None:
    """Says what `field` should be; an empty value takes the correction back.

    Raises NotFound; Invalid for a field or value that cannot be; Conflict where a newer document came.
    """
    row = _document(application_id, user, resume_id)
    profile = profile_in(row)
    if profile is None:
        raise Conflict("This résumé is not read yet; there is nothing to correct.")
    limits.CORRECTION_LENGTH_MAX.check(len(value), "The correction")
    words = corrections.checked(profile, field, value) if value.strip() else ""
    if not words:
        corrections.read_value(profile, field)
    if words == corrections.read_value(profile, field):
        words = ""
    limits.CORRECTIONS_MAX.check(Correction.objects.filter(resume=row).count() + 1, "The résumé")
    with transaction.atomic():
        Correction.objects.create(resume=row, field=field, value=words, by=user, at=at)
        record_audit(at, user, "resume.corrected", "resume", row.pk, {"field": field})


def _document(application_id: int, user: User, resume_id: int) -> Resume:
    row = latest_of(access_probes(application_id, user))
    if row is None:
        raise NotFound(f"Application {application_id} has no résumé yet.")
    if row.pk != resume_id:
        raise Conflict("A newer résumé was handed in meanwhile. Look at it, then correct that one.")
    return row


def write_probe(application_id: int, user: User, key: str, claim: str, ask: str, at: datetime) -> Probe:
    """Changes a probe, or adds one where `key` is empty. Raises NotFound, Invalid, LimitReached."""
    application = access_probes(application_id, user)
    claim, ask = " ".join(claim.split()), " ".join(ask.split())
    if not claim or not ask:
        raise Invalid("A probe needs the claim and a question to ask. Nothing was changed.")
    if len(claim) > 240 or len(ask) > 400:
        raise Invalid(
            f"Claim and question may have 240 and 400 characters; they have {len(claim)} and {len(ask)}."
        )
    with transaction.atomic():
        if key:
            row = _probe(application, key)
            Probe.objects.filter(pk=row.pk).update(claim=claim, ask=ask, changed_by=user, changed_at=at)
        else:
            count = Probe.objects.filter(application=application, is_dropped=False).count()
            limits.PROBES_MAX.check(count + 1, "The application")
            row = Probe.objects.create(
                application=application, key=new_id(), claim=claim, ask=ask, changed_by=user, changed_at=at
            )
        record_audit(at, user, "probe.written", "application", application.pk, {"probe": row.key})
    return row


def drop_probe(application_id: int, user: User, key: str, at: datetime) -> None:
    """Takes a probe away; it stays in the logs that speak of it. Raises NotFound."""
    application = access_probes(application_id, user)
    with transaction.atomic():
        row = _probe(application, key)
        Probe.objects.filter(pk=row.pk).update(is_dropped=True, changed_by=user, changed_at=at)
        record_audit(at, user, "probe.dropped", "application", application.pk, {"probe": key})


def keep_asked(interview: Interview, user: User, states: Mapping[str, str], at: datetime) -> None:
    """What `user` marked of the application's probes (key → state) in an accessed hour. Opens no transaction.

    Keys of probes that are not there are passed over: the log may speak of one of another time.
    """
    for row in Probe.objects.filter(application_id=interview.application_id, key__in=list(states)):
        Asked.objects.update_or_create(
            probe=row, interview=interview, by=user, defaults={"state": states[row.key], "at": at}
        )


def _probe(application: Application, key: str) -> Probe:
    row = Probe.objects.filter(application=application, key=key).first()
    if row is None:
        raise NotFound("There is no such probe; somebody may have taken it away.")
    return row
