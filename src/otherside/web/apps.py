from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "otherside.web"
    label = "web"
