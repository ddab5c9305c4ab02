from django.apps import AppConfig


class ResumeConfig(AppConfig):
    name = "otherside.resume"
    label = "resume"
    default_auto_field = "django.db.models.BigAutoField"
