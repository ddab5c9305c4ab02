"""The house's pages and, on top, the demo's doors. Chosen by settings where OTHERSIDE_DEMO is 1."""

from django.urls import path

from otherside.demo import views
from otherside.web.urls import urlpatterns as house

urlpatterns = [
    *house,
    path("demo/", views.people, name="demo-people"),
    path("demo/enter/<str:key>/<str:person>/", views.enter, name="demo-enter"),
]
