"""What every template may use."""

from django.conf import settings
from django.http import HttpRequest


def house(_request: HttpRequest) -> dict[str, object]:
    return {"demo": settings.CONFIGURATION.demo, "base_url": settings.BASE_URL}
