from django.apps import AppConfig
from django.conf import settings

from otherside.interview import links


class InterviewConfig(AppConfig):
    name = "otherside.interview"
    label = "interview"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        links.configure(settings.SECRET_KEY)
