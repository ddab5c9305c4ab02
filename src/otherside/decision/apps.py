from django.apps import AppConfig


class DecisionConfig(AppConfig):
    name = "otherside.decision"
    label = "decision"
    default_auto_field = "django.db.models.BigAutoField"
