"""Why a document is not read. Each says what was found and what to send instead."""

from otherside.kernel.errors import Invalid, LimitReached


class Unreadable(Invalid):
    """The document cannot be read as a résumé."""

    code = "resume-unreadable"


class UnknownFormat(Unreadable):
    """Neither PDF, nor DOCX, nor text, nor JSON Resume."""

    code = "resume-unknown-format"


class Broken(Unreadable):
    """The file is damaged, or is not what its first bytes say."""

    code = "resume-broken"


class Encrypted(Unreadable):
    """The file asks for a password."""

    code = "resume-encrypted"


class NoText(Unreadable):
    """A scan: pictures of pages without a text layer."""

    code = "resume-no-text"


class Hostile(Unreadable):
    """The file is built to harm whoever opens it: a zip bomb, XML entities."""

    code = "resume-hostile"


class TooLarge(LimitReached):
    """More bytes, pages, lines or seconds than a résumé needs."""

    code = "resume-too-large"


KINDS: dict[str, type[Unreadable] | type[TooLarge]] = {
    kind.code: kind for kind in (Unreadable, UnknownFormat, Broken, Encrypted, NoText, Hostile, TooLarge)
}
