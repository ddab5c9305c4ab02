from django.urls import path

from otherside.delivery import views

app_name = "delivery"

urlpatterns = [
    path("mail/", views.mail, name="mail"),
    path("mail/<int:message_id>/", views.message, name="message"),
    path("mail/<int:message_id>/calendar.ics", views.calendar, name="calendar"),
]
