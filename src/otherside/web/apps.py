from django.apps import AppConfig
from django.conf import settings

from otherside.process.connect import connect_bus


class WebConfig(AppConfig):
    name = "otherside.web"
    label = "web"

    def ready(self) -> None:
        """Every process that has rows, commands too, can wake the others."""
        connect_bus(settings.CONFIGURATION)
