"""Addresses of this app."""

from django.urls import path

from otherside.interview import views

app_name = "interview"
urlpatterns = [
    path("interviews/<int:interview_id>/", views.page, name="detail"),
]
