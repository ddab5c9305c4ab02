"""The replay's addresses: the page, and the recording that its player reads."""

from django.urls import path

from otherside.replay import views

app_name = "replay"

urlpatterns = [
    path("interviews/<int:interview_id>/replay/", views.page, name="page"),
    path("interviews/<int:interview_id>/recording/", views.recording, name="recording"),
]
