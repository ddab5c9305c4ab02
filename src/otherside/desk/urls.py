"""Addresses of the pages that compose the others."""

from django.urls import path

from otherside.desk.views import application, booking, day, find, pipeline

app_name = "desk"
urlpatterns = [
    path("", day.day, name="day"),
    path("openings/<int:opening_id>/", pipeline.opening, name="opening"),
    path("openings/<int:opening_id>/candidates/add/", pipeline.add, name="opening-add"),
    path("applications/<int:application_id>/", application.application, name="application"),
    path("applications/<int:application_id>/rounds/<int:round_id>/plan/", booking.plan, name="plan"),
    path("interviews/<int:interview_id>/move/", booking.move, name="move"),
    path("interviews/<int:interview_id>/cancel/", booking.cancel, name="cancel"),
    path("find/", find.find, name="find"),
]
