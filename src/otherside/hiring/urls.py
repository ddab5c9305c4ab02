"""Addresses of this app."""

from django.urls import path

from otherside.hiring import views

app_name = "hiring"
urlpatterns = [
    path("openings/", views.page, name="openings"),
    path("candidates/", views.page, name="candidates"),
    path("openings/<int:opening_id>/", views.page, name="opening"),
    path("candidates/<int:candidate_id>/", views.page, name="candidate"),
]
