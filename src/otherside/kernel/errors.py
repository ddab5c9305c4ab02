"""What a person or the world can do wrong. A broken promise of ours is a plain exception instead."""

from typing import ClassVar


class DomainError(Exception):
    """Something a person can read and act on.

    `code` is stable and documented; the message says what happened, with the values, and what to
    do next. The doors turn it into a page or a JSON body with the status of its kind below.
    """

    code: ClassVar[str] = "refused"


class NotFound(DomainError):
    """There is no such thing, or it is not for this reader; the two look the same on purpose."""

    code = "not-found"


class Invalid(DomainError):
    """What was sent cannot be used as it is. Nothing was changed."""

    code = "invalid"


class Conflict(DomainError):
    """It was fine when the reader looked, but somebody has acted since, or the state forbids it."""

    code = "conflict"


class LimitReached(DomainError):
    """More than a named limit allows."""

    code = "limit-reached"


class Unavailable(DomainError):
    """A part that is needed is not there now; trying again later may help."""

    code = "unavailable"
