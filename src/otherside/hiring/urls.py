"""Addresses of hiring. The pipeline of an opening and the page of an application are desk's."""

from django.urls import path, re_path

from otherside.hiring.views import candidates, openings

app_name = "hiring"
urlpatterns = [
    path("openings/", openings.openings, name="openings"),
    path("openings/new/", openings.new, name="opening-new"),
    path("openings/<int:opening_id>/about/", openings.opening, name="opening"),
    re_path(
        r"^openings/(?P<opening_id>[0-9]+)/set/(?P<to>open|closed)/$", openings.set_open, name="opening-set"
    ),
    path("openings/<int:opening_id>/rounds/add/", openings.add_round, name="opening-round-add"),
    path("openings/<int:opening_id>/rounds/<int:round_id>/", openings.edit_round, name="opening-round"),
    re_path(
        r"^openings/(?P<opening_id>[0-9]+)/rounds/(?P<round_id>[0-9]+)/(?P<verb>up|remove)/$",
        openings.change_round,
        name="opening-round-change",
    ),
    path("candidates/", candidates.candidates, name="candidates"),
    path("candidates/<int:candidate_id>/", candidates.candidate, name="candidate"),
    path("applications/<int:application_id>/move/", candidates.move, name="move"),
]
