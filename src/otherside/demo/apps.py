from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "otherside.demo"
    label = "demo"
