"""Addresses of the debrief and of what is done there."""

from django.urls import path

from otherside.decision import views

app_name = "decision"
urlpatterns = [
    path("applications/<int:application_id>/debrief/", views.debrief, name="debrief"),
    path("applications/<int:application_id>/debrief/view/", views.view, name="view"),
    path("applications/<int:application_id>/debrief/vouch/", views.vouch, name="vouch"),
    path("applications/<int:application_id>/debrief/comment/", views.comment, name="comment"),
    path("applications/<int:application_id>/debrief/decide/", views.decide, name="decide"),
    path("policy/", views.policy, name="policy"),
]
