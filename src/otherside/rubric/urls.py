from django.urls import path

from otherside.rubric import views

app_name = "rubric"

urlpatterns = [path("rubric/", views.levels, name="levels")]
