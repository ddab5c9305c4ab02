"""Finds what was read of an application's résumé, for those who may read it: its panel, recruiter, hiring
manager.
"""

from dataclasses import dataclass
from pathlib import Path

import msgspec
from django.conf import settings

from otherside.accounts.models import User
from otherside.accounts.standing import Standing
from otherside.hiring.models import Application
from otherside.interview.access import access_application, owing, seats_at
from otherside.interview.matrix import may_read, may_write
from otherside.kernel.errors import NotFound
from otherside.resume import corrections
from otherside.resume.digest import figures
from otherside.resume.edge import shelf
from otherside.resume.models import Asked, Correction, Picture, Probe, Resume
from otherside.resume.profile import Framing, Profile
from otherside.resume.settled import told
from otherside.resume.state import State


@dataclass(frozen=True, slots=True)
class Whole:
    """A résumé as its page shows it. `row` None: nothing was handed in yet; `read` is without corrections."""

    application: Application
    row: Resume | None
    read: Profile | None
    profile: Profile | None
    corrected: tuple[corrections.Corrected, ...]
    probes: tuple[Probe, ...]
    may_upload: bool

    @property
    def state(self) -> State | None:
        return State(self.row.state) if self.row is not None else None

    @property
    def figures(self) -> tuple[tuple[str, str], ...]:
        return figures(self.profile) if self.profile is not None else ()


def access_resume(
    application_id: int, user: User, *, to_write: bool = False
) -> tuple[Application, frozenset[Standing]]:
    """The application, where `user` may read (or hand in) its résumé. Raises NotFound for whoever may not."""
    application, held = access_application(application_id, user)
    if may_write("resume", held) if to_write else may_read("resume", held):
        return application, held
    raise NotFound(f"There is no application {application_id}, or it is not for you.")


def access_probes(application_id: int, user: User) -> Application:
    """The application, where `user` may correct what was read and change probes. Raises NotFound."""
    application, held = access_application(application_id, user)
    if may_write("probes", held):
        return application
    raise NotFound(f"There is no application {application_id}, or it is not for you.")


def access_document(application_id: int, user: User) -> Resume:
    """The latest document of the application.

    Raises NotFound where there is none, or it is not for `user`.
    """
    application, _ = access_resume(application_id, user)
    row = latest_of(application)
    if row is None:
        raise NotFound(f"Application {application_id} has no résumé yet.")
    return row


def access_page(application_id: int, user: User, number: int) -> Resume:
    """The latest document, where it is a PDF with a page `number`. Raises NotFound."""
    row = access_document(application_id, user)
    if row.format != "pdf" or not 1 <= number <= row.pages:
        raise NotFound(f"This résumé has no page {number} to look at.")
    return row


def access_picture(application_id: int, user: User, number: int) -> bytes:
    """Page `number` as PNG. Raises NotFound for strangers and where it is not drawn; Unavailable."""
    row = Picture.objects.filter(resume=access_page(application_id, user, number), page=number).first()
    if row is None or row.state != State.READ:
        raise NotFound(f"Page {number} is not drawn yet. Look at the page again; it is drawn when asked for.")
    return shelf.get(uploads(), row.stored_as, row.sha256)


def latest_of(application: Application) -> Resume | None:
    return (
        Resume.objects.filter(application=application).select_related("uploaded_by").order_by("-id").first()
    )


def whole_of(application: Application, *, may_upload: bool) -> Whole:
    """Everything that the page of an accessed application shows."""
    row = latest_of(application)
    read, profile, shown = _corrected(row)
    return Whole(application, row, read, profile, shown, tuple(probes_of(application)), may_upload)


def _corrected(
    row: Resume | None,
) -> tuple[Profile | None, Profile | None, tuple[corrections.Corrected, ...]]:
    """What was read, the same with the corrections of people, and those corrections."""
    read = profile_in(row)
    said = (
        list(Correction.objects.filter(resume=row).select_related("by"))
        if row is not None and read is not None
        else []
    )
    values = corrections.latest((c.field, c.value) for c in said)
    authors = {c.field: c.by.name for c in said}
    shown = tuple(
        corrections.Corrected(
            field,
            corrections.in_words(field, value),
            corrections.in_words(field, corrections.read_value(read, field)),
            authors[field],
        )
        for field, value in values.items()
        if read is not None
    )
    profile = corrections.with_corrections(read, values) if read is not None else None
    return read, profile, shown


def profile_in(row: Resume | None) -> Profile | None:
    """What the worker read from this document; None before it has, and where the document was refused."""
    if row is None or row.state != State.READ or row.profile is None:
        return None
    return msgspec.convert(row.profile, Profile)


def profile_of(application: Application) -> Profile | None:
    """The profile of an accessed application with the corrections of its people; None where there is none."""
    return _corrected(latest_of(application))[1]


def framing_of(application: Application) -> Framing | None:
    profile = profile_of(application)
    return profile.framing if profile is not None else None


def probes_of(application: Application) -> list[Probe]:
    """The probes that stand, in the order in which they were proposed or written."""
    return list(Probe.objects.filter(application=application, is_dropped=False).select_related("changed_by"))


def earlier_marks(application: Application, user: User) -> dict[int, str]:
    """Probe id → how far it came in the hours of an accessed application, in words.

    Hours in which `user` owes a card are left out: what a colleague did there is told once theirs is in.
    """
    asked = Asked.objects.filter(probe__application=application).select_related("interview__round")
    rows = list(asked.order_by("interview__round__ordinal", "id"))
    own = {seat.interview_id for seat in owing(seats_at(application, user))} if rows else set()
    found: dict[int, list[tuple[str, str]]] = {}
    for row in rows:
        if row.interview_id not in own:
            name = f"round {row.interview.round.ordinal}"
            found.setdefault(row.probe_id, []).append((name, row.state))
    return {probe: told(marks) for probe, marks in found.items()}


def digest_of(application: Application) -> str:
    """Two lines for the room: figures and roles."""
    profile = profile_of(application)
    if profile is None:
        return ""
    roles = "; ".join(
        f"{role.title.value or role.company.value} {role.dates.value}" for role in profile.roles[:4]
    )
    return ". ".join([", ".join(f"{label}: {value}" for label, value in figures(profile)), roles])


def summary_for(application: Application, user: User) -> Whole | None:
    """What `resume/summary.html` shows of an application to `user` (`{"resume": …}`); None where it is not
    for them.
    """
    try:
        found, held = access_resume(application.pk, user)
    except NotFound:
        return None
    return whole_of(found, may_upload=may_write("resume", held))


def uploads() -> Path:
    return Path(settings.MEDIA_ROOT)


def content_of(row: Resume) -> bytes:
    """The document of an accessed row, as it was handed in. Raises Unavailable."""
    return shelf.get(uploads(), row.stored_as, row.sha256)
