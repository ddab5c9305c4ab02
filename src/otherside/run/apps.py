from django.apps import AppConfig
from django.conf import settings

from otherside.bus import wake as bus


class RunConfig(AppConfig):
    name = "otherside.run"
    label = "run"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Every process that has rows can ring; nothing is opened before the first ring."""
        configuration = settings.CONFIGURATION
        bus.configure(
            lambda: bus.open_bus(configuration.database_url, configuration.data_dir / "run" / "bus")
        )
