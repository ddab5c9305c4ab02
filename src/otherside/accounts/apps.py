from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "otherside.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
