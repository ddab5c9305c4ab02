"""The bank's pages, for the people of the company."""

from django.urls import path

from otherside.question.views import pages

app_name = "question"

urlpatterns = [
    path("bank/", pages.bank, name="bank"),
    path("bank/<slug:problem_id>/", pages.problem, name="problem"),
]
