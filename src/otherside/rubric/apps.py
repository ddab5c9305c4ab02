from django.apps import AppConfig


class RubricConfig(AppConfig):
    name = "otherside.rubric"
    label = "rubric"
    default_auto_field = "django.db.models.BigAutoField"
