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

ENCODER = msgspec.json.Encoder()


class Answer(msgspec.Struct, frozen=True):
    """Either a document, or the code and message of why there is none."""

    document: Document | None = None
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
    if b"%PDF-" in content[:1024]:
        import_module("otherside.resume.edge.pdf")
        if task != "lines":
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
    """`lines` → an Answer as JSON; `page:N` → a PNG, or an Answer that says why not."""
    try:
        if task.startswith("page:"):
            if format_of(content) != "pdf":
                raise UnknownFormat("Only a PDF has pages to look at.")
            from otherside.resume.edge.pdf import picture_of_page

            return picture_of_page(content, int(task.removeprefix("page:")))
        return ENCODER.encode(Answer(document=read(content)))
    except DomainError as error:
        return ENCODER.encode(Answer(code=error.code, message=str(error)))
    except (MemoryError, RecursionError):
        return ENCODER.encode(
            Answer(code=Broken.code, message="The file needs more memory than a résumé should.")
        )
