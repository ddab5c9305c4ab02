"""Addresses of the plan of an hour and of the page one prepares with."""

from django.urls import path

from otherside.plan.views import edit, prepare

app_name = "plan"
urlpatterns = [
    path("interviews/<int:interview_id>/plan/", edit.page, name="edit"),
    path("interviews/<int:interview_id>/prepare/", prepare.page, name="prepare"),
]
