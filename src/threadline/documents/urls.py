"""Addresses of stored files."""

from django.urls import path

from threadline.documents import views

app_name = "documents"
urlpatterns = [path("<uuid:document>/", views.Download.as_view(), name="download")]
