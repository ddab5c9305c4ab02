"""Addresses of interviews. The room, the plan, the replay and the card are other apps' pages."""

from django.urls import path

from otherside.interview import views

app_name = "interview"
urlpatterns = [
    path("interviews/<int:interview_id>/", views.detail, name="detail"),
    path("interviews/<int:interview_id>/links/renew/", views.renew_links, name="renew-links"),
]
