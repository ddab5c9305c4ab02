"""The hour's addresses: the panel's by interview, the candidate's by link."""

from django.urls import path

from otherside.live.views import after, asking, candidate, room

app_name = "live"

urlpatterns = [
    path("interviews/<int:interview_id>/room/", room.page, name="room"),
    path("interviews/<int:interview_id>/room/open/", room.open_lobby, name="open"),
    path("interviews/<int:interview_id>/rehearse/", room.rehearse, name="rehearse"),
    path("interviews/<int:interview_id>/room/<slug:word>", asking.panel, name="ask"),
    path("c/<str:token>/", candidate.page, name="candidate"),
    path("c/<str:token>/join/", candidate.join, name="join"),
    path("c/<str:token>/languages/", candidate.languages, name="languages"),
    path("c/<str:token>/late/", candidate.late, name="late"),
    path("c/<str:token>/state/", candidate.state, name="state"),
    path("c/<str:token>/room/<slug:word>", asking.candidate, name="candidate-ask"),
    path("after/<str:token>/", after.page, name="after"),
]
