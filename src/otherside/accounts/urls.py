"""Addresses of accounts. Signing in itself is allauth's, under /account/."""

from django.urls import path

from otherside.accounts.views import audit, entrance, me, people

app_name = "accounts"
urlpatterns = [
    path("me/", me.me, name="me"),
    path("me/sessions/<int:session_id>/end/", me.end_session, name="end-session"),
    path("me/sessions/end-others/", me.end_others, name="end-others"),
    path("people/", people.people, name="people"),
    path("people/invite/", people.invite, name="invite"),
    path("people/invitations/<int:invitation_id>/withdraw/", people.withdraw, name="withdraw"),
    path("people/<int:person_id>/", people.person, name="person"),
    path("people/<int:person_id>/deactivate/", people.deactivate, name="deactivate"),
    path("people/<int:person_id>/reactivate/", people.reactivate, name="reactivate"),
    path("audit/", audit.audit, name="audit"),
    path("join/<str:token>/", entrance.join, name="join"),
    path("setup/", entrance.setup, name="setup"),
]
