"""The one secret of the demo's doors: without it nobody signs in by link, even on a machine others reach."""

import hmac

from django.conf import settings


def demo_key() -> str:
    return settings.CONFIGURATION.derived_key("demo").hex()[:24]


def holds_key(text: str) -> bool:
    return hmac.compare_digest(text.encode(), demo_key().encode())
