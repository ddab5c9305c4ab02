"""What desk hands on in the name of a person; each app does its own."""

from datetime import datetime
from typing import BinaryIO, Protocol

from otherside.accounts.models import User
from otherside.hiring.models import Application
from otherside.resume.actions import upload
from otherside.resume.limits import BYTES_MAX


class Document(Protocol):
    """An uploaded file, as Django gives it."""

    @property
    def name(self) -> str | None: ...
    @property
    def file(self) -> BinaryIO: ...


def take_resume(application: Application, file: Document, user: User, *, at: datetime) -> None:
    """Hands an uploaded document to resume. Raises what it raises: DomainErrors that say what to send
    instead.
    """
    content = file.file.read(int(BYTES_MAX) + 1)
    upload(application.pk, user, file.name or "resume", content, at)
