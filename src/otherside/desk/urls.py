"""Addresses of this app."""

from django.urls import path

from otherside.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.page, name="day"),
    path("applications/<int:application_id>/", views.page, name="application"),
    path("find/", views.page, name="find"),
]
