"""What a stranger could make grow by sending it, before any page has looked at it."""

from otherside.kernel.limits import Limit

BODY_BYTES_MAX = Limit(  # a résumé as a form sends it, and room to spare
    "web.body_bytes_max", 10_000_000, "bytes of a request", "it is answered 413 and what came is dropped."
)
BODY_SECONDS_MAX = Limit(
    "web.body_seconds_max",
    120,
    "seconds for a request's body",
    "it is answered 408 and what came is dropped.",
)
REQUEST_WAIT_MS_MAX = Limit(
    "web.request_wait_ms_max",
    10_000,
    "ms until the head of a request is there, an upgrade's as well",
    "the connection is dropped.",
)
