"""Addresses of facts, cases and bans: the company's, and the candidate's by link."""

from django.urls import path

from otherside.integrity.views import bans, facts, own

app_name = "integrity"
urlpatterns = [
    path("interviews/<int:interview_id>/integrity/", facts.page, name="facts"),
    path("interviews/<int:interview_id>/integrity/open/", facts.open_case, name="open"),
    path("interviews/<int:interview_id>/integrity/close/", facts.close_case, name="close"),
    path("interviews/<int:interview_id>/integrity/ban/", facts.propose_ban, name="propose"),
    path("bans/", bans.page, name="bans"),
    path("bans/<int:ban_id>/<str:verb>/", bans.act, name="ban"),
    path("likenesses/<int:likeness_id>/", bans.likeness, name="likeness"),
    path("after/<str:token>/facts/", own.page, name="own"),
    path("after/<str:token>/facts/comment/", own.comment, name="comment"),
    path("after/<str:token>/facts/appeal/", own.appeal, name="appeal"),
    path("c/<str:token>/observed/<slug:word>", own.observed, name="observed"),
]
