from django.apps import AppConfig


class QuestionConfig(AppConfig):
    name = "otherside.question"
    label = "question"
    default_auto_field = "django.db.models.BigAutoField"
