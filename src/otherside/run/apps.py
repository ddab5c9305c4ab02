from django.apps import AppConfig


class RunConfig(AppConfig):
    name = "otherside.run"
    label = "run"
    default_auto_field = "django.db.models.BigAutoField"
