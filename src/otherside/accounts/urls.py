"""Addresses of this app."""

from django.urls import path

from otherside.accounts import views

app_name = "accounts"
urlpatterns = [
    path("me/", views.page, name="me"),
    path("people/", views.page, name="people"),
    path("audit/", views.page, name="audit"),
]
