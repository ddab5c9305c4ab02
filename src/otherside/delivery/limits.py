"""Ceilings of what leaves the house."""

from otherside.kernel.limits import Limit

ATTEMPTS_MAX = Limit(
    "delivery.attempts_max",
    12,
    "attempts",
    "the message is given up and shown as not delivered, with the reason.",
)
MAIL_CHARACTERS_MAX = Limit(
    "delivery.mail_characters_max",
    20_000,
    "characters",
    "the mail is refused before it is queued; shorten it.",
)
BATCH_MAX = Limit("delivery.batch_max", 50, "items", "the rest follows in the next sweep.")
LEASE_SECONDS_MAX = Limit(
    "delivery.lease_seconds_max", 300, "seconds", "another worker takes the mail that this one did not send."
)
