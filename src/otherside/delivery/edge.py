"""Mail over SMTP."""

import smtplib
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from typing import Self
from urllib.parse import unquote, urlsplit

from otherside.kernel.errors import Invalid

TIMEOUT_S = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One mail as it is handed to the server; `calendar` with its method, or neither."""

    sender: str
    to: str
    subject: str
    body: str
    calendar: bytes | None
    calendar_method: str


def as_message(mail: Outgoing) -> EmailMessage:
    """The MIME form: text, and for an invitation a calendar alternative that mail programs act on."""
    message = EmailMessage()
    message["From"] = mail.sender
    message["To"] = mail.to
    message["Subject"] = mail.subject
    message["Date"] = formatdate(usegmt=True)
    message["Message-ID"] = make_msgid(domain=mail.sender.rpartition("@")[2].strip("> ") or "localhost")
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.body)
    if mail.calendar is not None:
        message.add_alternative(
            mail.calendar.decode("utf-8"), subtype="calendar", params={"method": mail.calendar_method}
        )
    return message


class Mailer:
    """One SMTP session. `url` is smtp://, smtps:// or smtp+starttls://, with user and password if need be."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in {"smtp", "smtps", "smtp+starttls"} or not parts.hostname:
            raise Invalid(
                "OTHERSIDE_SMTP_URL must look like smtp+starttls://user:password@mail.example.org:587; "
                "smtp:// and smtps:// are understood as well."
            )
        self._parts = parts
        self._session: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        host, scheme = self._parts.hostname or "", self._parts.scheme
        if scheme == "smtps":
            self._session = smtplib.SMTP_SSL(host, self._parts.port or 465, timeout=TIMEOUT_S)
        else:
            self._session = smtplib.SMTP(host, self._parts.port or 25, timeout=TIMEOUT_S)
            if scheme == "smtp+starttls":
                self._session.starttls()
        if self._parts.username:
            self._session.login(unquote(self._parts.username), unquote(self._parts.password or ""))
        return self

    def __exit__(self, *_: object) -> None:
        if self._session is not None:
            try:
                self._session.quit()
            except smtplib.SMTPException:
                self._session.close()

    def send(self, mail: Outgoing) -> None:
        """Raises smtplib.SMTPException or OSError; the caller tries again later."""
        if self._session is None:
            raise RuntimeError("enter the mailer before sending")
        self._session.send_message(as_message(mail))
