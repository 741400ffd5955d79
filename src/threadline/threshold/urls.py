"""Addresses of the threshold area."""

from django.urls import URLPattern

app_name = "threshold"
urlpatterns: list[URLPattern] = []
