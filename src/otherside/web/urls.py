"""Every page's address. Each app lists its own; here they get their places."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

from otherside.web import views

PLACES: list[tuple[str, str]] = [
    ("", "desk"),
    ("", "accounts"),
    ("", "hiring"),
    ("", "interview"),
    ("", "resume"),
    ("", "question"),
    ("", "plan"),
    ("", "schedule"),
    ("", "live"),
    ("", "replay"),
    ("", "scorecard"),
    ("", "integrity"),
    ("", "decision"),
    ("", "delivery"),
    ("", "rubric"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("health/", views.health, name="health"),
    path("account/", include("allauth.urls")),
    *[
        path(prefix, include(f"otherside.{app}.urls"))
        for prefix, app in PLACES
        if find_spec(f"otherside.{app}.urls") is not None
    ],
]
