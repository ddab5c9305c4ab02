"""When two names are alike enough that a person should look.

They are compared as keyed hashes of their parts, so that a ban keeps neither name nor address.
"""

import hashlib
import hmac
import unicodedata
from collections.abc import Collection

FOLDED = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "\u0131": "i", "þ": "th"}
)


def parts_of(name: str) -> tuple[str, ...]:
    """The parts of a name without case, accents and titles, each once, in no order that matters."""
    text = unicodedata.normalize("NFKD", name.casefold().translate(FOLDED))
    letters = "".join(c if c.isalnum() else " " for c in text if not unicodedata.combining(c))
    return tuple(sorted({part for part in letters.split() if len(part) > 1}))


def keyed(key: bytes, purpose: str, text: str) -> str:
    """A keyed hash, 128 bits in hex: HMAC-SHA-256, cut. Empty for an empty text, which matches nothing."""
    if not text:
        return ""
    return hmac.new(key, f"{purpose}:{text}".encode(), hashlib.sha256).hexdigest()[:32]


def keyed_parts(key: bytes, name: str) -> tuple[str, ...]:
    return tuple(keyed(key, "name", part) for part in parts_of(name))


def alike(first: Collection[str], second: Collection[str]) -> bool:
    """Two parts in common, or all parts of the shorter name where that has only one."""
    shared = len(set(first) & set(second))
    least = min(len(set(first)), len(set(second)))
    return shared >= 2 or (least == 1 == shared and max(len(set(first)), len(set(second))) == 1)
