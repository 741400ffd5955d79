"""Addresses of a person's notices."""

from django.urls import path

from threadline.notices import views

app_name = "notices"
urlpatterns = [
    path("", views.Notices.as_view(), name="list"),
    path("how/", views.HowToTell.as_view(), name="wish"),
    path("<uuid:notice>/read/", views.Read.as_view(), name="read"),
    path("<uuid:notice>/meeting.ics", views.TakeMeeting.as_view(), name="calendar"),
]
