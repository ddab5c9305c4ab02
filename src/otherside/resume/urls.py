"""The résumé's pages; all of them hang on an application."""

from django.urls import path

from otherside.resume import views

app_name = "resume"

urlpatterns = [
    path("applications/<int:application_id>/resume/", views.profile, name="profile"),
    path("applications/<int:application_id>/resume/upload/", views.upload, name="upload"),
    path("applications/<int:application_id>/resume/state/", views.state, name="state"),
    path("applications/<int:application_id>/resume/text/", views.text, name="text"),
    path("applications/<int:application_id>/resume/file/", views.download, name="download"),
    path("applications/<int:application_id>/resume/page/<int:number>/", views.page, name="page"),
    path(
        "applications/<int:application_id>/resume/page/<int:number>/picture/", views.picture, name="picture"
    ),
    path("applications/<int:application_id>/resume/correct/", views.correct, name="correct"),
    path("applications/<int:application_id>/resume/probe/", views.probe, name="probe"),
]
