"""How an e-mail address and a telephone number are made comparable, so that a candidate is recognised again.

Both are only ever compared, never written to: mail goes to the address as it was given. A match is shown to a
person, who says whether it is the same candidate; nothing is merged by itself.
"""

import re

from otherside.kernel.errors import Invalid

# Providers that deliver `name+anything@` to `name@`, as their own help pages say. Elsewhere a plus may
# be part of somebody's address, so it stays.
PLUS_IS_A_TAG = frozenset(
    [
        "gmail.com",
        "outlook.com",
        "hotmail.com",
        "live.com",
        "icloud.com",
        "me.com",
        "mac.com",
        "fastmail.com",
        "fastmail.fm",
        "proton.me",
        "hey.com",
        "zoho.com",
    ]
)
# Gmail alone among the large ones delivers `d.ana@` to `dana@`. Proton reserves such spellings for the
# same person.
DOTS_ARE_NOTHING = frozenset({"gmail.com", "proton.me"})
SAME_PROVIDER = {"googlemail.com": "gmail.com", "protonmail.com": "proton.me", "pm.me": "proton.me"}

PHONE_DIGITS_MIN = 7
PHONE_DIGITS_MAX = 15  # E.164


def normal_email(address: str) -> str:
    """`address` in the form that is compared: lower case, tags and dots away where the provider ignores them.

    Empty for an empty address. Raises Invalid when there is not exactly one @ with something on both sides.
    """
    text = address.strip().lower()
    if not text:
        return ""
    local, at, domain = text.rpartition("@")
    if not at or not local or not domain or "@" in local or any(letter.isspace() for letter in text):
        raise Invalid(f"{address!r} is not an e-mail address. Write it as in dana@example.org.")
    domain = domain.rstrip(".")
    domain = SAME_PROVIDER.get(domain, domain)
    if domain in PLUS_IS_A_TAG:
        local = local.split("+", 1)[0] or local
    if domain in DOTS_ARE_NOTHING:
        local = local.replace(".", "") or local
    return f"{local}@{domain}"


def normal_phone(number: str) -> str:
    """The digits of `number` with its country, as in 441134960182 for +44 (0)113 496 0182.

    Empty for an empty number. Raises Invalid where the country is missing, because the same national number
    belongs to different people in different countries.
    """
    text = number.strip()
    if not text:
        return ""
    if re.search(r"[^0-9+()./\-\s\u00a0]", text):
        raise Invalid(f"{number!r} is not a telephone number. Write digits, as in +44 113 496 0182.")
    text = text.replace("(0)", "")
    international = text.startswith(("+", "(+", "00"))
    digits = re.sub(r"[^0-9]", "", text)
    if text.startswith("00"):
        digits = digits[2:]
    if not international:
        raise Invalid(f"{number!r} has no country. Write it with one, as in +44 113 496 0182.")
    if not PHONE_DIGITS_MIN <= len(digits) <= PHONE_DIGITS_MAX or digits.startswith("0"):
        raise Invalid(
            f"{number!r} has {len(digits)} digits; with its country a number has "
            f"{PHONE_DIGITS_MIN} to {PHONE_DIGITS_MAX}. Write it as in +44 113 496 0182."
        )
    return digits
