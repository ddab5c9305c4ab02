"""Addresses of scorecards."""

from django.urls import path

from otherside.scorecard.views import detail, edit

app_name = "scorecard"
urlpatterns = [
    path("interviews/<int:interview_id>/scorecard/", edit.page, name="edit"),
    path("interviews/<int:interview_id>/scorecard/draft/", edit.draft, name="draft"),
    path("scorecards/<int:card_id>/", detail.page, name="detail"),
]
