"""Which reader a document needs, told by its first bytes; the child's answer as JSON.

No process, no limit here.
"""

import codecs
from importlib import import_module

import msgspec

from otherside.kernel.errors import DomainError
from otherside.resume.document import Document
from otherside.resume.failures import Broken, TooLarge, UnknownFormat
from otherside.resume.limits import BYTES_MAX
from otherside.resume.months import Month, month_of
from otherside.resume.profile import Profile

ENCODER = msgspec.json.Encoder()
PAGE, PROFILE = "page:", "profile:"  # tasks: `page:N` draws page N, `profile:YYYY-MM` reads as of that month


class Answer(msgspec.Struct, frozen=True):
    """Either a document with what it says, or the code and message of why there is none."""

    document: Document | None = None
    profile: Profile | None = None
    code: str = ""
    message: str = ""


def format_of(content: bytes) -> str:
    """pdf, docx, json or text. Raises UnknownFormat for what is none of them."""
    head = content[:1024].lstrip()
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")):
        return "docx"
    if head.startswith((b"{\\rtf", b"<html", b"<!DOCTYPE", b"<!doctype", b"<?xml")):
        raise UnknownFormat(
            "RTF, HTML and XML are not read. Send the résumé as PDF, DOCX, text or JSON Resume."
        )
    if head.removeprefix(b"\xef\xbb\xbf").startswith(b"{"):
        return "json"
    return "text"


def load(content: bytes, task: str) -> None:
    """Imports what this document needs, before the process gives up opening files."""
    if task.startswith(PROFILE):
        import_module("otherside.resume.build")
        import_module("otherside.resume.jsonresume")
        import_module("otherside.resume.edge.technologies").load_technologies()
    if b"%PDF-" in content[:1024]:
        import_module("otherside.resume.edge.pdf")
        if task.startswith(PAGE):
            import_module("PIL.Image").preinit()
    elif content.startswith((b"PK", b"\xd0\xcf")):
        codecs.lookup("cp437")  # names inside ZIP archives
        import_module("otherside.resume.edge.docx")
    else:
        for encoding in ("utf_8_sig", "utf_16", "cp1252"):
            codecs.lookup(encoding)
        import_module("otherside.resume.edge.text")


def read(content: bytes) -> Document:
    """The document in `content`, whatever it is. Raises the errors of `failures`."""
    if len(content) > int(BYTES_MAX):
        raise TooLarge(
            f"The file has {len(content)} bytes, more than the limit of {int(BYTES_MAX)}: {BYTES_MAX.reached}"
        )
    if not content.strip():
        raise UnknownFormat("The file is empty. Send the résumé as PDF, DOCX, text or JSON Resume.")
    kind = format_of(content)
    if kind == "pdf":
        from otherside.resume.edge.pdf import read_pdf

        return read_pdf(content)
    if kind == "docx":
        from otherside.resume.edge.docx import read_docx

        return read_docx(content)
    from otherside.resume.edge.text import read_json, read_text

    return read_json(content) if kind == "json" else read_text(content)


def answer(content: bytes, task: str) -> bytes:
    """`profile:YYYY-MM` → an Answer as JSON; `page:N` → a PNG, or an Answer that says why not."""
    try:
        if task.startswith(PAGE):
            if format_of(content) != "pdf":
                raise UnknownFormat("Only a PDF has pages to look at.")
            from otherside.resume.edge.pdf import picture_of_page

            return picture_of_page(content, int(task.removeprefix(PAGE)))
        return ENCODER.encode(_understood(content, month_of(task.removeprefix(PROFILE))))
    except DomainError as error:
        return ENCODER.encode(Answer(code=error.code, message=str(error)))
    except (MemoryError, RecursionError):
        return ENCODER.encode(
            Answer(code=Broken.code, message="The file needs more memory than a résumé should.")
        )


def _understood(content: bytes, as_of: Month) -> Answer:
    """The document and what it says. Regular expressions meet a stranger's text here and nowhere else."""
    from otherside.resume.build import read_profile
    from otherside.resume.edge.technologies import load_technologies

    document = read(content)
    profile = read_profile(document, load_technologies(), as_of)
    return Answer(msgspec.structs.replace(document, structured=None), profile)
