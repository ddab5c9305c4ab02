"""Addresses of interviews. The room, the plan, the replay and the card are other apps' pages."""

from django.urls import path

from otherside.interview import views

app_name = "interview"
urlpatterns = [
    path("interviews/<int:interview_id>/", views.detail, name="detail"),
    path("interviews/<int:interview_id>/change/", views.change, name="change"),
    path("interviews/<int:interview_id>/cancel/", views.cancel, name="cancel"),
    path("interviews/<int:interview_id>/links/renew/", views.renew_links, name="renew-links"),
    path("applications/<int:application_id>/rounds/<int:round_id>/plan/", views.new, name="new"),
]
