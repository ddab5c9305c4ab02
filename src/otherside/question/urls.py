"""The bank's pages, for the people of the company."""

from django.urls import path

from otherside.question import views

app_name = "question"

urlpatterns = [
    path("bank/", views.bank, name="bank"),
    path("bank/<slug:problem_id>/", views.problem, name="problem"),
]
