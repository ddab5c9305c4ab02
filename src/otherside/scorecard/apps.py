from django.apps import AppConfig


class ScorecardConfig(AppConfig):
    name = "otherside.scorecard"
    label = "scorecard"
    default_auto_field = "django.db.models.BigAutoField"
